using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Reach;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2007: one yes is for one action, or for all that the question names.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfirmationMustCoverOneActionAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN2007",
        GovernanceRule.Enforcement,
        DiagnosticSeverity.Error,
        "One confirmation covers one action, or all that its question names",
        VerdictRegistration.Message);

    /// <summary>Makes the analyzer.</summary>
    public ConfirmationMustCoverOneActionAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnActionVerdict(s_rule);

    internal static ActionVerdict? Judge(StepReach reach, OwnAction action)
        => action.Action.NeedsConfirmation && !ActionVerdicts.IsUnconfirmed(reach, action) && action.Proof.Repeated is { } repeated
            ? new(s_rule.Id, Concern.Confirmation, action, Reason(repeated)) { Others = [repeated.Request] }
            : null;

    private static string Reason(RepeatedAction repeated) => repeated.Over is { } over
        ? $"many times on one confirmation, whose question does not name '{over}': ask for each, or let the question carry what is gone through"
        : "many times on one confirmation: ask each time";
}
