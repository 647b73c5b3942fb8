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
        var lists = context.Start.Options.AdditionalFiles.Where(ProjectLists.IsList).OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        var firstLines = new Lazy<Dictionary<string, (AdditionalText File, CatalogueRow Row)>>(() => FirstLines(lists));
        context.OnAdditionalFile((file, report) =>
        {
            if (ProjectLists.IsList(file) && file.GetText() is { } text)
            {
                foreach (var row in ProjectLists.Parse(file).Rows)
                {
                    if (Subjects(row).Select(s => firstLines.Value[s]).FirstOrDefault(f => f.Row.Tier != row.Tier) is { Row: not null } first)
                    {
                        report(Diagnostic.Create(
                            s_rule,
                            Location.Create(file.Path, row.TierSpan, text.Lines.GetLinePositionSpan(row.TierSpan)),
                            row.Symbol.Text,
                            row.Tier,
                            row.Capability,
                            first.Row.Tier,
                            first.Row.Line + 1,
                            System.IO.Path.GetFileName(first.File.Path),
                            row.Tier > first.Row.Tier ? row.Tier : first.Row.Tier));
                    }
                }
            }
        });
    }

    /// <summary>The first line about each thing; the later ones are held against it.</summary>
    private static Dictionary<string, (AdditionalText File, CatalogueRow Row)> FirstLines(IEnumerable<AdditionalText> lists)
    {
        var first = new Dictionary<string, (AdditionalText File, CatalogueRow Row)>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            foreach (var row in ProjectLists.Parse(list).Rows)
            {
                foreach (var subject in Subjects(row).Where(s => !first.ContainsKey(s)))
                {
                    first.Add(subject, (list, row));
                }
            }
        }

        return first;
    }

    private static IEnumerable<string> Subjects(CatalogueRow row) => row.Symbol.Subjects.Select(s => $"{s};{row.Capability}");
}
