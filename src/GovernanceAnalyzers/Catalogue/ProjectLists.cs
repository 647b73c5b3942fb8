using System.Runtime.CompilerServices;
using System.Threading;
using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Catalogue;

/// <summary>A project's own lists: its additional files named <c>*.actions.txt</c>.</summary>
internal static class ProjectLists
{
    public const string Suffix = ".actions.txt";

    private static readonly ConditionalWeakTable<SourceText, CatalogueFile> s_parsed = new();

    public static bool IsList(AdditionalText file) => file.Path.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the list says. A file that cannot be read is a mistake, for a list that says nothing looks like one that allows all.</summary>
    public static CatalogueFile Parse(AdditionalText file, CancellationToken cancellationToken = default)
        => file.GetText(cancellationToken) is { } text
            ? s_parsed.GetValue(text, static t => WithLoweredTiers(CatalogueParser.Parse(t), t))
            : new(default, new[] { new ListMistake(default, default, "the file cannot be read") }.ToEquatableArray());

    /// <summary>A line may raise a built-in tier, never lower it: it would have no effect, so it is said.</summary>
    private static CatalogueFile WithLoweredTiers(CatalogueFile file, SourceText text)
    {
        var builtIn = BuiltInCatalogue.File.Rows.ToLookup(r => r.Symbol.Text + ';' + r.Capability, r => r.Tier, StringComparer.Ordinal);
        var lowered = file.Rows
            .Select(r => (Row: r, Tier: builtIn[r.Symbol.Text + ';' + r.Capability].DefaultIfEmpty().Max()))
            .Where(l => l.Row.Tier < l.Tier)
            .Select(l => new ListMistake(
                text.Lines[l.Row.Line].Span,
                text.Lines.GetLinePositionSpan(text.Lines[l.Row.Line].Span),
                $"{l.Row.Symbol.Text} is {l.Tier} as {l.Row.Capability}; a list may raise a tier, never lower it"))
            .ToList();
        return lowered.Count == 0 ? file : file with { Mistakes = file.Mistakes.Concat(lowered).ToEquatableArray() };
    }
}
