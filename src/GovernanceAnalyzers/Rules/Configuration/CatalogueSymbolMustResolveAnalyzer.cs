using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Catalogue.Conditions;
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
            foreach (var (span, problem) in list.File.Rows.Select(r => Missing(r, context.Compilation)).OfType<(TextSpan, string)>())
            {
                report(Diagnostic.Create(s_rule, Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span)), problem));
            }
        }
    });

    private static (TextSpan Span, string Problem)? Missing(CatalogueRow row, Compilation compilation)
        => MissingName.Of(row.Symbol, compilation) is { } name ? (new TextSpan(row.SymbolSpan.Start + name.Start, name.Length), name.Problem)
         : row.When is { } when && MissingArgument.Of(row.Symbol, when, compilation) is { } argument ? (argument.Span, argument.Problem)
         : null;
}
