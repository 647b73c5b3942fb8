using System.Text.RegularExpressions;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1003: ids stand in logs, manifests and on command lines for years, so they are plain.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("The id is the lasting name in logs and manifests; the message suggests one, a person chooses.")]
public sealed class GovernanceIdMustBeWellFormedAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1003",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Error,
        "A workflow or step id is made of lower-case words",
        "'{0}' is no {1} id, which is lower-case words of a-z and 0-9, joined by '-' or '.': write \"{2}\"");

    private static readonly Regex s_wellFormed = new("^[a-z][a-z0-9]*([-.][a-z0-9]+)*\\z", RegexOptions.CultureInvariant);

    /// <summary>Makes the analyzer.</summary>
    public GovernanceIdMustBeWellFormedAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        context.OnStep((step, report) => Analyze(step.Attribute, step.Id, "step", step.Method, report));
        context.OnSymbol(SymbolKind.NamedType, (type, report) =>
        {
            if (type.Attribute(context.Symbols.GovernedWorkflow) is { } attribute && attribute.IsSettled())
            {
                Analyze(attribute, attribute.Positional(0) as string ?? "", "workflow", type, report);
            }
        });
    }

    private static void Analyze(AttributeData attribute, string id, string kind, ISymbol symbol, Action<Diagnostic> report)
    {
        if (!s_wellFormed.IsMatch(id))
        {
            var suggestion = Suggest(id) ?? Suggest(WithoutAsync(symbol.Name)) ?? kind;
            report(Diagnostic.Create(
                s_rule, attribute.LocationOf(0), RuleProperty.Of(RuleProperty.Suggestion, suggestion), id, kind, suggestion));
        }
    }

    /// <summary>
    /// <c>IssueRefund</c>, <c>Issue Refund</c> and <c>issue_refund</c> become <c>issue-refund</c>; null where nothing is left.
    /// </summary>
    internal static string? Suggest(string name)
    {
        var words = Regex.Replace(name, "(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-").ToLowerInvariant();
        var joined = Regex.Replace(Regex.Replace(words, "[^a-z0-9.]+", "-"), "[-.]*\\.[-.]*", ".");
        var kebab = Regex.Replace(joined, "^[^a-z]+|[-.]+$", "");
        return s_wellFormed.IsMatch(kebab) ? kebab : null;
    }

    internal static string WithoutAsync(string name)
        => name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5 ? name.Substring(0, name.Length - 5) : name;
}
