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
        var declarations = Written(method, cancellationToken).ToList();
        foreach (var declaration in declarations)
        {
            switch (declaration)
            {
                case ParameterSyntax or TypeDeclarationSyntax:
                    // A primary constructor, a record's members: what runs is the call of the base's constructor.
                    if (method.MethodKind == MethodKind.Constructor && declaration is TypeDeclarationSyntax { BaseList: { } bases })
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

        if (method.MethodKind == MethodKind.StaticConstructor
            || (method.MethodKind == MethodKind.Constructor && !declarations.Any(d => Calls(d, SyntaxKind.ThisConstructorInitializer))))
        {
            foreach (var initializer in Initializers(method.ContainingType, method.IsStatic, cancellationToken))
            {
                yield return initializer;
            }
        }
    }

    /// <summary>The declarations with the body: of a partial member, those of its implementing part.</summary>
    public static IEnumerable<SyntaxNode> Written(IMethodSymbol method, CancellationToken cancellationToken = default)
        => (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellationToken));

    /// <summary>A declaration with statements of its own, or what stands for them.</summary>
    public static bool IsBody(SyntaxNode declaration) => declaration is ArrowExpressionClauseSyntax
        or BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null }
        or AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null };

    /// <summary>The constructor says by itself which other one runs first.</summary>
    public static bool NamesConstructor(IMethodSymbol constructor, CancellationToken cancellationToken)
        => Written(constructor, cancellationToken).Any(d => d is ConstructorDeclarationSyntax { Initializer: not null }
            || d is TypeDeclarationSyntax { ParameterList: not null, BaseList: { } bases } && bases.Types.OfType<PrimaryConstructorBaseTypeSyntax>().Any());

    /// <summary>Where a constructor is declared; one that nobody wrote is where its type is.</summary>
    public static SyntaxNode Place(IMethodSymbol constructor, CancellationToken cancellationToken)
        => Written(constructor, cancellationToken).FirstOrDefault() ?? constructor.ContainingType.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);

    private static bool Calls(SyntaxNode declaration, SyntaxKind initializer)
        => declaration is ConstructorDeclarationSyntax { Initializer: { } written } && written.IsKind(initializer);

    private static IEnumerable<SyntaxNode> Initializers(INamedTypeSymbol type, bool isStatic, CancellationToken cancellationToken)
    {
        foreach (var member in type.GetMembers())
        {
            if (member.IsStatic != isStatic || member is not (IFieldSymbol { IsConst: false } or IPropertySymbol or IEventSymbol))
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
