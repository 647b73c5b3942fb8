using System.Globalization;

namespace GovernanceAnalyzers.Mutation;

/// <summary>What a sample says of all the mutants of an area.</summary>
/// <param name="All">How many there are.</param>
internal sealed record Score(string Area, int All, IReadOnlyCollection<Verdict> Tried)
{
    private const double Z95 = 1.959964;

    public const string Header = """
        | area | mutants | tried | killed | undecided | alive | not reached | score at least (95 %) | at most |
        |---|---|---|---|---|---|---|---|---|
        """;

    public override string ToString()
    {
        var (killed, undecided) = (Count(Outcome.Killed), Count(Outcome.Undecided));
        var (low, high) = Wilson(killed);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {Area} | {All:N0} | {Tried.Count:N0} | {killed:N0} | {undecided:N0} | {Count(Outcome.Alive):N0} | {Count(Outcome.NotReached):N0} "
            + $"| {Share(killed):0.0} % ({100 * low:0.0}-{100 * high:0.0}) | {Share(killed + undecided):0.0} % |");
    }

    private int Count(Outcome outcome) => Tried.Count(v => v.Outcome == outcome);

    private double Share(int killed) => 100.0 * killed / Tried.Count;

    /// <summary>Wilson's interval, narrowed by the part of all that was tried: of what was tried to the last there is no doubt.</summary>
    private (double Low, double High) Wilson(int killed)
    {
        var tried = (double)Tried.Count;
        if (tried >= All)
        {
            return (killed / tried, killed / tried);
        }

        var n = tried * (All - 1) / (All - tried);
        var p = killed / tried;
        var middle = (p + (Z95 * Z95 / (2 * n))) / (1 + (Z95 * Z95 / n));
        var half = Z95 / (1 + (Z95 * Z95 / n)) * Math.Sqrt((p * (1 - p) / n) + (Z95 * Z95 / (4 * n * n)));
        return (middle - half, middle + half);
    }
}
