using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.CodeFixes.Editing;

/// <summary>Adds the governor where a type gets its services: the primary constructor, or the only constructor and a field.</summary>
internal static class TypeGovernor
{
    /// <summary>Null where there is more than one constructor, or the names are taken.</summary>
    public static Offer? Add(INamedTypeSymbol type, MethodDeclarationSyntax method, GovernanceSymbols symbols, string key)
    {
        var declarations = type.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).OfType<TypeDeclarationSyntax>().ToArray();
        if (type.IsStatic || declarations.Length == 0 || !type.GetMembers(GovernorEditing.ParameterName).IsEmpty)
        {
            return null;
        }

        var constructors = declarations.SelectMany(d => d.Members.OfType<ConstructorDeclarationSyntax>()).Where(c => !IsStatic(c)).ToArray();
        var primary = declarations.FirstOrDefault(d => d.ParameterList is not null);
        return primary is not null || constructors.Length == 0
            ? AddToPrimary(type, primary ?? (TypeDeclarationSyntax)method.Parent!, symbols, key)
            : constructors is [{ Body: not null } only] && type.GetMembers("_governor").IsEmpty ? AddField(type, only, symbols, key) : null;
    }

    private static Offer AddToPrimary(INamedTypeSymbol type, TypeDeclarationSyntax declaration, GovernanceSymbols symbols, string key) => new(
        $"Add a primary-constructor parameter IStepGovernor to '{type.Name}'",
        key,
        async (edit, ct) =>
        {
            // A record's parameter is a property as well, and is written like one.
            var editor = await edit.EditorOfAsync(declaration, ct).ConfigureAwait(false);
            var parameter = GovernorEditing.Parameter(symbols, editor.Generator, type.IsRecord ? "Governor" : GovernorEditing.ParameterName);
            editor.ReplaceNode(declaration, (node, _) => ((TypeDeclarationSyntax)node).WithPrimaryParameter(parameter));
        })
    {
        Once = type.ToDisplayString(),
    };

    private static Offer AddField(INamedTypeSymbol type, ConstructorDeclarationSyntax constructor, GovernanceSymbols symbols, string key) => new(
        $"Add a constructor parameter and a field IStepGovernor to '{type.Name}'",
        key,
        async (edit, ct) =>
        {
            var editor = await edit.EditorOfAsync(constructor, ct).ConfigureAwait(false);
            var parameter = GovernorEditing.Parameter(symbols, editor.Generator);
            editor.ReplaceNode((TypeDeclarationSyntax)constructor.Parent!, (node, generator) =>
            {
                var current = (TypeDeclarationSyntax)node;
                return current.WithField(current.Members.OfType<ConstructorDeclarationSyntax>().Single(c => !IsStatic(c)), "_governor", parameter, generator);
            });
        })
    {
        Once = type.ToDisplayString(),
    };

    private static bool IsStatic(ConstructorDeclarationSyntax constructor) => constructor.Modifiers.Any(SyntaxKind.StaticKeyword);
}
