using System.Threading;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Reach;

/// <summary>Where the code of a method stands.</summary>
internal static class BodySyntax
{
    /// <summary>The nodes whose operations run when the method is called: its body, and for a constructor what initialises the fields.</summary>
    public static IEnumerable<SyntaxNode> Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var body = method.PartialImplementationPart ?? method;
        var declarations = body.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellationToken)).ToList();
        foreach (var declaration in declarations)
        {
            switch (declaration)
            {
                case ParameterSyntax or RecordDeclarationSyntax or ClassDeclarationSyntax or StructDeclarationSyntax:
                    // A primary constructor, a record's members: what runs is the call of the base's constructor.
                    if (body.MethodKind == MethodKind.Constructor && declaration is TypeDeclarationSyntax { BaseList: { } bases })
                    {
                        foreach (var call in bases.Types.OfType<PrimaryConstructorBaseTypeSyntax>())
                        {
                            yield return call;
                        }
                    }

                    break;
                default:
                    yield return declaration;
                    break;
            }
        }

        if (body.MethodKind == MethodKind.Constructor && !declarations.Any(CallsThis))
        {
            foreach (var initializer in Initializers(body.ContainingType, isStatic: false, cancellationToken))
            {
                yield return initializer;
            }
        }
    }

    public static Location IdentifierOf(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax m => m.Identifier.GetLocation(),
        LocalFunctionStatementSyntax l => l.Identifier.GetLocation(),
        _ => declaration.GetLocation(),
    };

    private static bool CallsThis(SyntaxNode declaration)
        => declaration is ConstructorDeclarationSyntax { Initializer.RawKind: (int)SyntaxKind.ThisConstructorInitializer };

    private static IEnumerable<SyntaxNode> Initializers(INamedTypeSymbol type, bool isStatic, CancellationToken cancellationToken)
    {
        foreach (var member in type.GetMembers())
        {
            if (member.IsStatic != isStatic || member is not (IFieldSymbol or IPropertySymbol))
            {
                continue;
            }

            foreach (var reference in member.DeclaringSyntaxReferences)
            {
                switch (reference.GetSyntax(cancellationToken))
                {
                    case VariableDeclaratorSyntax { Initializer: { } field }:
                        yield return field;
                        break;
                    case PropertyDeclarationSyntax { Initializer: { } property }:
                        yield return property;
                        break;
                }
            }
        }
    }
}
