using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Catalogue.Conditions;

/// <summary>What a body does with a local or a parameter, wherever in the body: the order of its statements is not asked.</summary>
internal sealed class ObjectUse(IAssemblySymbol source, Func<SyntaxNode, IOperation?> operationOf)
{
    private const int HandingLimit = 4;

    /// <summary>Its code is to be seen, also where an editor shows that of other projects.</summary>
    public bool IsSource(ISymbol member) => GovernanceSymbols.Same(member.ContainingAssembly, source) && !member.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>All that the local is set to; null where it is set in another way than by a plain assignment, or by adding to a text.</summary>
    public IReadOnlyList<IOperation>? ValuesOf(ILocalReferenceOperation local)
    {
        var values = new List<IOperation>();
        foreach (var operation in local.Root().Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && GovernanceSymbols.Same(declarator.Symbol, local.Local))
            {
                values.AddRange(declarator.GetVariableInitializer() is { } initializer ? [initializer.Value] : []);
            }
            else if (operation is ISimpleAssignmentOperation { IsRef: false } assignment && IsSame(assignment.Target, local))
            {
                values.Add(assignment.Value);
            }
            else if (IsSetOtherwise(operation, local) && !(operation is ICompoundAssignmentOperation addition && AddsText(addition)))
            {
                return null;
            }
        }

        return values.Count > 0 ? values : null;
    }

    /// <summary>What is added to the text that the local is, in the order written: <c>sql += " ORDER BY name"</c>.</summary>
    public IReadOnlyList<IOperation> AddedTo(ILocalReferenceOperation local) => Added(local, target => IsSame(target, local));

    /// <summary>What is added to the text that the object's property is.</summary>
    public IReadOnlyList<IOperation> AddedTo(IOperation reference, string property)
        => Added(reference, target => target is IPropertyReferenceOperation { Property.Name: var name, Instance: { } instance } && name == property && IsSame(instance, reference));

    /// <summary>The parameter does not keep the argument that it came with.</summary>
    public bool IsSetAgain(IOperation parameter) => parameter.Root().Descendants().Any(o =>
        (o is ISimpleAssignmentOperation assignment && IsSame(assignment.Target, parameter)) || IsSetOtherwise(o, parameter));

    /// <summary>The values of a field that keeps what its declaration and the constructors set; null where one hands it on to be set.</summary>
    public IReadOnlyList<IOperation>? ValueOf(IFieldSymbol field)
    {
        if (!(field.IsReadOnly || IsSetOnceOnly(field)) || !IsSource(field) || field.DeclaringSyntaxReferences is not [var reference])
        {
            return null;
        }

        var initial = reference.GetSyntax() is VariableDeclaratorSyntax { Initializer: { } initializer } ? Initial(initializer) : null;
        if (!IsSetByConstructor(field))
        {
            return initial;
        }

        var values = new List<IOperation>(initial ?? []);
        foreach (var use in field.ContainingType.Constructors.SelectMany(c => c.DeclaringSyntaxReferences).Select(r => operationOf(r.GetSyntax()))
            .SelectMany(b => b is null ? [] : b.Descendants()).OfType<IFieldReferenceOperation>().Where(r => GovernanceSymbols.Same(r.Field, field)))
        {
            switch (use.Parent)
            {
                case ISimpleAssignmentOperation assignment when assignment.Target == use:
                    values.Add(assignment.Value);
                    break;
                case IAssignmentOperation or IIncrementOrDecrementOperation or ITupleOperation or IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }:
                    return null;
            }
        }

        return values.Count > 0 ? values : null;
    }

    /// <summary>All that a method of the source, or a property's getter, can return; null where another may run in its place.</summary>
    public IReadOnlyList<IOperation>? Returned(IMethodSymbol? method)
    {
        method = method?.OriginalDefinition;
        method = method?.PartialImplementationPart ?? method;
        if (method is null or { IsAbstract: true } or { IsVirtual: true } or { IsOverride: true, IsSealed: false } || !IsSource(method) || method.DeclaringSyntaxReferences is not [var reference])
        {
            return null;
        }

        if (method.AssociatedSymbol is IPropertySymbol property && reference.GetSyntax() is AccessorDeclarationSyntax { Body: null, ExpressionBody: null })
        {
            return !IsSetByConstructor(property) && property.DeclaringSyntaxReferences is [var declared]
                && declared.GetSyntax() is PropertyDeclarationSyntax { Initializer: { } initializer } ? Initial(initializer) : null;
        }

        var returned = operationOf(reference.GetSyntax()) is { } body ? Returns(body).ToList() : [];
        return returned.Count == 0 || returned.Any(r => r is not { Kind: OperationKind.Return, ReturnedValue: not null }) ? null : [.. returned.Select(r => r.ReturnedValue!)];
    }

    /// <summary>What the body sets the object's property to.</summary>
    public IReadOnlyList<IOperation> SetTo(IOperation reference, string property) =>
    [
        .. reference.Root().Descendants().OfType<ISimpleAssignmentOperation>()
            .Where(a => Sets(a, property) && a.Target is IPropertyReferenceOperation { Instance: { } instance } && IsSame(instance, reference))
            .Select(a => a.Value),
    ];

    /// <summary>The object gets another name, or code of the source that changes it.</summary>
    public bool MayBeChanged(IOperation reference, string property) => MayBeChanged(reference, property, HandingLimit);

    public static bool Sets(ISimpleAssignmentOperation assignment, string property)
        => assignment.Target is IPropertyReferenceOperation { Property.Name: var name } && name == property;

    private bool MayBeChanged(IOperation reference, string property, int depth)
        => reference.Root().Descendants().Any(o => IsSame(o, reference) && MayChange(o, property, depth));

    private bool MayChange(IOperation reference, string property, int depth)
    {
        var (at, parent) = (reference, reference.Parent);
        while (parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            (at, parent) = (parent, parent.Parent);
        }

        return parent switch
        {
            // Its own members, and what only looks at it.
            IPropertyReferenceOperation { Property.Name: var name } own when name == property
                => own.Parent is ICoalesceAssignmentOperation || (own.Parent is ICompoundAssignmentOperation change && !AddsText(change)),
            IConditionalAccessOperation access => access.Descendants().Any(o => o is IAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var set } } && set == property),
            IIsPatternOperation test => test.Descendants().Any(o => DeclaredBy(o) is not null),
            IMemberReferenceOperation or IBinaryOperation or IReturnOperation or IUsingOperation
                or IExpressionStatementOperation or INameOfOperation => false,
            IInvocationOperation { Instance: var instance } call when instance == at => IsSource(call.TargetMethod),
            ISimpleAssignmentOperation assignment when assignment.Target == at => false,
            IArgumentOperation argument => IsHandedToChange(argument, property, depth),
            _ => true,
        };
    }

    private bool IsHandedToChange(IArgumentOperation argument, string property, int depth)
    {
        if (argument.Parameter is not { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol { OriginalDefinition: var method } } parameter)
        {
            return true;
        }

        if (!IsSource(method))
        {
            return false;
        }

        if (depth == 0 || method.IsAbstract || method.IsVirtual || method is { IsOverride: true, IsSealed: false } || operationOf(method.DeclaringSyntaxReferences[0].GetSyntax()) is not { } body)
        {
            return true;
        }

        var uses = body.Descendants().OfType<IParameterReferenceOperation>().Where(r => r.Parameter.Ordinal == parameter.Ordinal && GovernanceSymbols.Same(r.Parameter.ContainingSymbol, method)).ToList();
        return uses.Any(u => MayChange(u, property, depth - 1)) || (uses is [var first, ..] && SetTo(first, property).Count + AddedTo(first, property).Count > 0);
    }

    /// <summary>Nothing but its declaration and its type's constructors sets the private field: read by the names in its type's own text, for nobody else can. Who has put an attribute on it may have a library set it.</summary>
    private static bool IsSetOnceOnly(IFieldSymbol field)
    {
        var types = field.ContainingType.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).ToList();
        return field.DeclaredAccessibility == Accessibility.Private && field.GetAttributes().IsEmpty
            && !types.SelectMany(t => t.DescendantNodes()).OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == field.Name && NamedTarget.SetBy(n) is { } set && !IsConstructors(set));

        bool IsConstructors(SyntaxNode set) => set.IsKind(SyntaxKind.SimpleAssignmentExpression) && types.Contains(set.FirstAncestorOrSelf<ConstructorDeclarationSyntax>()?.Parent!);
    }

    private static List<IOperation> Added(IOperation reference, Func<IOperation, bool> isIt)
        => [.. reference.Root().Descendants().OfType<ICompoundAssignmentOperation>().Where(a => AddsText(a) && isIt(a.Target)).Select(a => a.Value)];

    private static bool AddsText(ICompoundAssignmentOperation assignment)
        => assignment is { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String };

    private IReadOnlyList<IOperation>? Initial(EqualsValueClauseSyntax initializer)
        => operationOf(initializer) is ISymbolInitializerOperation { Value: var value } ? [value] : null;

    /// <summary>By name alone, which is more than is so.</summary>
    private static bool IsSetByConstructor(ISymbol member) => member.ContainingType.Constructors
        .SelectMany(c => c.DeclaringSyntaxReferences).Select(r => r.GetSyntax()).OfType<ConstructorDeclarationSyntax>()
        .SelectMany(c => c.DescendantNodes()).OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == member.Name);

    private static IEnumerable<IReturnOperation> Returns(IOperation body)
    {
        var open = new Stack<IOperation>([.. body.ChildOperations]);
        while (open.Count > 0)
        {
            var operation = open.Pop();
            if (operation is IReturnOperation returned)
            {
                yield return returned;
            }

            foreach (var child in operation.ChildOperations)
            {
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                {
                    open.Push(child);
                }
            }
        }
    }

    private static bool IsSetOtherwise(IOperation operation, IOperation reference) => operation switch
    {
        ISimpleAssignmentOperation { IsRef: true } assignment => IsSame(assignment.Target, reference),
        ICompoundAssignmentOperation assignment => IsSame(assignment.Target, reference),
        ICoalesceAssignmentOperation assignment => IsSame(assignment.Target, reference),
        IIncrementOrDecrementOperation change => IsSame(change.Target, reference),
        IDeconstructionAssignmentOperation assignment => assignment.Target.DescendantsAndSelf().Any(o => IsSame(o, reference)),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value.DescendantsAndSelf().Any(o => IsSame(o, reference)),
        IAddressOfOperation address => IsSame(address.Reference, reference),
        _ => reference is ILocalReferenceOperation local && DeclaredBy(operation) is { } declared && GovernanceSymbols.Same(declared, local.Local),
    };

    /// <summary>The variable that a pattern gives what it looks at.</summary>
    private static ISymbol? DeclaredBy(IOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        IListPatternOperation list => list.DeclaredSymbol,
        _ => null,
    };

    private static bool IsSame(IOperation operation, IOperation reference) => (operation, reference) switch
    {
        (IConversionOperation { OperatorMethod: null, Operand: var same }, _) => IsSame(same, reference),
        (ILocalReferenceOperation one, ILocalReferenceOperation other) => GovernanceSymbols.Same(one.Local, other.Local),
        (IParameterReferenceOperation one, IParameterReferenceOperation other) => GovernanceSymbols.Same(one.Parameter, other.Parameter),
        _ => false,
    };
}
