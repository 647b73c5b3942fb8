using System.Collections.Concurrent;
using System.Threading;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Controls;

namespace GovernanceAnalyzers.Reach;

/// <summary>
/// The methods that lead to nothing anybody asks about, whatever they call: no action, no step, no control, and nothing that is not to be seen. Most helpers
/// of a code base are such and many roots call them, so that it is found out once, and no root walks them. The answer does not depend on who asks first.
/// </summary>
internal sealed class QuietMethods(MethodReach methods, Dispatch dispatch, ActionCatalogue catalogue, ControlMembers controls, GovernanceSymbols symbols)
{
    /// <summary>Of what a method leads to, as much is looked at as a root may reach.</summary>
    private const int Budget = ReachWalk.BodyBudget;

    private readonly ConcurrentDictionary<IMethodSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    public bool Hold(IMethodSymbol method, CancellationToken cancellationToken)
        => _known.TryGetValue(method.OriginalDefinition, out var isQuiet) ? isQuiet : Ask(method.OriginalDefinition, cancellationToken);

    private bool Ask(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var callers = new Dictionary<IMethodSymbol, IMethodSymbol?>(SymbolEqualityComparer.Default) { [method] = null };
        var open = new Queue<IMethodSymbol>(callers.Keys);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = open.Dequeue();
            if (IsKnownToLead(next) || Callees(next, cancellationToken) is not { } callees)
            {
                for (var leading = next; leading is not null; leading = callers[leading])
                {
                    _known[leading] = false;
                }

                return false;
            }

            foreach (var callee in callees)
            {
                if (!callers.ContainsKey(callee))
                {
                    callers.Add(callee, next);
                    open.Enqueue(callee);
                }
            }

            if (callers.Count > Budget)
            {
                return _known[method] = false;
            }
        }

        // What any of them leads to has been looked at.
        foreach (var quiet in callers.Keys)
        {
            _known[quiet] = true;
        }

        return true;
    }

    private bool IsKnownToLead(IMethodSymbol method) => _known.TryGetValue(method, out var isQuiet) && !isQuiet;

    /// <summary>The bodies that a method calls; null where it does something itself, or may call what is no mere body of this source.</summary>
    private List<IMethodSymbol>? Callees(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var facts = methods.FactsOf(method, cancellationToken);
        if (facts.UsesControls || facts.IsGeneric || !facts.Sites.IsEmpty || !facts.Steps.IsEmpty || facts.BlindSpots.Any(s => !s.IsCallers))
        {
            return null;
        }

        var callees = new List<IMethodSymbol>();
        foreach (var call in facts.Calls)
        {
            var resolution = dispatch.Of(call, method);
            if ((resolution.IsOpen && !catalogue.Summarises(call.Target.ContainingAssembly)) || !resolution.Bodies.All(IsPlain))
            {
                return null;
            }

            callees.AddRange(resolution.Bodies.Where(methods.HasBody).Select(b => b.OriginalDefinition));
        }

        return callees;
    }

    /// <summary>It is neither an action nor a step nor a control, and its code is here, or it is taken for what it looks like.</summary>
    private bool IsPlain(IMethodSymbol body)
        => symbols.StepOf(body.OriginalDefinition) is null && !controls.IsControl(body) && catalogue.Of(body).IsEmpty && !catalogue.LooksInside(body)
        && (methods.HasBody(body) || !methods.IsOfAnother(body));
}
