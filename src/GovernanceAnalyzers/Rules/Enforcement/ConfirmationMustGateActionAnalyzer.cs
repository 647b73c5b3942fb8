using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Reach;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2004: a confirmation that a step asks for decides whether its action runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfirmationMustGateActionAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN2004",
        GovernanceRule.Enforcement,
        "A confirmation that is asked for gates the action",
        VerdictRegistration.Message);

    /// <summary>Makes the analyzer.</summary>
    public ConfirmationMustGateActionAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnActionVerdict(s_rule);

    internal static ActionVerdict? Judge(StepReach reach, OwnAction action)
        => ActionVerdicts.IsUnconfirmed(reach, action) && action.Proof.Gap is { } gap
            ? new(s_rule.Id, Concern.Confirmation, action, Reason(gap.Kind))
            {
                Others = [gap.Request],
                Properties = RuleProperty.Of(RuleProperty.Problem, gap.Kind.ToString()),
            }
            : null;

    private static string Reason(GapKind kind) => kind switch
    {
        GapKind.NotAwaited => "but nobody waits for the confirmation: await it, and act only on a yes",
        GapKind.Ignored => "but nothing depends on the answer of the confirmation: test it, and act only on a yes",
        GapKind.Inverted => "on a no: the test of the confirmation is the wrong way round",
        GapKind.After => "before the person is asked: ask first, and act only on a yes",
        _ => "but the confirmation does not gate it on every path: return or throw on everything but a yes",
    };
}
