namespace GovernanceAnalyzers.Controls;

/// <summary>What a method of the source does as a control, so that a method that wraps a gate is a gate. Holds no operations: it outlives its body's graph.</summary>
/// <param name="Result">What it returns, and by <see cref="Meaning.Done"/> what has happened once it is through.</param>
internal sealed record HelperSummary(Meaning Result)
{
    public static readonly HelperSummary Nothing = new(Meaning.Unknown);

    /// <summary>Of a body that is too long to be read.</summary>
    public static readonly HelperSummary TooLong = Nothing with { IsTooLong = true };

    public bool IsTooLong { get; init; }

    /// <summary>What it puts into its <c>out</c> parameters, by their place.</summary>
    public ImmutableDictionary<int, Meaning> Outs { get; init; } = ImmutableDictionary<int, Meaning>.Empty;

    /// <summary>What holds whenever it runs the code it is handed, by the parameter's place: who said yes before, and what is written before and after.</summary>
    public ImmutableDictionary<int, Done> Callbacks { get; init; } = ImmutableDictionary<int, Done>.Empty;
}
