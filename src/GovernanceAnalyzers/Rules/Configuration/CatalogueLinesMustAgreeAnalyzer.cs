using GovernanceAnalyzers.Catalogue;

namespace GovernanceAnalyzers.Rules.Configuration;

/// <summary>GVN9004: two tiers for one action say that nobody knows which it is. The higher one counts meanwhile.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Which of the two tiers is meant is a decision, not a slip.")]
public sealed class CatalogueLinesMustAgreeAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN9004",
        GovernanceRule.Configuration,
        DiagnosticSeverity.Error,
        "Catalogue lines of one layer agree on a tier",
        "{0} is {1} as {2} here and {3} in line {4} of {5}: keep one line; until then {6} holds");

    /// <summary>Makes the analyzer.</summary>
    public CatalogueLinesMustAgreeAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        var firstLines = new Lazy<Dictionary<(ActionSource, string), (ActionList List, CatalogueRow Row)>>(() => FirstLines(context.Lists));
        context.OnAdditionalFile((file, report) =>
        {
            if (context.Lists.Of(file) is { } list && file.GetText() is { } text)
            {
                foreach (var row in list.File.Rows)
                {
                    if (ActionLists.Subjects(row).Select(s => firstLines.Value[(list.Source, s)]).FirstOrDefault(f => f.Row.Tier != row.Tier) is { Row: not null } first)
                    {
                        report(Diagnostic.Create(
                            s_rule,
                            Location.Create(file.Path, row.TierSpan, text.Lines.GetLinePositionSpan(row.TierSpan)),
                            row.Symbol.Text,
                            row.Tier,
                            row.Capability,
                            first.Row.Tier,
                            first.Row.Line + 1,
                            System.IO.Path.GetFileName(first.List.Path),
                            row.Tier > first.Row.Tier ? row.Tier : first.Row.Tier));
                    }
                }
            }
        });
    }

    /// <summary>The first line of each layer about each thing; the later ones are held against it.</summary>
    private static Dictionary<(ActionSource, string), (ActionList List, CatalogueRow Row)> FirstLines(ActionLists lists)
    {
        var first = new Dictionary<(ActionSource, string), (ActionList List, CatalogueRow Row)>();
        foreach (var list in lists.All)
        {
            foreach (var row in list.File.Rows)
            {
                foreach (var subject in ActionLists.Subjects(row).Where(s => !first.ContainsKey((list.Source, s))))
                {
                    first.Add((list.Source, subject), (list, row));
                }
            }
        }

        return first;
    }
}
