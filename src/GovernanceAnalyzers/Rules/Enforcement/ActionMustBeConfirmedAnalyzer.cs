using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Reach;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2001: in a self-governed step, a person's confirmation gates a Medium or High action on every path.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Whom to ask, and what to do on a no, is the step's own design; a plumbed step brings both.")]
public sealed class ActionMustBeConfirmedAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN2001",
        GovernanceRule.Enforcement,
        "A Medium or High action is confirmed by a person on every path to it",
        VerdictRegistration.Message);

    /// <summary>Makes the analyzer.</summary>
    public ActionMustBeConfirmedAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnActionVerdict(s_rule);

    internal static ActionVerdict? Judge(StepReach reach, OwnAction action)
        => ActionVerdicts.IsUnconfirmed(reach, action) ? new(s_rule.Id, Concern.Confirmation, action, Reason(reach, action.Proof)) : null;

    private static string Reason(StepReach reach, SiteProof proof) => proof.Confirmation switch
    {
        _ when reach.IsWithoutAnyControl
            => "with neither a confirmation nor an action log: make it a plumbed step, a partial method whose private "
             + $"'{reach.Step.CoreName}' does the work",
        Proof.Person
            => "but High needs a person other than the requester: an IConfirmationGate, RequireApprovalAsync, or [HumanConfirmation(Distinct = true)]",
        _ => "without asking a person first",
    };
}
