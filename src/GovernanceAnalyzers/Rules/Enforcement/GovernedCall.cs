using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>An action or a step that a root comes to.</summary>
/// <param name="Verb">As messages name it, without the person: <c>perform</c>, <c>call</c>.</param>
/// <param name="What">The object of that: <c>files.delete (High)</c>, <c>step 'refunds/issue'</c>.</param>
/// <param name="Way">The shortest way there.</param>
/// <param name="Further">What of the path another assembly's summary has told; null where nothing.</param>
/// <param name="IsCertain">Nothing but who answers the calls on the way is a guess.</param>
/// <param name="NeedsConfirmation">It is a Medium or High action.</param>
/// <param name="NeedsLog">It is one that has to be on record.</param>
/// <param name="Properties">For a finding that there would not be without it.</param>
internal sealed record GovernedEnd(
    string Verb, string What, Way Way, string? Further, bool IsCertain, bool NeedsConfirmation, bool NeedsLog, ImmutableDictionary<string, string?> Properties)
{
    /// <summary>The action itself, or the call of the step.</summary>
    public Hop Last => Way.Trail!.Last;

    public static IEnumerable<GovernedEnd> Of(RootReach reach) => reach.Actions
        .OrderByDescending(a => a.Action.Tier)
        .Select(a => new GovernedEnd(
            "perform", $"{a.Action}", a.Way, a.Action.Path, !a.Action.IsInferred, a.Action.NeedsConfirmation, a.Action.NeedsLog, a.Action.Properties))
        .Concat(reach.Steps.Select(s => new GovernedEnd(
            "call", $"step '{s.What.Step.Title()}'", s.Way, null, true, false, true, ImmutableDictionary<string, string?>.Empty)));
}

/// <summary>
/// A call that takes an action, goes to a step or leads to one: each such call of each body that the root runs, for what becomes of a task or of a failure is
/// decided at every one of them, not only at those on the shortest way.
/// </summary>
/// <param name="End">What it leads to.</param>
/// <param name="Way">From the root by this call to that.</param>
/// <param name="Call">The call, in whichever body.</param>
internal sealed record GovernedCall(GovernedEnd End, Way Way, SyntaxNode Call)
{
    /// <summary>It is what the way ends with, and nothing that leads there.</summary>
    public bool IsEnd => Call == End.Last.Call;

    public bool IsCertain => End.IsCertain && Way.Confidence == Confidence.Exact;

    /// <summary><c>performs files.delete (High)</c>; where it is a guess, <c>may perform</c>.</summary>
    public string What => IsCertain ? $"{End.Verb}s {End.What}" : $"may {End.Verb} {End.What}";

    public string Path => End.Further is { } further ? $"{Way} → {further}" : Way.ToString();

    /// <summary>The place in the root's own body.</summary>
    public SyntaxNode Start => Way.Start;

    /// <summary>Every call that leads to one of the ends, once: to one that is certain before one that is not, and to the nearest.</summary>
    public static IEnumerable<GovernedCall> To(IReadOnlyList<GovernedEnd> ends, ImmutableArray<Edge> edges)
    {
        if (ends.Count == 0)
        {
            return [];
        }

        // Mostly nothing is a guess, and then the one is the other.
        var all = Rest.ToEnds(ends, edges);
        var certain = ends.All(e => e.IsCertain) && edges.All(IsCertainEdge) ? all : Rest.ToEnds(ends.Where(e => e.IsCertain), edges.Where(IsCertainEdge));
        return ends.Select(e => new GovernedCall(e, e.Way, e.Last.Call))
            .Concat(edges.SelectMany(edge => Through(edge, certain).Concat(Through(edge, all))))
            .GroupBy(c => c.Call)
            .Select(g => g.OrderByDescending(c => c.IsCertain).ThenBy(c => c.Way.Length).First())
            .OrderBy(c => c.Start, SourceOrder.Comparer).ThenBy(c => c.Call, SourceOrder.Comparer);
    }

    private static bool IsCertainEdge(Edge edge) => edge.Trail.Last.Confidence == Confidence.Exact;

    private static IEnumerable<GovernedCall> Through(Edge edge, Dictionary<IMethodSymbol, Rest> onward)
        => onward.TryGetValue(edge.Callee, out var rest) ? [new(rest.End, rest.After(edge.Trail), edge.Call.Syntax)] : [];

    /// <summary>The shortest way on from a body to an end, hop by hop.</summary>
    private sealed record Rest(GovernedEnd End, Hop Hop, Rest? Next)
    {
        /// <summary>Of each body from which one of the ends is reached, found backwards.</summary>
        public static Dictionary<IMethodSymbol, Rest> ToEnds(IEnumerable<GovernedEnd> ends, IEnumerable<Edge> edges)
        {
            var onward = new Dictionary<IMethodSymbol, Rest>(SymbolEqualityComparer.Default);
            var callers = edges.ToLookup(e => e.Callee, SymbolEqualityComparer.Default);
            var open = new Queue<IMethodSymbol>();
            foreach (var end in ends)
            {
                Note(end.Last.Caller, new(end, end.Last, null));
            }

            while (open.Count > 0)
            {
                var body = open.Dequeue();
                foreach (var edge in callers[body])
                {
                    Note(edge.Caller, new(onward[body].End, edge.Trail.Last, onward[body]));
                }
            }

            return onward;

            void Note(IMethodSymbol body, Rest rest)
            {
                if (!onward.ContainsKey(body))
                {
                    onward.Add(body, rest);
                    open.Enqueue(body);
                }
            }
        }

        /// <summary>The whole way, from the root by what leads to the body.</summary>
        public Way After(Trail trail)
        {
            for (var rest = this; rest is not null; rest = rest.Next)
            {
                trail = Trail.After(trail, rest.Hop);
            }

            return new(End.Way.Root, trail, End.Way.End);
        }
    }
}
