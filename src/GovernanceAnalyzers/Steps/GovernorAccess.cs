using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Steps;

/// <summary>What is wrong with the way to the governor (GVN1011).</summary>
internal enum GovernorProblem
{
    None,
    Missing,
    Ambiguous,
}

/// <summary>How the plumbing of a step reaches its <c>IStepGovernor</c>.</summary>
internal sealed class GovernorAccess
{
    private GovernorAccess(string? name, bool isParameter, GovernorProblem problem)
    {
        Name = name;
        IsStepParameter = isParameter;
        Problem = problem;
    }

    /// <summary>The field, property, primary-constructor parameter or step parameter, by name.</summary>
    public string? Name { get; }

    /// <summary>It is a parameter of the step itself.</summary>
    public bool IsStepParameter { get; }

    public GovernorProblem Problem { get; }

    /// <summary>
    /// A step's own parameter first, then a field or property of the type or an accessible one of a base type, then a primary-constructor
    /// parameter; a member comes before the parameter that it is filled from.
    /// </summary>
    public static GovernorAccess Of(IMethodSymbol method, GovernanceSymbols symbols)
    {
        var type = method.ContainingType;
        return Choose(method.Parameters.Where(p => IsGovernor(p.Type, symbols)), true)
            ?? Choose(Members(type, method, symbols, inherited: false), false)
            ?? (method.IsStatic ? null : Choose(Members(type.BaseType, method, symbols, inherited: true), false))
            ?? (method.IsStatic ? null : Choose(PrimaryConstructorParameters(type).Where(p => IsGovernor(p.Type, symbols)), false))
            ?? new(null, false, GovernorProblem.Missing);
    }

    private static GovernorAccess? Choose(IEnumerable<ISymbol> candidates, bool isParameter) => candidates.Take(2).ToArray() switch
    {
        [] => null,
        [var one] => new(one.Name, isParameter, GovernorProblem.None),
        [var first, ..] => new(first.Name, isParameter, GovernorProblem.Ambiguous),
    };

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol? type, IMethodSymbol method, GovernanceSymbols symbols, bool inherited)
    {
        for (; type is not null; type = inherited ? type.BaseType : null)
        {
            foreach (var member in type.GetMembers())
            {
                var candidate = member is IFieldSymbol { AssociatedSymbol: null, IsImplicitlyDeclared: false } field && IsGovernor(field.Type, symbols)
                             || member is IPropertySymbol { IsIndexer: false, GetMethod: not null, ExplicitInterfaceImplementations: [] } property
                                && IsGovernor(property.Type, symbols);
                if (candidate && member.IsStatic == method.IsStatic
                    && (!inherited || symbols.Compilation.IsSymbolAccessibleWithin(member, method.ContainingType)))
                {
                    yield return member;
                }
            }
        }
    }

    private static IEnumerable<IParameterSymbol> PrimaryConstructorParameters(INamedTypeSymbol type)
        => type.InstanceConstructors
            .FirstOrDefault(c => c.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null }))
            ?.Parameters ?? [];

    private static bool IsGovernor(ITypeSymbol type, GovernanceSymbols symbols) => GovernanceSymbols.Same(type, symbols.StepGovernor);
}
