using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Controls;

/// <summary>
/// Whether what stands before an action is a word of the caller's own: <c>if (!confirm) return</c>, <c>confirmation == "APPROVE"</c>, <c>if (dryRun)</c>. Told by the
/// name of a parameter, or of a member of one, and proven by the flow: without the branch that it opens, the action is not reached.
/// </summary>
internal static class SuppliedGate
{
    private static readonly Regex s_words = new("[A-Z]+(?![a-z])|[A-Z]?[a-z]+", RegexOptions.CultureInvariant);

    private static readonly HashSet<string> s_consent = new(StringComparer.OrdinalIgnoreCase)
    {
        "confirm", "confirmed", "confirmation", "approve", "approved", "approval", "force", "forced", "consent", "consented", "authorize", "authorized", "authorise",
        "authorised", "acknowledge", "acknowledged", "ack", "agree", "agreed", "sure", "yes", "proceed", "dry", "simulate", "preview", "whatif",
    };

    /// <summary>The name of the caller's word; null where no such word alone decides.</summary>
    public static string? Of(BodyGraphs graphs, IReadOnlyList<Place> places)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var place in graphs.Places)
        {
            if (Word(place.Operation) is { } word)
            {
                words.Add(word);
            }
        }

        return places.Count > 0 && words.Count > 0 && IsReached(graphs, places, (_, _, _) => false)
            ? words.FirstOrDefault(word => Opens(word, true, graphs, places) || Opens(word, false, graphs, places))
            : null;
    }

    private static bool Opens(string word, bool value, BodyGraphs graphs, IReadOnlyList<Place> places)
        => !IsReached(graphs, places, (condition, graph, taken) => taken == value && Asks(condition, graph, word, graphs, 0));

    /// <summary>
    /// By the branches that are not closed. Walked again until nothing more falls away, for what a variable is given on a way that is closed it does not have:
    /// of <c>var go = confirm &amp;&amp; isDue</c> a no is left.
    /// </summary>
    private static bool IsReached(BodyGraphs graphs, IReadOnlyList<Place> places, Func<IOperation, Graph, bool, bool> closes)
    {
        var reached = new HashSet<IOperation>(graphs.Places.Select(p => p.Operation));
        while (places.Any(p => reached.Contains(p.Operation)))
        {
            var before = reached;
            var walk = new Walk((_, _) => false, (condition, graph, taken) => closes(condition, graph, taken) || Is(!taken, condition, graph, graphs, before, 0))
            {
                Enters = (o, _) => graphs.FunctionAt(o),
            };
            walk.FromStart(graphs.Root);
            reached = walk.Reached;
            if (reached.Count == before.Count)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The condition is that on every way that was reached.</summary>
    private static bool Is(bool value, IOperation condition, Graph graph, BodyGraphs graphs, HashSet<IOperation> reached, int depth)
    {
        return depth < 8 && condition switch
        {
            { ConstantValue: { HasValue: true, Value: bool constant } } => constant == value,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not => Is(!value, not.Operand, graph, graphs, reached, depth + 1),
            IFlowCaptureReferenceOperation captured => Gives(graphs.Captured(graph, captured.Id).Select(v => new Given(graph, v))),
            ILocalReferenceOperation local => graphs.Assigned(local.Local) is { } assigned && Gives(assigned),
            _ => false,
        };

        bool Gives(IEnumerable<Given> values)
            => values.Where(g => reached.Contains(g.Value)).All(g => g.Element is null && Is(value, g.Value, g.Graph, graphs, reached, depth + 1));
    }

    private static bool Asks(IOperation condition, Graph graph, string word, BodyGraphs graphs, int depth) => depth < 8 && condition.DescendantsAndSelf().Any(o =>
        Word(o) == word
        || (o is IFlowCaptureReferenceOperation captured && graphs.Captured(graph, captured.Id).Any(v => Asks(v, graph, word, graphs, depth + 1)))
        || (o is ILocalReferenceOperation local && graphs.Assigned(local.Local)?.Any(a => a.Value is not null && Asks(a.Value, a.Graph, word, graphs, depth + 1)) == true));

    private static string? Word(IOperation operation) => operation switch
    {
        IParameterReferenceOperation { Parameter: { Name: var name, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } } } when IsConsent(name) => name,
        IPropertyReferenceOperation { Property.Name: var name, Instance: { } instance } when IsConsent(name) && IsOfParameter(instance) => name,
        _ => null,
    };

    private static bool IsOfParameter(IOperation instance) => instance switch
    {
        IParameterReferenceOperation => true,
        IConversionOperation conversion => IsOfParameter(conversion.Operand),
        IPropertyReferenceOperation { Instance: { } inner } => IsOfParameter(inner),
        _ => false,
    };

    /// <summary>By a word of the name, or by all of it: <c>whatIf</c> is one of two.</summary>
    private static bool IsConsent(string name) => s_consent.Contains(name) || s_words.Matches(name).Cast<Match>().Any(m => s_consent.Contains(m.Value));
}
