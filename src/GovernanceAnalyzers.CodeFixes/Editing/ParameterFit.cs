using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace GovernanceAnalyzers.CodeFixes.Editing;

/// <summary>A parameter that a method that belongs to a step takes.</summary>
/// <param name="Name">What it is called where it has to be added.</param>
/// <param name="Type">Its type.</param>
/// <param name="Required">False: kept where it is there, never added.</param>
internal readonly record struct WantedParameter(string Name, ITypeSymbol Type, bool Required)
{
    /// <summary>A rollback handler may take a value type's result as T?.</summary>
    public bool Accepts(ITypeSymbol type) => Signature.SameType(type, Type)
        || (!Required && type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] }
            && Signature.SameType(value, Type));
}

/// <summary>Brings a method's parameters into the order that its step gives, keeping the names that its body uses.</summary>
internal static class ParameterFit
{
    /// <summary>False where a parameter that the body uses would be lost: that is for a person to settle.</summary>
    public static bool CanFit(MethodDeclarationSyntax method, IMethodSymbol symbol, IReadOnlyCollection<WantedParameter> wanted)
    {
        // A generic method's own type parameters would have to be matched with the step's.
        var fit = Match(method, symbol, wanted);
        var names = fit.Fitted.ConvertAll(f => f.Existing?.Identifier.ValueText ?? f.Wanted.Name);
        return symbol.TypeParameters.IsEmpty
            && !fit.Left.Exists(p => IsUsed(p.Name, method))
            && names.Distinct(StringComparer.Ordinal).Count() == names.Count;
    }

    public static ParameterListSyntax Fit(
        MethodDeclarationSyntax method, IMethodSymbol symbol, IReadOnlyCollection<WantedParameter> wanted, SyntaxGenerator generator)
    {
        var parameters = Match(method, symbol, wanted).Fitted.ConvertAll(f => f.Existing is { } existing
            ? Bare(existing)
            : (ParameterSyntax)StepMethods.Parameter(f.Wanted.Name, f.Wanted.Type, generator));
        return method.ParameterList.WithParameters(SeparatedList(
            parameters, parameters.Skip(1).Select(_ => Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space))));
    }

    private static (List<(WantedParameter Wanted, ParameterSyntax? Existing)> Fitted, List<IParameterSymbol> Left) Match(
        MethodDeclarationSyntax method, IMethodSymbol symbol, IReadOnlyCollection<WantedParameter> wanted)
    {
        // By name and type; by type alone only where no other wanted parameter has that name.
        var left = symbol.Parameters.ToList();
        var names = wanted.Select(w => w.Name).ToArray();
        var fitted = new List<(WantedParameter, ParameterSyntax?)>();
        foreach (var parameter in wanted)
        {
            var existing = left.Find(p => p.Name == parameter.Name && parameter.Accepts(p.Type))
                ?? left.Find(p => !names.Contains(p.Name) && parameter.Accepts(p.Type));
            if (existing is not null)
            {
                left.Remove(existing);
                fitted.Add((parameter, method.ParameterList.Parameters[existing.Ordinal]));
            }
            else if (parameter.Required)
            {
                fitted.Add((parameter, null));
            }
        }

        return (fitted, left);
    }

    // ref, out, in, params, this: none of them can be handed over.
    private static ParameterSyntax Bare(ParameterSyntax parameter)
        => parameter.WithModifiers(default).WithDefault(null).WithIdentifier(parameter.Identifier.WithTrailingTrivia()).WithoutTrivia();

    private static bool IsUsed(string name, MethodDeclarationSyntax method)
        => ((SyntaxNode?)method.Body ?? method.ExpressionBody)?.DescendantNodes().OfType<IdentifierNameSyntax>().Any(i => i.Identifier.ValueText == name) == true;
}
