using GovernanceAnalyzers.Catalogue;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Rules.Configuration;

/// <summary>GVN9002: a line that matches no member looks like a rule and is none. What is said about a library that is not here waits for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("The line stands in a text file, and only its author knows whether the symbol is misspelt or gone; the message offers the near name.")]
public sealed class CatalogueSymbolMustResolveAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN9002",
        GovernanceRule.Configuration,
        DiagnosticSeverity.Error,
        "A catalogue line names a member that exists",
        "The line has no effect: {0}");

    /// <summary>Makes the analyzer.</summary>
    public CatalogueSymbolMustResolveAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnAdditionalFile((file, report) =>
    {
        // An organisation's list is about more libraries than any one project has.
        if (context.Lists.Of(file) is { Source: ActionSource.ProjectList } list && file.GetText() is { } text)
        {
            foreach (var row in list.File.Rows)
            {
                if (MissingName.Of(row.Symbol, context.Compilation) is { } missing)
                {
                    var span = new TextSpan(row.SymbolSpan.Start + missing.Start, missing.Length);
                    report(Diagnostic.Create(
                        s_rule, Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span)), missing.Problem));
                }
            }
        }
    });
}
