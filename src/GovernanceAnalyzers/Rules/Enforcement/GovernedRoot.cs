using System.Threading;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>A step or an entry point, as a rule looks at it that is about how bodies go on: with the calls that lead to what it takes, and the bodies it runs.</summary>
internal sealed class GovernedRoot(string title, IReadOnlyList<OwnBody> own, GovernanceModel model)
{
    private readonly Lazy<ILookup<OwnBody, GovernedBody>> _bodies = new(
        () => own.SelectMany(o => GovernedBody.Of(o, model).Select(body => (Own: o, Body: body))).ToLookup(b => b.Own, b => b.Body));

    /// <summary>As messages begin: <c>Step 'refunds/issue'</c>.</summary>
    public string Title { get; } = title;

    /// <summary>Its own body, the rollback handler's, and those of what they call; read when first asked for.</summary>
    public IEnumerable<GovernedBody> Bodies => _bodies.Value.SelectMany(bodies => bodies);

    /// <summary>Which actions are another rule's to speak of.</summary>
    private Func<GovernedEnd, bool> IsMeant { get; init; } = _ => true;

    public static GovernedRoot? Of(Step step, GovernanceModel model, CancellationToken cancellationToken)
    {
        if (step.Control == StepControl.Decorated)
        {
            return null;
        }

        var reach = model.Of(step, cancellationToken);
        var own = new List<OwnBody>();
        Add(step.Control == StepControl.Plumbed ? step.Core.Method : step.Method, step.Method.Name, reach.Body);
        Add(step.Handler?.Method, $"{step.Method.Name} → {step.Handler?.Method?.Name}", reach.Rollback);
        return new($"Step '{step.Title()}'", own, model);

        void Add(IMethodSymbol? method, string name, RootReach reach)
        {
            if (method is not null)
            {
                own.Add(new(name, method, model.BodyOf(method), reach));
            }
        }
    }

    public static GovernedRoot? Of(EntryPoint entryPoint, GovernanceModel model, CancellationToken cancellationToken)
    {
        if (entryPoint.IsUnseen)
        {
            return null;
        }

        var body = entryPoint.Body is { } node ? model.OperationOf(node) : model.BodyOf(entryPoint.Method);

        // Of an action that an entry point takes by itself GVN2006 says that it belongs in a step; what else is to be said of it comes after that.
        return new($"Entry point '{entryPoint.Name}'", [new(entryPoint.Name, entryPoint.Method, body, model.Of(entryPoint, cancellationToken))], model)
        {
            IsMeant = end => entryPoint.IsConfirmedByCaller || !end.NeedsConfirmation,
        };
    }

    /// <summary>The calls that take such an action, go to such a step or lead there.</summary>
    public IEnumerable<GovernedCall> CallsTo(Func<GovernedEnd, bool> wanted)
        => own.SelectMany(o => GovernedCall.To([.. GovernedEnd.Of(o.Reach).Where(e => IsMeant(e) && wanted(e))], o.Reach.Edges));

    /// <summary>The same for what is found in the bodies themselves.</summary>
    public IEnumerable<GovernedCall> CallsTo(Func<GovernedBody, IEnumerable<GovernedEnd>> ends)
        => own.SelectMany(o => GovernedCall.To([.. _bodies.Value[o].SelectMany(ends)], o.Reach.Edges));
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
