using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1007: a rollback handler undoes something; one that only looks like a way back is worse than none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("How the step is undone, or why it cannot be, is for a person to say.")]
public sealed class RollbackHandlerMustUndoAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1007",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Warning,
        "A rollback handler undoes something",
        "The rollback handler '{0}' of step '{1}' {2}, so whoever orders the rollback is told that the step was undone when it was not: "
        + "write what undoes it, or declare Irreversible = \"why\" in its place");

    /// <summary>Makes the analyzer.</summary>
    public RollbackHandlerMustUndoAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep((step, report) =>
    {
        if (step.Handler?.Method is { } handler && context.Model.BodyOf(handler) is { } body && HollowBody.Words(body) is { } words)
        {
            report(Diagnostic.Create(s_rule, step.Attribute.LocationOf("Rollback"), handler.Locations, handler.Name, step.Title(), words));
        }
    });
}
