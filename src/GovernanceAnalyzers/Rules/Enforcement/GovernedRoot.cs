using System.Threading;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>A step or an entry point, as a rule looks at it that is about how bodies go on: with what it takes, by which calls, and the bodies it runs.</summary>
internal sealed class GovernedRoot(string title, ImmutableArray<GovernedCall> calls, Func<ImmutableArray<GovernedBody>> bodies)
{
    private readonly Lazy<ImmutableArray<GovernedBody>> _bodies = new(bodies);

    /// <summary>As messages begin: <c>Step 'refunds/issue'</c>.</summary>
    public string Title { get; } = title;

    /// <summary>The calls that take an action or go to a step.</summary>
    public ImmutableArray<GovernedCall> Calls { get; } = calls;

    /// <summary>Its own body, the rollback handler's, and those of what they call for certain; read when first asked for.</summary>
    public ImmutableArray<GovernedBody> Bodies => _bodies.Value;

    public static GovernedRoot? Of(Step step, GovernanceModel model, CancellationToken cancellationToken)
    {
        if (step.Control == StepControl.Decorated)
        {
            return null;
        }

        var body = step.Control == StepControl.Plumbed ? CoreBody.Of(step).Method : step.Method;
        var own = new[] { body, RollbackHandler.Of(step)?.Method }.OfType<IMethodSymbol>()
            .Select(m => (Method: m, Body: (IOperation?)model.BodyOf(m))).ToList();
        var reach = model.Of(step, cancellationToken).All;
        return new($"Step '{step.Title()}'", GovernedCall.Of(reach), () => GovernedBody.Of(own, reach, model));
    }

    public static GovernedRoot? Of(EntryPoint entryPoint, GovernanceModel model, CancellationToken cancellationToken)
    {
        if (entryPoint.IsUnseen)
        {
            return null;
        }

        var body = entryPoint.Body is { } node ? model.OperationOf(node) : model.BodyOf(entryPoint.Method);
        var reach = model.Of(entryPoint, cancellationToken);

        // Of an action that an entry point takes by itself GVN2006 says that it belongs in a step; what else is to be said of it comes after that.
        var calls = GovernedCall.Of(reach).Where(c => entryPoint.IsConfirmedByCaller || !c.NeedsConfirmation);
        return new($"Entry point '{entryPoint.Name}'", [.. calls], () => GovernedBody.Of([(entryPoint.Method, body)], reach, model));
    }
}

/// <summary>A body that a root runs.</summary>
/// <param name="Body">The body.</param>
/// <param name="Start">The call in the root's own body that leads there; null where it is the root's own.</param>
internal sealed record GovernedBody(IOperation Body, SyntaxNode? Start)
{
    public static ImmutableArray<GovernedBody> Of(IReadOnlyList<(IMethodSymbol Method, IOperation? Body)> own, RootReach reach, GovernanceModel model)
    {
        var bodies = ImmutableArray.CreateBuilder<GovernedBody>();
        var starts = new Dictionary<IMethodSymbol, SyntaxNode?>(SymbolEqualityComparer.Default);
        var open = new Queue<IMethodSymbol>();
        foreach (var (method, body) in own)
        {
            starts[method.OriginalDefinition] = null;
            open.Enqueue(method.OriginalDefinition);
            if (body is not null)
            {
                bodies.Add(new(body, null));
            }
        }

        // A call that may run several bodies is a guess at each of them.
        var certain = reach.Edges.GroupBy(e => e.Call.Syntax).Where(g => g.Select(e => e.Callee).Distinct(SymbolEqualityComparer.Default).Count() == 1)
            .Select(g => g.First()).ToLookup(e => e.Caller.OriginalDefinition, SymbolEqualityComparer.Default);
        while (open.Count > 0)
        {
            var caller = open.Dequeue();
            foreach (var edge in certain[caller])
            {
                var callee = edge.Callee.OriginalDefinition;
                if (!starts.ContainsKey(callee))
                {
                    starts.Add(callee, starts[caller] ?? edge.Call.Syntax);
                    open.Enqueue(callee);
                    if (model.BodyOf(callee) is { } body)
                    {
                        bodies.Add(new(body, starts[callee]));
                    }
                }
            }
        }

        return bodies.ToImmutable();
    }
}

/// <summary>A call of an action or a step, with the calls that lead there.</summary>
/// <param name="What">As messages name it: <c>performs files.delete (High)</c>, <c>calls step 'refunds/issue'</c>.</param>
/// <param name="Path">The way to it.</param>
/// <param name="Places">The calls, the one in the root's own body first.</param>
/// <param name="NeedsConfirmation">It is a Medium or High action.</param>
/// <param name="NeedsLog">It is one that has to be on record.</param>
/// <param name="Properties">For a finding that there would not be without it.</param>
internal sealed record GovernedCall(
    string What, string Path, ImmutableArray<SyntaxNode> Places, bool NeedsConfirmation, bool NeedsLog, ImmutableDictionary<string, string?> Properties)
{
    public static ImmutableArray<GovernedCall> Of(RootReach reach) =>
    [
        .. reach.Certain.Actions.Select(a => new GovernedCall(
            $"performs {a.Action}", a.Path, [.. a.Hops.Select(h => h.Call)], a.Action.NeedsConfirmation, a.Action.NeedsLog, a.Action.Properties)),
        .. reach.Steps.Where(s => s.Way.Confidence == Confidence.Exact).Select(s => new GovernedCall(
            $"calls step '{s.What.Step.Title()}'", s.Way.ToString(), [.. s.Way.Hops.Select(h => h.Call)], false, true, ImmutableDictionary<string, string?>.Empty)),
    ];
}

/// <summary>Calls a rule for each step and each entry point, while typing.</summary>
internal static class GovernedRootRegistration
{
    public static void OnGovernedRoot(this RuleContext context, Action<GovernedRoot, Action<Diagnostic>> analyze)
    {
        context.OnStep((step, report, cancellationToken) =>
        {
            if (GovernedRoot.Of(step, context.Model, cancellationToken) is { } root)
            {
                analyze(root, report);
            }
        });

        // What arrived transitively governs only code that declares itself.
        if (context.Options.Mode != GovernanceMode.Consumer)
        {
            EntryPointRegistration.OnEntryPoint(context, (entryPoint, report, cancellationToken) =>
            {
                if (GovernedRoot.Of(entryPoint, context.Model, cancellationToken) is { } root)
                {
                    analyze(root, report);
                }
            });
        }
    }
}
