using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Reach;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2002: in a self-governed step, an action is on record before it runs, and how it ended after, the failing path included.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("What the record has to say about the action is the step's own design; a plumbed step brings it.")]
public sealed class ActionMustBeLoggedAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN2002",
        GovernanceRule.Enforcement,
        "A Medium or High action, or a call of a model, is on record before it runs and after",
        VerdictRegistration.Message);

    /// <summary>Makes the analyzer.</summary>
    public ActionMustBeLoggedAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnActionVerdict(s_rule);

    internal static ActionVerdict? Judge(StepReach reach, OwnAction action)
        => action.Action.NeedsLog && Reason(action.Proof) is { } reason ? new(s_rule.Id, Concern.Log, action, reason) : null;

    private static string? Reason(SiteProof proof) => (proof.HasIntent, proof.HasOutcome) switch
    {
        (true, true) => null,
        (false, true) => "without an action-log entry before it on every path",
        (true, false) => "without an action-log entry after it on every path: the failing one is missing unless a catch or finally writes it",
        _ => "without an action-log entry before it and after it on every path, the failing one included",
    };
}
