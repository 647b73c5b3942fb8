namespace GovernanceAnalyzers.Mutation;

internal enum Outcome
{
    /// <summary>A test fails that passes without it, or does not come to an end, or ends the process.</summary>
    Killed,

    /// <summary>All the tests that reach it pass.</summary>
    Alive,

    /// <summary>No test reaches it.</summary>
    NotReached,

    /// <summary>The time was up before all the tests had run that reach it.</summary>
    Undecided,
}

/// <summary>What became of a mutant.</summary>
/// <param name="By">The test that noticed; of one that is not killed, how many tests reach it.</param>
internal sealed record Verdict(int Mutant, Outcome Outcome, string By)
{
    public static Verdict Parse(string line)
        => line.Split('\t') is [var mutant, var outcome, var by]
            ? new(int.Parse(mutant), Enum.Parse<Outcome>(outcome), by)
            : throw new FormatException($"No verdict: {line}");

    public override string ToString() => $"{Mutant}\t{Outcome}\t{By}";
}
