using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>What is known of all values that a field or property is ever given.</summary>
/// <param name="Type">The one type that every value is of, exactly; null where they differ or one is not seen.</param>
/// <param name="Code">The code that the values are, where each is a lambda or a method; null where one is not seen.</param>
internal sealed record KeptValue(ITypeSymbol? Type, ImmutableArray<IMethodSymbol>? Code)
{
    public static readonly KeptValue Unknown = new(null, null);
}

/// <summary>
/// The values of private fields, of read-only ones and of properties that only their type sets: all assignments stand in the type, so its own text is
/// all that is looked at. Found by name, and bound only where the name occurs.
/// </summary>
internal sealed class KeptValues(SourceModels models)
{
    private readonly ConcurrentDictionary<ISymbol, KeptValue> _known = new(SymbolEqualityComparer.Default);

    public KeptValue Of(ISymbol member) => _known.GetOrAdd(member.OriginalDefinition, Find);

    private KeptValue Find(ISymbol member)
    {
        if (!models.Has(member) || !IsClosed(member))
        {
            return KeptValue.Unknown;
        }

        var values = new List<IOperation>();
        foreach (var declaration in member.DeclaringSyntaxReferences.Select(r => r.GetSyntax()))
        {
            var initializer = declaration switch
            {
                VariableDeclaratorSyntax field => field.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value,
                _ => null,
            };
            if (initializer is not null && !Add(initializer, values))
            {
                return KeptValue.Unknown;
            }
        }

        foreach (var type in member.ContainingType.DeclaringSyntaxReferences.Select(r => r.GetSyntax()))
        {
            foreach (var name in type.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == member.Name))
            {
                if (!IsOnlyRead(name, member, values))
                {
                    return KeptValue.Unknown;
                }
            }
        }

        values.RemoveAll(v => v.ConstantValue is { HasValue: true, Value: null });
        return new(OneType(values), Code(values));
    }

    /// <summary>Nobody but the type itself, and what stands in it, can give it a value. Who has put an attribute on a field may have a library set it.</summary>
    private static bool IsClosed(ISymbol member) => member is IFieldSymbol field
        ? !field.DeclaringSyntaxReferences.IsEmpty && (field.IsReadOnly || (field.DeclaredAccessibility == Accessibility.Private && field.GetAttributes().IsEmpty))
        : member is IPropertySymbol property && !property.DeclaringSyntaxReferences.IsEmpty && !property.IsAbstract && !property.IsVirtual && !property.IsOverride
            && property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private, IsInitOnly: false }
            && property.DeclaringSyntaxReferences.All(r => r.GetSyntax() is PropertyDeclarationSyntax
            {
                ExpressionBody: null, AccessorList.Accessors: var accessors,
            } && accessors.All(a => a is { Body: null, ExpressionBody: null }));

    /// <summary>Adds the value where the name stands for one that is assigned; false where it may be given one that is not seen.</summary>
    private bool IsOnlyRead(IdentifierNameSyntax name, ISymbol member, List<IOperation> values) => NamedTarget.SetBy(name) is not { } set || !IsMeant(name, member)
        || (set is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.CoalesceAssignmentExpression, Right: var value } && Add(value, values));

    private bool IsMeant(IdentifierNameSyntax name, ISymbol member)
        => models.Of(name.SyntaxTree) is var model && GovernanceSymbols.Same(model.GetSymbolInfo(name).Symbol?.OriginalDefinition, member);

    private bool Add(ExpressionSyntax value, List<IOperation> values)
    {
        if (models.OperationOf(value) is not { } operation)
        {
            return false;
        }

        values.Add(operation);
        return true;
    }

    private static ITypeSymbol? OneType(List<IOperation> values)
    {
        var types = values.Select(Receivers.Made).Distinct<ITypeSymbol?>(SymbolEqualityComparer.Default).ToList();
        return types is [{ } only] ? only : null;
    }

    private static ImmutableArray<IMethodSymbol>? Code(List<IOperation> values)
    {
        var code = values.Select(v => HandedCode.Of(v) switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            IMethodReferenceOperation reference => reference.Method,
            _ => null,
        }).ToList();
        return code.Count > 0 && code.All(c => c is not null) ? [.. code.OfType<IMethodSymbol>()] : null;
    }
}
