using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Catalogue.Conditions;
using GovernanceAnalyzers.Controls;
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
        if (context.Lists.Controls.FirstOrDefault(c => c.Path == file.Path) is { } controls && PolicyMark.Of(file, context.Start.Options) is null && file.GetText() is { } lines)
        {
            foreach (var (span, problem) in controls.Rows.Select(r => Missing(r, context.Symbols)).OfType<(TextSpan, string)>())
            {
                report(Diagnostic.Create(s_rule, Location.Create(file.Path, span, lines.Lines.GetLinePositionSpan(span)), problem));
            }
        }

        // An organisation's list is about more libraries than any one project has.
        if (context.Lists.Of(file) is { Source: ActionSource.ProjectList } list && file.GetText() is { } text)
        {
            foreach (var (span, problem) in list.File.Rows.Select(r => Missing(r, context.Compilation)).OfType<(TextSpan, string)>())
            {
                report(Diagnostic.Create(s_rule, Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span)), problem));
            }
        }
    });

    /// <summary>A control that nothing has, that is bound to what it does not take, or that cannot say yes.</summary>
    private static (TextSpan Span, string Problem)? Missing(ControlRow row, GovernanceSymbols symbols)
    {
        if (MissingName.Of(row.Symbol, symbols.Compilation) is { } name)
        {
            return (new TextSpan(row.SymbolSpan.Start + name.Start, name.Length), name.Problem);
        }

        var members = MissingName.Members(row.Symbol, symbols.Compilation).ToList();
        if (members.Count == 0 || row.Confirmation is not { } form)
        {
            return null;
        }

        return form.Binds is { } bound && !members.Any(m => m.Parameters.Any(p => p.Name == bound)) ? (row.BindsSpan, $"no overload has a parameter '{bound}'")
             : members.Select(m => Verdict.Problem(m, form, symbols)).ToList() is var problems && problems.All(p => p is not null)
                ? (row.SymbolSpan, $"{problems[0]}: say approved-when=Property, approved-when=Property == Value or throws=yes")
             : null;
    }

    private static (TextSpan Span, string Problem)? Missing(CatalogueRow row, Compilation compilation)
        => MissingName.Of(row.Symbol, compilation) is { } name ? (new TextSpan(row.SymbolSpan.Start + name.Start, name.Length), name.Problem)
         : row.When is { } when && MissingArgument.Of(row.Symbol, when, compilation) is { } argument ? (argument.Span, argument.Problem)
         : null;
}
