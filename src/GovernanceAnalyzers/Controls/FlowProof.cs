using GovernanceAnalyzers.Reach;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Controls;

/// <summary>
/// Proves by removing edges: take away every branch that only an approved request takes, and everything behind a confirmation that throws; an
/// action that is still reached is not confirmed. The log's entries are checked the same way, before the action and after it.
/// </summary>
internal sealed class FlowProof(ControlMembers controls) : IControlProof
{
    public BodyProof Of(IMethodBodyOperation body, ImmutableArray<ActionSite> sites)
    {
        var graphs = new BodyGraphs(body);
        var meaning = new ValueMeaning(graphs, controls);
        var used = graphs.Places.SelectMany(p => MemberUse.Of(p.Operation)).Select(u => controls.Of(u.Target)).ToList();
        var holdsApproval = HoldsApproval(body);
        var confirmations = used.Select(u => u.Confirmation).OfType<ConfirmationForm>().ToList();
        var unconfirmed = Unproven(graphs, meaning, Proof.Person);
        var unconfirmedByAnother = Unproven(graphs, meaning, Proof.AnotherPerson);
        var unlogged = new Walk(graphs, (o, g) => IsEntry(o, g, meaning, isOutcome: false), (o, g, v) => IsNever(o, g, v, meaning))
        {
            EntersFunctions = true,
        };
        unlogged.FromStart(graphs.Root);

        var proofs = sites.Select(site =>
        {
            var places = PlacesOf(site, graphs);
            return new SiteProof(
                site,
                places.Count == 0 || places.Any(p => p.Block.IsReachable),
                holdsApproval ? Proof.AnotherPerson
                    : Misses(unconfirmedByAnother, places) ? Proof.AnotherPerson
                    : Misses(unconfirmed, places) ? Proof.Person
                    : Proof.None,
                Misses(unlogged, places),
                places.Count > 0 && places.All(p => HasOutcome(p, graphs, meaning, [])));
        });
        return new(
            holdsApproval || confirmations.Count > 0,
            used.Any(u => u.Log is not null),
            confirmations.Any(c => c.IsAsserted),
            used.Any(u => u.IsLogAsserted),
            [.. proofs]);
    }

    private static bool Misses(HashSet<IOperation> reached, List<Place> places) => places.Count > 0 && !places.Any(p => reached.Contains(p.Operation));

    private static bool Misses(Walk walk, List<Place> places) => Misses(walk.Reached, places);

    private static HashSet<IOperation> Unproven(BodyGraphs graphs, ValueMeaning meaning, Proof wanted)
    {
        var walk = new Walk(graphs, (o, g) => IsGuard(o, g, meaning, wanted), (o, g, v) => Proven(meaning.Of(o, g), v) >= wanted)
        {
            EntersFunctions = true,
        };
        walk.FromStart(graphs.Root);
        return walk.Reached;
    }

    private static Proof Proven(Meaning condition, bool value)
        => condition.Kind != MeaningKind.Truth ? Proof.None : value ? condition.WhenTrue : condition.WhenFalse;

    private static bool IsNever(IOperation condition, Graph graph, bool value, ValueMeaning meaning)
        => Proven(meaning.Of(condition, graph), value) == Proof.Impossible;

    /// <summary>A confirmation that throws proves once it has been waited for.</summary>
    private static bool IsGuard(IOperation operation, Graph graph, ValueMeaning meaning, Proof wanted)
        => Finished(operation, graph, meaning) is { Kind: MeaningKind.Guard, Form: { } form } && form.Strength >= wanted;

    private static bool IsEntry(IOperation operation, Graph graph, ValueMeaning meaning, bool isOutcome)
    {
        if (isOutcome && operation is IInvocationOperation { TargetMethod.Name: "Dispose" or "DisposeAsync", Instance: { } scope }
            && meaning.Of(scope, graph).Kind == MeaningKind.Scope)
        {
            return true;
        }

        return Finished(operation, graph, meaning) is { Kind: MeaningKind.Entry or MeaningKind.Scope } entry && (entry.Moment, isOutcome) switch
        {
            (LogMoment.Both, _) => true,
            (LogMoment.Intent or LogMoment.Scope, false) => true,
            (LogMoment.Outcome, true) => true,
            _ => false,
        };
    }

    /// <summary>What has happened when the operation is done: an awaited or waited-for call, or one that does not return a task.</summary>
    private static Meaning Finished(IOperation operation, Graph graph, ValueMeaning meaning) => operation switch
    {
        IAwaitOperation awaited => meaning.Of(awaited.Operation, graph),
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } => meaning.Of(task, graph),
        // Wait with a time limit returns whether or not the task has ended.
        IInvocationOperation { TargetMethod: { Name: "GetResult" or "Wait", Parameters.IsEmpty: true }, Instance: { } task } => meaning.Of(task, graph),
        IInvocationOperation { TargetMethod: { } target } invocation when !IsAwaitable(target.ReturnType) => meaning.Of(invocation, graph),
        IObjectCreationOperation creation => meaning.Of(creation, graph),
        _ => Meaning.Unknown,
    };

    private static bool IsAwaitable(ITypeSymbol type)
        => type.Name is "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" or "TaskAwaiter" or "ValueTaskAwaiter";

    private static bool HasOutcome(Place place, BodyGraphs graphs, ValueMeaning meaning, HashSet<Graph> asked)
    {
        var walk = new Walk(graphs, (o, g) => IsEntry(o, g, meaning, isOutcome: true), (o, g, v) => IsNever(o, g, v, meaning));
        walk.After(place);
        if (!walk.Leaves)
        {
            return true;
        }

        // What a function does not record itself, the body that makes or calls it must.
        var uses = place.Graph.Parent is null || !asked.Add(place.Graph)
            ? []
            : graphs.Places.Where(p => graphs.FunctionAt(p.Operation) == place.Graph).ToList();
        return uses.Count > 0 && uses.All(u => HasOutcome(u, graphs, meaning, asked));
    }

    /// <summary>Whoever calls a method that demands a StepApproval has one, and only the governor makes them.</summary>
    private bool HoldsApproval(IMethodBodyOperation body)
        => body.SemanticModel?.GetDeclaredSymbol(body.Syntax) is IMethodSymbol method && controls.DemandsApproval(method);

    private static List<Place> PlacesOf(ActionSite site, BodyGraphs graphs)
    {
        var here = graphs.Places.Where(p => p.Operation.Syntax == site.Syntax).ToList();
        var exact = here.Where(p => MemberUse.Of(p.Operation).Any(u => GovernanceSymbols.Same(u.Target, site.Target))).ToList();
        if (exact.Count > 0 || here.Count > 0)
        {
            return exact.Count > 0 ? exact : here;
        }

        // A using's Dispose stands at the resource, inside what the using's own syntax covers.
        return [.. graphs.Places.Where(p => p.Operation is IInvocationOperation { IsImplicit: true } call && site.Syntax.Span.Contains(call.Syntax.Span)
                                         && call.TargetMethod.Name == site.Target.Name)];
    }
}
