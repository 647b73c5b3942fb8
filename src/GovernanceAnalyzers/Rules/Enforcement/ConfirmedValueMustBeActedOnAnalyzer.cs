using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Reach;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2013: what a person has confirmed is what is acted on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Which of the two values is meant is for the step's author.")]
public sealed class ConfirmedValueMustBeActedOnAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN2013",
        GovernanceRule.Enforcement,
        DiagnosticSeverity.Warning,
        "What a person has confirmed is what is acted on",
        VerdictRegistration.Message);

    /// <summary>Makes the analyzer.</summary>
    public ConfirmedValueMustBeActedOnAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnActionVerdict(s_rule);

    internal static ActionVerdict? Judge(StepReach reach, OwnAction action)
        => action.Action.NeedsConfirmation && action.Proof.Changed is { } changed
            ? new(s_rule.Id, Concern.Value, action, $"with a '{changed.Name}' that is changed after it was confirmed: ask about the value that is acted on")
            {
                Others = [changed.Change, changed.Request],
            }
            : null;
}
