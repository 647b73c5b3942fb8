namespace GovernanceAnalyzers.Benchmarks;

/// <summary>What an editor asks about after a keystroke: first of the method that is typed in, then of the file.</summary>
public enum Extent
{
    /// <summary>The method alone.</summary>
    Method,

    /// <summary>The whole file.</summary>
    File,
}
