using GovernanceAnalyzers.Reach;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.CodeFixes.Editing;

/// <summary>A place that a finding names, be it in this file or in another.</summary>
internal sealed record ReportedPlace(SyntaxNode Node, SemanticModel Model)
{
    /// <summary>Where a finding is mended: its first further place.</summary>
    public static async Task<ReportedPlace?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
        => diagnostic.AdditionalLocations is [var place, ..] ? await AtAsync(document.Project.Solution, place, cancellationToken).ConfigureAwait(false) : null;

    public static async Task<ReportedPlace?> AtAsync(Solution solution, Location place, CancellationToken cancellationToken)
        => solution.GetDocument(place.SourceTree) is { } file
            && await file.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
            && await file.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
                ? new(NamedPlace.UseAt(root, place.SourceSpan), model)
                : null;

    /// <summary>A call as a title names it: <c>payments.RefundAsync(…)</c>.</summary>
    public static string Words(ExpressionSyntax expression)
        => expression is InvocationExpressionSyntax call ? $"{call.Expression.ToString().Split('\r', '\n')[0]}(…)" : expression.ToString().Split('\r', '\n')[0];
}
