using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.CodeFixes.Editing;

/// <summary>The place where a finding is mended: its first further one, be it in this file or in another.</summary>
internal sealed record ReportedPlace(SyntaxNode Node, SemanticModel Model)
{
    public static async Task<ReportedPlace?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.AdditionalLocations is not [{ SourceTree: { } tree, SourceSpan: var span }, ..] || document.Project.Solution.GetDocument(tree) is not { } file)
        {
            return null;
        }

        var root = await file.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await file.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var node = root?.FindNode(span, getInnermostNodeForTie: true);
        return node is null || model is null ? null : new(node, model);
    }

    /// <summary>A call as a title names it: <c>payments.RefundAsync(…)</c>.</summary>
    public static string Words(ExpressionSyntax expression)
        => expression is InvocationExpressionSyntax call ? $"{call.Expression.ToString().Split('\r', '\n')[0]}(…)" : expression.ToString().Split('\r', '\n')[0];
}
