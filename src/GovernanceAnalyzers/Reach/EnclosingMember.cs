namespace GovernanceAnalyzers.Reach;

/// <summary>A lambda or local function is known by the member that it stands in.</summary>
internal static class EnclosingMember
{
    public static string IdOf(IMethodSymbol method)
    {
        ISymbol at = method;
        while (at is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            at = at.ContainingSymbol;
        }

        return at.GetDocumentationCommentId() ?? at.Name;
    }
}
