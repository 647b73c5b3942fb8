using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace GovernanceAnalyzers.CodeFixes.Editing;

/// <summary>Edits of one or more files of a solution, addressed by the nodes as they were before.</summary>
internal sealed class SolutionEdit(Solution solution)
{
    private readonly SolutionEditor _editor = new(solution);
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    /// <summary>The editor of the file that this node is in.</summary>
    public Task<DocumentEditor> EditorOfAsync(SyntaxNode node, CancellationToken cancellationToken)
        => _editor.GetDocumentEditorAsync(solution.GetDocumentId(node.SyntaxTree)!, cancellationToken);

    /// <summary>Rewrites one attribute.</summary>
    public async Task ChangeAsync(AttributeSyntax attribute, Func<AttributeSyntax, AttributeSyntax> change, CancellationToken cancellationToken)
        => (await EditorOfAsync(attribute, cancellationToken).ConfigureAwait(false)).Change(attribute, change);

    /// <summary>Adds an attribute of ours, with one text, in a list of its own below this one's.</summary>
    public async Task AddAttributeAsync(AttributeSyntax below, string name, string argument, CancellationToken cancellationToken)
        => (await EditorOfAsync(below, cancellationToken).ConfigureAwait(false)).AddBelow(below, name, argument);

    /// <summary>False where this was done before.</summary>
    public bool IsFirst(string? once) => once is null || _done.Add(once);

    public Solution ChangedSolution() => _editor.GetChangedSolution();
}
