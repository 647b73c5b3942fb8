using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2020: a plumbed step acts after the inner steps it calls, for when it goes on after one that was pending, its body runs again.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("What the action gives may be what the inner step needs; the order is the author's.")]
public sealed class InnerStepMustComeFirstAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN2020",
        GovernanceRule.Enforcement,
        DiagnosticSeverity.Warning,
        "A step acts after the inner steps that may wait for a person",
        "Step '{0}' performs {1} by {2} before the step '{3}', which may wait for a person: when '{0}' goes on after that, the action runs again; call '{3}' first");

    /// <summary>Makes the analyzer.</summary>
    public InnerStepMustComeFirstAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep((step, report, cancellationToken) =>
    {
        if (step.Control == StepControl.Plumbed && step.Core.Method is { } core)
        {
            Analyze(context.Model.Of(step, cancellationToken), core, context.Model, report);
        }
    });

    private static void Analyze(StepReach reach, IMethodSymbol core, GovernanceModel model, Action<Diagnostic> report)
    {
        var pending = reach.Body.Steps.Where(s => s.What.Step.NeedsConfirmation && !GovernanceSymbols.Same(s.What.Step.Method, reach.Step.Method)).ToList();
        var actions = reach.Body.Actions.Where(a => a.Action.NeedsConfirmation).ToList();
        if (pending.Count == 0 || actions.Count == 0 || BodyGraphs.Of(model.BodyOf(core)) is not { } graphs)
        {
            return;
        }

        foreach (var action in actions.GroupBy(a => a.Site.Syntax).Select(g => g.OrderByDescending(a => a.Action.Tier).First()))
        {
            var after = After(action.Site.Syntax, graphs);
            if (pending.FirstOrDefault(p => after.Contains(p.Way.Start)) is { } inner)
            {
                report(Diagnostic.Create(
                    s_rule,
                    NamedPlace.Of(action.Site.Syntax),
                    [NamedPlace.Of(inner.Way.Start)],
                    action.Action.Properties,
                    reach.Step.Title(),
                    action.Action,
                    action.Path,
                    inner.What.Step.Title()));
            }
        }
    }

    /// <summary>The code that can run after the action has succeeded; a function of the body runs where it is made or called.</summary>
    private static HashSet<SyntaxNode> After(SyntaxNode action, BodyGraphs graphs)
    {
        var walk = new Walk((_, _) => false, (_, _, _) => false) { Enters = (o, _) => graphs.FunctionAt(o) };
        var open = new Queue<Place>(graphs.Places.Where(p => p.Operation.Syntax == action));
        var seen = new HashSet<Graph>();
        while (open.Count > 0)
        {
            var place = open.Dequeue();
            walk.After(place);
            if (place.Graph.Parent is not null && seen.Add(place.Graph))
            {
                foreach (var use in graphs.Places.Where(p => graphs.FunctionAt(p.Operation) == place.Graph))
                {
                    open.Enqueue(use);
                }
            }
        }

        return [.. walk.Reached.Select(o => o.Syntax)];
    }
}
