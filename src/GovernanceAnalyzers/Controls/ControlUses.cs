using System.Collections.Concurrent;
using GovernanceAnalyzers.Reach;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Controls;

/// <summary>The controls that a body uses, and the methods of the source that exactly run when it does.</summary>
/// <param name="Confirms">It asks a person somewhere.</param>
/// <param name="Logs">It writes to the action log somewhere.</param>
/// <param name="IsConfirmationAsserted">A confirmation it uses is one by its mark, not by our contracts.</param>
/// <param name="IsLogAsserted">A log entry it writes is one by its mark.</param>
/// <param name="Helpers">The methods, in the order of the text.</param>
internal sealed record BodyUses(bool Confirms, bool Logs, bool IsConfirmationAsserted, bool IsLogAsserted, ImmutableArray<IMethodSymbol> Helpers)
{
    public bool Controls => Confirms || Logs;

    /// <summary>It calls something of the source of which only the flow may tell what runs.</summary>
    public bool IsOpen { get; init; }

    /// <summary>It throws by itself, so it may be a helper that nobody comes back from.</summary>
    public bool Throws { get; init; }

    public BodyUses And(BodyUses other) => new(
        Confirms || other.Confirms, Logs || other.Logs, IsConfirmationAsserted || other.IsConfirmationAsserted, IsLogAsserted || other.IsLogAsserted, Helpers)
    {
        Throws = Throws, IsOpen = IsOpen,
    };
}

/// <summary>
/// Which bodies use a control at all, by themselves or through what they call: no graph is made of any other. Memoised per method.
/// </summary>
internal sealed class ControlUses(ControlMembers controls, GovernanceSymbols symbols, SourceModels models)
{
    private const int BodyBudget = 300;

    private readonly ConcurrentDictionary<IMethodSymbol, BodyUses> _own = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, BodyUses> _all = new(SymbolEqualityComparer.Default);

    /// <summary>The source has the method's body, and it is neither a step, which is governed at its own place, nor a control itself.</summary>
    public bool IsHelper(IMethodSymbol method) => method is { IsAbstract: false, IsExtern: false, MethodKind: not (MethodKind.LocalFunction or MethodKind.DelegateInvoke) }
        && symbols.IsHere(method)
        && !controls.IsControl(method)
        && symbols.StepOf(method) is null;

    /// <summary>By itself and by whatever it calls.</summary>
    public BodyUses Of(IMethodSymbol method) => _all.GetOrAdd(method, m => Close(Own(m)));

    private BodyUses Close(BodyUses uses)
    {
        var seen = new HashSet<IMethodSymbol>(uses.Helpers, SymbolEqualityComparer.Default);
        var open = new Queue<IMethodSymbol>(uses.Helpers);
        while (open.Count > 0 && seen.Count <= BodyBudget)
        {
            var next = Own(open.Dequeue());
            uses = uses.And(next);
            foreach (var helper in next.Helpers)
            {
                if (seen.Add(helper))
                {
                    open.Enqueue(helper);
                }
            }
        }

        return uses;
    }

    private BodyUses Own(IMethodSymbol method)
        => _own.GetOrAdd(method, m => Read(BodySyntax.Of(m, default).Select(models.OperationOf).OfType<IOperation>()));

    private BodyUses Read(IEnumerable<IOperation> bodies)
    {
        var uses = new BodyUses(false, false, false, false, []);
        var helpers = ImmutableArray.CreateBuilder<IMethodSymbol>();
        var operations = bodies.SelectMany(b => b.DescendantsAndSelf()).ToList();
        foreach (var (target, isExact) in operations.SelectMany(MemberUse.Of))
        {
            var control = controls.Of(target);
            uses = uses.And(new(
                control.Confirmation is not null, control.Log is not null, control.Confirmation is { IsAsserted: true }, control.IsLogAsserted, []));
            if (isExact && IsHelper(target.OriginalDefinition))
            {
                helpers.Add(target.OriginalDefinition);
            }
            else if (!isExact && symbols.IsHere(target))
            {
                uses = uses with { IsOpen = true };
            }
        }

        return uses with { Helpers = helpers.ToImmutable(), Throws = operations.Any(o => o.Kind == OperationKind.Throw) };
    }
}
