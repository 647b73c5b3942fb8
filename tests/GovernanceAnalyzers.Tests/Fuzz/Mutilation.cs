using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Tests.Fuzz;

/// <summary>What became of a text, and where.</summary>
/// <param name="What">What was done, in words.</param>
/// <param name="Text">The text afterwards.</param>
/// <param name="Declaration">
/// The declaration, as it was before, of which nothing but one attribute of ours was cut into, and its list of attributes; null for any other mutilation.
/// </param>
internal sealed record Mutilation(string What, string Text, (TextSpan Whole, TextSpan Attributes)? Declaration = null)
{
    private static readonly string[] s_tokens =
    [
        "(", ")", "{", "}", "[", "]", "<", ">", ";", ",", ".", "\"", "'", "/*", "*/", "//", "///", "#", "#if X\n", "#endif\n", "#pragma warning disable GVN1001\n", "=", "=>", "?", "??", ":",
        "\"\"\"", "$\"{", "@", "\\", "\0", "\u2200", "\uD800", "1e", "0x", "null", "default", "this", "base", "nameof(", "typeof(", "new()", "await ", "async ", "partial ", "static ", "abstract ",
        "class ", "interface ", "record ", "enum ", "delegate ", "extension(", "namespace ", "using ", "global::", "where ", "in ", "ref ", "params ", "return ", "yield return ", "throw ",
        "switch { ", "case ", "goto ", "is not ", "with { ", "operator ", "event ", "get; ", "void ", "var ", "T", "int ", "file ", "required ", "__arglist", "unsafe ", "delegate*<",
        "[WorkflowStep(", "[GovernedWorkflow(", "[GovernanceWaiver(\"", "[ConsequentialAction(", "[assembly: ", "[Redacted] ", "RiskTier.", "Rollback = nameof(", "Key = \"{", "IStepGovernor ",
    ];

    /// <summary>The mutilation of that number; the same for the same text, always.</summary>
    public static Mutilation Of(SyntaxNode root, int number)
    {
        var text = root.ToFullString();
        var random = new Random(number);
        var attributes = root.DescendantNodes().OfType<AttributeSyntax>().Where(IsOurs).ToList();
        switch (number % 3)
        {
            case 0 when attributes.Count > 0:
                var attribute = attributes[random.Next(attributes.Count)];
                var within = attribute.ArgumentList is { } arguments && random.Next(2) == 0 ? arguments.Span : attribute.Span;
                return Cut(text, Part(random, within, within.Length), (attribute.Parent!.Parent!.Span, attribute.Parent.Span));
            case 1:
                var token = s_tokens[random.Next(s_tokens.Length)];
                var at = random.Next(text.Length + 1);
                return new($"with '{token.ReplaceLineEndings("\\n")}' at {at}", text.Insert(at, token));
            default:
                return Cut(text, Part(random, new(0, text.Length), random.Next(2) == 0 ? 12 : 300), null);
        }
    }

    private static Mutilation Cut(string text, TextSpan part, (TextSpan, TextSpan)? declaration)
        => new($"without '{text.Substring(part.Start, part.Length)}' at {part.Start}", text.Remove(part.Start, part.Length), declaration);

    private static TextSpan Part(Random random, TextSpan within, int longest)
    {
        var start = random.Next(within.Start, within.End);
        return new(start, random.Next(1, Math.Min(longest, within.End - start) + 1));
    }

    private static bool IsOurs(AttributeSyntax attribute)
        => typeof(Governance.WorkflowStepAttribute).Assembly.GetType($"Governance.{attribute.Name}Attribute") is not null;
}
