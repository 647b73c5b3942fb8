using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;

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
        "Step '{0}' performs {1} by {2} {3}");

    /// <summary>Makes the analyzer.</summary>
    public ActionMustBeConfirmedAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep((step, report) =>
    {
        if (step.Control == StepControl.SelfGoverned)
        {
            Analyze(context.Model.Of(step), report);
        }
    });

    private static void Analyze(StepReach reach, Action<Diagnostic> report)
    {
        var open = reach.OwnActions.Where(a =>
            a.Proof.IsReachable && a.Action.NeedsConfirmation && a.Proof.Confirmation < Wanted(a.Action.Tier, reach.Step));
        if (reach.IsWithoutAnyControl)
        {
            // One finding says it all: each further one would only repeat that nothing has been written yet.
            open = open.OrderBy(a => a.Action.NewIn).ThenByDescending(a => a.Action.Tier).Take(1);
        }

        foreach (var (proof, action, path) in open)
        {
            report(Diagnostic.Create(
                s_rule, proof.Site.Syntax.GetLocation(), action.Properties, reach.Step.Title(), action, path, Reason(reach, proof)));
        }
    }

    /// <summary>What High needs counts for the step's own tier too: it is what the step promises.</summary>
    private static Proof Wanted(Tier action, Step step) => action == Tier.High || step.Tier == Tier.High ? Proof.AnotherPerson : Proof.Person;

    private static string Reason(StepReach reach, SiteProof proof) => proof.Confirmation switch
    {
        _ when reach.IsWithoutAnyControl
            => "with neither a confirmation nor an action log: make it a plumbed step, a partial method whose private "
             + $"'{reach.Step.CoreName}' does the work",
        Proof.Person
            => "but High needs a person other than the requester: an IConfirmationGate, RequireApprovalAsync, or [HumanConfirmation(Distinct = true)]",
        _ when !reach.Proof!.Confirms => "without asking a person first",
        _ => "but the confirmation does not gate it on every path: wait for the answer, test it, and act only on a yes",
    };
}
