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
    public static GovernorAccess Of(Step step)
    {
        var type = step.Method.ContainingType;
        var isStatic = step.Method.IsStatic;
        return Choose(step.Method.Parameters.Where(p => IsGovernor(p.Type, step)), true)
            ?? Choose(Members(type, step, isStatic, inherited: false), false)
            ?? (isStatic ? null : Choose(Members(type.BaseType, step, isStatic, inherited: true), false))
            ?? (isStatic ? null : Choose(PrimaryConstructorParameters(type).Where(p => IsGovernor(p.Type, step)), false))
            ?? new(null, false, GovernorProblem.Missing);
    }

    private static GovernorAccess? Choose(IEnumerable<ISymbol> candidates, bool isParameter) => candidates.Take(2).ToArray() switch
    {
        [] => null,
        [var one] => new(one.Name, isParameter, GovernorProblem.None),
        [var first, ..] => new(first.Name, isParameter, GovernorProblem.Ambiguous),
    };

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol? type, Step step, bool isStatic, bool inherited)
    {
        for (; type is not null; type = inherited ? type.BaseType : null)
        {
            foreach (var member in type.GetMembers())
            {
                var candidate = member is IFieldSymbol { AssociatedSymbol: null, IsImplicitlyDeclared: false } field && IsGovernor(field.Type, step)
                             || member is IPropertySymbol { IsIndexer: false, GetMethod: not null, ExplicitInterfaceImplementations: [] } property
                                && IsGovernor(property.Type, step);
                if (candidate && member.IsStatic == isStatic
                    && (!inherited || step.Symbols.Compilation.IsSymbolAccessibleWithin(member, step.Method.ContainingType)))
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

    private static bool IsGovernor(ITypeSymbol type, Step step) => GovernanceSymbols.Same(type, step.Symbols.StepGovernor);
}
