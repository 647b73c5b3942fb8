using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace GovernanceAnalyzers.CodeFixes.Editing;

/// <summary>Changes modifiers without losing the comment and the indentation before the first one.</summary>
internal static class Modifiers
{
    private static readonly SyntaxKind[] s_accessibility =
        [SyntaxKind.PublicKeyword, SyntaxKind.InternalKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.PrivateKeyword];

    public static MethodDeclarationSyntax Private(this MethodDeclarationSyntax method)
        => method.With([Word(SyntaxKind.PrivateKeyword), .. method.Modifiers.Where(m => !s_accessibility.Contains(m.Kind()))]);

    public static bool HasAccessibility(this MethodDeclarationSyntax method) => method.Modifiers.Any(m => s_accessibility.Contains(m.Kind()));

    /// <summary>After the accessibility.</summary>
    public static MethodDeclarationSyntax Static(this MethodDeclarationSyntax method, bool isStatic)
    {
        var rest = method.Modifiers.Where(m => !m.IsKind(SyntaxKind.StaticKeyword)).ToList();
        if (isStatic)
        {
            rest.Insert(rest.FindLastIndex(m => s_accessibility.Contains(m.Kind())) + 1, Word(SyntaxKind.StaticKeyword));
        }

        return method.With(rest);
    }

    /// <summary>After all others.</summary>
    public static MethodDeclarationSyntax Async(this MethodDeclarationSyntax method, bool isAsync)
    {
        var rest = method.Modifiers.Where(m => !m.IsKind(SyntaxKind.AsyncKeyword)).ToList();
        return method.With(isAsync ? [.. rest, Word(SyntaxKind.AsyncKeyword)] : rest);
    }

    /// <summary>Before the return type, where alone it may stand.</summary>
    public static MethodDeclarationSyntax Partial(this MethodDeclarationSyntax method) => method.With([.. method.Modifiers, Word(SyntaxKind.PartialKeyword)]);

    /// <summary>Before <c>override</c>.</summary>
    public static MethodDeclarationSyntax Sealed(this MethodDeclarationSyntax method)
    {
        var modifiers = method.Modifiers.ToList();
        modifiers.Insert(modifiers.FindIndex(m => m.IsKind(SyntaxKind.OverrideKeyword)), Word(SyntaxKind.SealedKeyword));
        return method.With(modifiers);
    }

    /// <summary>Before the type's keyword, where alone it may stand.</summary>
    public static TypeDeclarationSyntax Partial(this TypeDeclarationSyntax type)
    {
        var word = Word(SyntaxKind.PartialKeyword);
        return type.Modifiers.Count > 0
            ? type.WithModifiers(type.Modifiers.Add(word))
            : type.WithKeyword(type.Keyword.WithLeadingTrivia()).WithModifiers(TokenList(word.WithLeadingTrivia(type.Keyword.LeadingTrivia)));
    }

    private static MethodDeclarationSyntax With(this MethodDeclarationSyntax method, IReadOnlyList<SyntaxToken> modifiers)
    {
        // What stands before the first word stays before the first word, be it a modifier or the return type.
        var first = method.Modifiers.Count > 0 ? method.Modifiers[0] : method.ReturnType.GetFirstToken();
        var leading = first.LeadingTrivia;
        var bare = method.WithReturnType(method.ReturnType.WithLeadingTrivia());
        return modifiers.Count == 0
            ? bare.WithModifiers(default).WithReturnType(bare.ReturnType.WithLeadingTrivia(leading))
            : bare.WithModifiers(TokenList(modifiers.Select((m, i) => m.WithLeadingTrivia(i == 0 ? leading : default).WithTrailingTrivia(Space))));
    }

    private static SyntaxToken Word(SyntaxKind kind) => Token(kind).WithTrailingTrivia(Space);
}
