using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>
/// What the locals of one body are given, wherever in it. Read in one pass over the body, lambdas and local functions too, and kept as long as its
/// operations are: who asks for each local again goes over the whole body as often as it has locals.
/// </summary>
internal sealed class LocalValues
{
    private static readonly ConditionalWeakTable<IOperation, LocalValues> s_bodies = new();

    private readonly Dictionary<ILocalSymbol, List<IOperation>> _given = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ILocalSymbol, IOperation?> _declared = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ILocalSymbol> _setAgain = new(SymbolEqualityComparer.Default);

    private LocalValues(IOperation body)
    {
        foreach (var operation in body.Descendants())
        {
            Note(operation);
        }
    }

    /// <summary>Those of the whole body that the operation stands in.</summary>
    public static LocalValues Around(IOperation operation)
        => s_bodies.GetValue(operation.Root(), static body => new(body));

    /// <summary>What a local is declared with, where it is never set again.</summary>
    public IOperation? OnlyValueOf(ILocalSymbol local) => !_setAgain.Contains(local) && _declared.TryGetValue(local, out var value) ? value : null;

    /// <summary>All that a local is ever given; where it is given something that is no value of its own, the operation that does so.</summary>
    public IReadOnlyList<IOperation> GivenTo(ILocalSymbol local) => _given.TryGetValue(local, out var given) ? given : [];

    private void Note(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator:
                var initial = declarator.GetVariableInitializer()?.Value;
                _declared[declarator.Symbol] = initial;
                Give(declarator.Symbol, initial);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                GiveAll(deconstruction.Target, deconstruction);
                break;
            case IAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                _setAgain.Add(target.Local);
                Give(target.Local, assignment.Value);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                GiveAll(argument.Value, argument);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol declared }:
                Give(declared, operation);
                break;
            case IForEachLoopOperation loop:
                GiveAll(loop.LoopControlVariable, loop);
                break;
        }
    }

    private void GiveAll(IOperation target, IOperation given)
    {
        foreach (var inner in target.DescendantsAndSelf())
        {
            switch (inner)
            {
                case ILocalReferenceOperation reference:
                    _setAgain.Add(reference.Local);
                    Give(reference.Local, given);
                    break;
                case IVariableDeclaratorOperation declarator:
                    Give(declarator.Symbol, given);
                    break;
            }
        }
    }

    private void Give(ILocalSymbol local, IOperation? given)
    {
        if (given is null)
        {
            return;
        }

        if (!_given.TryGetValue(local, out var all))
        {
            _given.Add(local, all = []);
        }

        all.Add(given);
    }
}
