namespace GovernanceAnalyzers.Reach;

/// <summary>By file and place.</summary>
internal sealed class SourceOrder : IComparer<SyntaxNode>
{
    public static readonly SourceOrder Comparer = new();

    public int Compare(SyntaxNode? x, SyntaxNode? y)
    {
        var files = string.CompareOrdinal(x?.SyntaxTree.FilePath, y?.SyntaxTree.FilePath);
        return files != 0 ? files : Nullable.Compare(x?.SpanStart, y?.SpanStart);
    }
}
