using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace GovernanceAnalyzers.CodeFixes.Editing;

/// <summary>Writes the methods that belong to a step. Their bodies throw: what a step does is not for a fix to guess.</summary>
internal static class StepMethods
{
    /// <summary>The private Core body, with the step's parameters.</summary>
    public static MethodDeclarationSyntax Core(StepSite site, SyntaxGenerator generator) => Method(
        site, generator, site.Step.CoreName, CoreReturn(site.Step, generator), site.Step.Method.Parameters.Select(p => (p.Name, p.Type)));

    /// <summary>The fullest handler that any host can call: the arguments that are on record, the result where there is one, cancellation.</summary>
    public static MethodDeclarationSyntax Rollback(StepSite site, string name, SyntaxGenerator generator)
    {
        var step = site.Step;
        var parameters = step.Parameters.Where(p => p is { Role: ParameterRole.Argument, IsRedacted: false }).Select(p => (p.Symbol.Name, p.Symbol.Type)).ToList();
        if (step.Return.Result is { } result)
        {
            parameters.Add((Free("result", parameters), NullableOf(result, step.Symbols.Compilation)));
        }

        if (step.Symbols.CancellationToken is { } cancellation)
        {
            parameters.Add((Free("cancellationToken", parameters), cancellation));
        }

        return Method(site, generator, name, generator.TypeExpression(step.Symbols.Task!, addImport: true), parameters);
    }

    /// <summary>What the Core body returns: the step's own awaitable of the result alone, or its stream.</summary>
    public static SyntaxNode CoreReturn(Step step, SyntaxGenerator generator)
    {
        if (step.Return.Item is { } item)
        {
            return generator.TypeExpression(step.Symbols.AsyncEnumerable!.Construct(item), addImport: true);
        }

        var (plain, of) = step.Return.Kind == ReturnKind.ValueTask
            ? (step.Symbols.ValueTask, step.Symbols.ValueTaskOf)
            : (step.Symbols.Task, step.Symbols.TaskOf);
        return generator.TypeExpression(step.Return.Result is { } result ? of!.Construct(result) : plain!, addImport: true);
    }

    public static SyntaxNode Parameter(string name, ITypeSymbol type, SyntaxGenerator generator)
        => generator.ParameterDeclaration(name, generator.TypeExpression(type, addImport: true));

    /// <summary>T?: a rollback may be ordered for a run that has no result.</summary>
    private static ITypeSymbol NullableOf(ITypeSymbol type, Compilation compilation) => type switch
    {
        { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => type,
        { IsValueType: true } => compilation.GetSpecialType(SpecialType.System_Nullable_T).Construct(type),
        _ => type.WithNullableAnnotation(NullableAnnotation.Annotated),
    };

    private static MethodDeclarationSyntax Method(
        StepSite site, SyntaxGenerator generator, string name, SyntaxNode returnType, IEnumerable<(string Name, ITypeSymbol Type)> parameters)
    {
        var exception = site.Step.Symbols.Compilation.GetTypeByMetadataName("System.NotImplementedException")!;
        var method = (MethodDeclarationSyntax)generator.MethodDeclaration(
            name,
            parameters.Select(p => Parameter(p.Name, p.Type, generator)),
            typeParameters: null,
            returnType,
            Accessibility.Private,
            site.Step.Method.IsStatic ? DeclarationModifiers.Static : DeclarationModifiers.None,
            [generator.ThrowStatement(generator.ObjectCreationExpression(generator.TypeExpression(exception, addImport: true)))]);

        // On an interface it is a member that whoever implements it gives.
        if (site.Step.Control == StepControl.Decorated)
        {
            method = method.WithModifiers(default).WithBody(null).WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken));
        }

        // The step's own type parameters, as they are written there.
        return method.WithTypeParameterList(site.Method.TypeParameterList?.WithoutTrivia()).WithConstraintClauses(site.Method.ConstraintClauses);
    }

    private static string Free(string name, List<(string Name, ITypeSymbol Type)> parameters)
    {
        var free = name;
        for (var i = 2; parameters.Exists(p => p.Name == free); i++)
        {
            free = name + i;
        }

        return free;
    }
}
