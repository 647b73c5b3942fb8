using GovernanceAnalyzers.Controls;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2008: whoever starts an action, or a step, waits for it or gives its task to the caller.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ActionMustBeAwaitedAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN2008",
        GovernanceRule.Enforcement,
        DiagnosticSeverity.Error,
        "An action is waited for",
        "{0} {1} by {2}, and {3}: it is over before the action is, and a failure is nobody's; await it");

    /// <summary>Makes the analyzer.</summary>
    public ActionMustBeAwaitedAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnGovernedRoot((root, report) =>
    {
        // A call may take several actions; its task is dropped once.
        foreach (var call in root.Calls.Where(c => c.NeedsLog).GroupBy(c => c.Places[0]).Select(g => g.First()))
        {
            if (call.Places.Select(p => context.Model.OperationOf(p)).OfType<IOperation>().Select(TaskFate.Of).FirstOrDefault(d => d is not null) is { } dropped)
            {
                // The last place is the one for the fix.
                report(Diagnostic.Create(
                    s_rule, call.Places[0].GetLocation(), [dropped.Dropped.Syntax.GetLocation()], call.Properties, root.Title, call.What, call.Path, dropped.Words));
            }
        }
    });
}
