using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Catalogue.Conditions;
using GovernanceAnalyzers.Controls;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>
/// Walks the operations of one body and notes its actions, its calls and its blind spots. Lambdas belong to it, and so do the local functions that
/// it calls or hands on. What never runs does not count: <c>nameof</c>, attributes, removed calls, unused local functions, expression trees, code
/// that no path leads to.
/// </summary>
internal sealed class BodyReader(
    ActionCatalogue catalogue, ConditionalCalls conditionals, ControlMembers controls, GovernanceSymbols symbols, KeptValues kept,
    Func<SyntaxNode, IOperation?> operationOf)
{
    private readonly ImmutableArray<ActionSite>.Builder _sites = ImmutableArray.CreateBuilder<ActionSite>();
    private readonly ImmutableArray<CalledMember>.Builder _calls = ImmutableArray.CreateBuilder<CalledMember>();
    private readonly ImmutableArray<CalledStep>.Builder _steps = ImmutableArray.CreateBuilder<CalledStep>();
    private readonly ImmutableArray<BlindSpot>.Builder _blindSpots = ImmutableArray.CreateBuilder<BlindSpot>();

    /// <summary>A stack of our own: generated code may nest deeper than the thread's.</summary>
    private readonly Stack<IOperation> _open = new();

    private readonly ValueReader _values = new(symbols.Compilation.Assembly, operationOf);
    private readonly HashSet<IMethodSymbol> _entered = new(SymbolEqualityComparer.Default);
    private readonly HashSet<INamedTypeSymbol> _initialised = new(SymbolEqualityComparer.Default);
    private readonly Receivers _receivers = new(kept);
    private DeadCode? _dead;
    private bool _isGeneric;
    private bool _usesControls;

    public BodyFacts Read(IEnumerable<IOperation> roots)
    {
        foreach (var root in roots)
        {
            _dead = DeadCode.In(root);
            if (root is ILocalFunctionOperation self)
            {
                Enter(self);
            }
            else
            {
                _open.Push(root);
            }

            while (_open.Count > 0)
            {
                Visit(_open.Pop());
            }
        }

        return new(_sites.ToImmutable(), _calls.ToImmutable(), _steps.ToImmutable(), _blindSpots.ToImmutable()) { IsGeneric = _isGeneric, UsesControls = _usesControls };
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case INameOfOperation or ILocalFunctionOperation:
                return;
            case var _ when _dead!.Holds(operation):
                return;
            case var _ when ExpressionTree.IsMadeBy(operation):
                _blindSpots.Add(new("expression-tree", "a lambda handed on as data", operation.Syntax));
                return;
            case IInvocationOperation invocation when conditionals.IsRemoved(invocation.TargetMethod, invocation.Syntax):
                return;
            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation:
                LateBound(operation);
                break;
            case IFunctionPointerInvocationOperation:
                _blindSpots.Add(new("function-pointer", FirstLine(operation.Syntax), operation.Syntax));
                break;
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } invoke:
                Runs(invoke.Instance, invoke.Syntax);
                break;
            case ITypeParameterObjectCreationOperation { Type: { } parameter }:
                Call(new(operation.Syntax, symbols.Compilation.ObjectType.InstanceConstructors[0], IsExact: false) { Receiver = parameter, IsNewOfParameter = true });
                break;
            case IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field }:
                Initialises(field.ContainingType, operation.Syntax);
                break;
            default:
                foreach (var use in MemberUse.Of(operation).Concat(HiddenCalls.Of(operation)))
                {
                    Note(operation, use);
                }

                break;
        }

        HandsOn(operation);
        VisitChildren(operation);
    }

    /// <summary>Where only the overload is open, the member is known; else nothing but what it is called.</summary>
    private void LateBound(IOperation operation)
    {
        var known = MemberUse.Of(operation).ToList();
        if (operation.Parent is not IDynamicInvocationOperation)
        {
            var called = operation is IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation { MemberName: var name } } && known.Count == 0 ? name : null;
            _blindSpots.Add(new("dynamic", FirstLine(operation.Syntax), operation.Syntax) { Called = called });
        }

        foreach (var use in known)
        {
            Note(operation, use);
        }
    }

    private void VisitChildren(IOperation operation)
    {
        foreach (var child in operation.ChildOperations.Reverse())
        {
            _open.Push(child);
        }
    }

    private void Note(IOperation operation, Use use)
    {
        var bound = use.Target;
        if (bound.MethodKind == MethodKind.LocalFunction)
        {
            if (bound.DeclaringSyntaxReferences is [var declaration] && operationOf(declaration.GetSyntax()) is ILocalFunctionOperation body)
            {
                Enter(body);
            }

            return;
        }

        if (bound.IsStatic || bound.MethodKind == MethodKind.Constructor)
        {
            Initialises(bound.ContainingType, operation.Syntax);
        }

        if (operation is IObjectCreationOperation)
        {
            Finalises(bound.ContainingType, operation.Syntax);
        }

        var (receiver, isExactReceiver) = use.IsExact ? (null, false) : use.Through is { } through ? (through, false) : _receivers.Of(use.Receiver);
        var body1 = isExactReceiver && receiver is not null ? Slots.BodyIn(receiver, bound) : null;
        var target = body1 ?? bound;
        var isExact = use.IsExact || body1 is not null;

        // A step is governed at its own place, and what a control does to ask or to record is no action of the step.
        if ((StepOf(bound) ?? StepOf(target)) is { } step)
        {
            _steps.Add(new(operation.Syntax, step));
            return;
        }

        if (controls.IsControl(bound) || controls.IsControl(target))
        {
            _usesControls = true;
            return;
        }

        _usesControls |= Framework.IsOurs(bound.ContainingAssembly);

        var actions = catalogue.Of(operation, target, _values);
        if (!actions.IsEmpty)
        {
            _sites.Add(new(operation.Syntax, target, actions));
            foreach (var code in catalogue.RunBy(operation, target, _values))
            {
                Call(new(operation.Syntax, code, IsExact: !MemberUse.CanBeOverridden(code)));
            }
        }

        if (Message.In(operation, bound) is { } message)
        {
            Call(new(operation.Syntax, bound, IsExact: false) { Message = message });
        }
        else if ((actions.IsEmpty || catalogue.LooksInside(target)) && MayLeadOn(target, receiver))
        {
            Call(new(operation.Syntax, target, isExact) { Receiver = receiver });
        }
    }

    private Steps.Step? StepOf(IMethodSymbol target) => symbols.StepOf(target.OriginalDefinition);

    /// <summary>Own code, or a member of the framework that own code fills.</summary>
    private bool MayLeadOn(IMethodSymbol target, ITypeSymbol? receiver)
        => !Framework.IsOurs(target.ContainingAssembly)
        && (!Framework.Owns(target.ContainingAssembly)
            || FrameworkSlots.Holds(target)
            || receiver is ITypeParameterSymbol
            || receiver is INamedTypeSymbol { SpecialType: SpecialType.None } type && symbols.IsHere(type) && target.ContainingType.SpecialType != SpecialType.System_Object);

    private void Call(CalledMember call)
    {
        _isGeneric |= TypeArguments.IsOpen(call.Target) || TypeArguments.IsOpen(call.Receiver) || TypeArguments.IsOpen(call.Message?.Type);
        _calls.Add(call);
    }

    /// <summary>The first use of a type's static members, or of a constructor, runs its initialisers.</summary>
    private void Initialises(INamedTypeSymbol? type, SyntaxNode syntax)
    {
        if (type is not null && symbols.IsHere(type) && type.StaticConstructors.FirstOrDefault() is { } initialiser && _initialised.Add(type))
        {
            Call(new(syntax, initialiser, IsExact: true));
        }
    }

    /// <summary>Whoever makes an object has its finaliser run, some time.</summary>
    private void Finalises(INamedTypeSymbol? type, SyntaxNode syntax)
    {
        for (; type is not null && symbols.IsHere(type); type = type.BaseType)
        {
            foreach (var finaliser in type.GetMembers(WellKnownMemberNames.DestructorName).OfType<IMethodSymbol>().Where(m => m.MethodKind == MethodKind.Destructor))
            {
                Call(new(syntax, finaliser, IsExact: true));
            }
        }
    }

    private void Enter(ILocalFunctionOperation function)
    {
        if (_entered.Add(function.Symbol))
        {
            VisitChildren(function);
        }
    }

    /// <summary>A delegate is run. What it is made of here is already read; what a field keeps is looked up.</summary>
    private void Runs(IOperation? instance, SyntaxNode syntax)
    {
        switch (DelegateOrigin.Of(instance, kept))
        {
            case { IsSeen: true }:
                break;
            case { Code: { } code }:
                foreach (var target in code)
                {
                    Call(new(syntax, target, IsExact: !MemberUse.CanBeOverridden(target)));
                }

                break;
            case var origin:
                _blindSpots.Add(new("delegate", FirstLine(syntax), syntax) { IsCallers = origin.IsParameter });
                break;
        }
    }

    /// <summary>
    /// A delegate that was made elsewhere and is handed on runs there all the same. So do the members of an own object that is handed to a framework
    /// as one of the framework's interfaces or base classes: a comparer, a stream, a message handler.
    /// </summary>
    private void HandsOn(IOperation operation)
    {
        if (operation is not IArgumentOperation { Value: var value, Parameter: { RefKind: not RefKind.Out } parameter, ArgumentKind: not ArgumentKind.DefaultValue })
        {
            return;
        }

        if (value.Type is { TypeKind: TypeKind.Delegate })
        {
            Runs(value, value.Syntax);
        }
        else if (parameter.Type is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Interface or TypeKind.Class } asked
            && Framework.Owns(asked.ContainingAssembly) && Framework.Owns(parameter.ContainingAssembly)
            && _receivers.Of(value) is (INamedTypeSymbol own, true) && symbols.IsHere(own))
        {
            foreach (var slot in asked.AllInterfaces.Prepend(asked).SelectMany(t => t.GetMembers()).OfType<IMethodSymbol>().Where(MemberUse.CanBeOverridden))
            {
                if (Slots.BodyIn(own, slot) is { } body && symbols.IsHere(body))
                {
                    Call(new(value.Syntax, body, IsExact: true));
                }
            }
        }
    }

    private static string FirstLine(SyntaxNode syntax) => syntax.ToString().Split('\r', '\n')[0];
}
