using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Reach;

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
        // A task is dropped once, whatever is behind it and however many of its calls are looked at.
        var dropped = root.CallsToLogged
            .Select(call => (Call: call, Lost: context.Model.OperationOf(call.Call) is { } operation ? TaskFate.Of(operation) : null))
            .Where(d => d.Lost is not null)
            .GroupBy(d => d.Lost!.Dropped.Syntax);
        foreach (var same in dropped)
        {
            var (call, lost) = same.OrderByDescending(d => d.Call.IsCertain).First();

            // Whoever lets go of a task lets go of it whoever answers; that there is an action behind it is a guess then. The last place is the one for the fix.
            report(Diagnostic.Create(
                s_rule, NamedPlace.Of(call.Start), call.IsCertain ? s_rule.DefaultSeverity : DiagnosticSeverity.Warning, [NamedPlace.Of(same.Key)], call.End.Properties,
                root.Title, call.What, call.Path, lost!.Words));
        }
    });
}
