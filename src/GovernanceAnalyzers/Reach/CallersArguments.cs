using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Catalogue.Conditions;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>
/// Reads an action in a helper again with the arguments that the helper is called with: those of every call of this one root's walk, so that
/// <c>SendAsync(request)</c> is a mere question where all that the root's calls hand over are. What the root itself is called with is not known; of an
/// entry point its name is, and so its own actions are read again, too.
/// </summary>
internal sealed class CallersArguments(ReachRoot root, IReadOnlyCollection<Edge> edges, ActionCatalogue catalogue, IAssemblySymbol source, Func<SyntaxNode, IOperation?> operationOf)
{
    private ILookup<ISymbol, Edge>? _callers;

    private ILookup<ISymbol, Edge> Callers => _callers ??= edges.ToLookup(e => (ISymbol)e.Callee.OriginalDefinition, SymbolEqualityComparer.Default);

    /// <summary>The actions, each as it was found where the arguments say nothing more.</summary>
    public IEnumerable<ReachedAction> Read(IEnumerable<ReachedAction> actions)
        => actions.GroupBy(a => (a.Way.End, Target: a.Way.Trail?.Last.Target ?? a.Site.Target)).SelectMany(g => Read([.. g], g.Key.End, g.Key.Target));

    private IEnumerable<ReachedAction> Read(IReadOnlyList<ReachedAction> found, SyntaxNode place, IMethodSymbol target)
    {
        if ((found[0].Way.Length < 2 && root.Tool is null) || !catalogue.HasConditions(target)
            || Use(place, target) is not { } operation)
        {
            return found;
        }

        var known = new ValueReader(source, operationOf) { ArgumentsOf = ArgumentsOf, Tool = root.Tool };
        var read = catalogue.Of(operation, target, known);
        return found.All(f => read.Contains(f.Action)) ? found : read.Select(action => found[0] with { Action = action });
    }

    private IReadOnlyList<IOperation>? ArgumentsOf(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { OriginalDefinition: var method } || GovernanceSymbols.Same(method, root.Method.OriginalDefinition))
        {
            return null;
        }

        var arguments = new List<IOperation>();
        foreach (var edge in Callers[method.PartialDefinitionPart ?? method].Concat(method.PartialImplementationPart is { } part ? Callers[part] : []))
        {
            if (edge.Call.Message is not null || Use(edge.Call.Syntax, edge.Call.Target) is not { } call || ArgumentAt(call, parameter.Ordinal) is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
        }

        return arguments.Count > 0 ? arguments : null;
    }

    private static IOperation? ArgumentAt(IOperation call, int ordinal) => (call switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        _ => [],
    }).FirstOrDefault(a => a.Parameter?.Ordinal == ordinal)?.Value;

    /// <summary>The operation by which the syntax calls the member.</summary>
    private IOperation? Use(SyntaxNode place, IMethodSymbol target)
        => operationOf(place)?.DescendantsAndSelf().FirstOrDefault(o => o.Syntax == place && o is IInvocationOperation or IObjectCreationOperation
            && MemberUse.Of(o).Any(u => GovernanceSymbols.Same(u.Target.OriginalDefinition, target.OriginalDefinition)));
}
