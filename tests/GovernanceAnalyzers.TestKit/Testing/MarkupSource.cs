using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// A source without its markup, and the spans the markup named: <c>[|…|]</c> is the one rule under test, <c>{|GVN1001:…|}</c> a
/// diagnostic by id, <c>{|#0:…|}</c> a place that an expected diagnostic names. Spans nest.
/// </summary>
internal sealed record MarkupSource(string Path, string Text, ImmutableArray<MarkupSpan> Spans)
{
    public static MarkupSource Parse(string path, string markup)
    {
        var text = new StringBuilder(markup.Length);
        var open = new Stack<(string? Name, int Start, char Close)>();
        var spans = ImmutableArray.CreateBuilder<MarkupSpan>();
        for (var i = 0; i < markup.Length; i++)
        {
            if (At(markup, i, "[|"))
            {
                open.Push((null, text.Length, ']'));
                i++;
            }
            else if (At(markup, i, "{|") && markup.IndexOf(':', i) is var colon and > 0)
            {
                open.Push((markup[(i + 2)..colon], text.Length, '}'));
                i = colon;
            }
            else if (open.TryPeek(out var top) && At(markup, i, "|" + top.Close))
            {
                open.Pop();
                spans.Add(new MarkupSpan(top.Name, TextSpan.FromBounds(top.Start, text.Length)));
                i++;
            }
            else
            {
                text.Append(markup[i]);
            }
        }

        return open.Count == 0
            ? new MarkupSource(path, text.ToString(), spans.ToImmutable())
            : throw new InvalidOperationException($"{path}: the markup opened at offset {open.Peek().Start} is not closed.");
    }

    /// <summary>The text with markup where the diagnostics are: what a test would have to say to pass.</summary>
    public static string Insert(string text, IEnumerable<(string Id, TextSpan Span)> diagnostics)
    {
        var inserts = new List<(int Position, int Order, int Length, string Text)>();
        foreach (var (id, span) in diagnostics)
        {
            // At one position: what closes there comes first, the inner one before the outer; then what opens, the outer one first.
            if (span.IsEmpty)
            {
                inserts.Add((span.Start, 1, 0, $"{{|{id}:|}}"));
                continue;
            }

            inserts.Add((span.Start, 1, -span.Length, $"{{|{id}:"));
            inserts.Add((span.End, 0, span.Length, "|}"));
        }

        var result = new StringBuilder(text);
        foreach (var insert in inserts.OrderBy(i => i.Position).ThenBy(i => i.Order).ThenBy(i => i.Length).Reverse())
        {
            result.Insert(insert.Position, insert.Text);
        }

        return result.ToString();
    }

    private static bool At(string text, int index, string token) => string.CompareOrdinal(text, index, token, 0, token.Length) == 0;
}

/// <summary>A marked span: an id, <c>#n</c>, or null for the rule under test.</summary>
internal sealed record MarkupSpan(string? Name, TextSpan Span);
