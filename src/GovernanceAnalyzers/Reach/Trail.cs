namespace GovernanceAnalyzers.Reach;

/// <summary>
/// The hops from a root to where a walk has come: one more after those before it, which all that goes on from there has in common. A root reaches hundreds
/// of bodies, and hardly any of them ends in a finding that needs its hops in a row.
/// </summary>
internal sealed class Trail
{
    private Trail(Trail? before, Hop last)
    {
        Before = before;
        Last = last;
        First = before?.First ?? last;
        Length = (before?.Length ?? 0) + 1;
        IsInferred = before is { IsInferred: true } || last.Confidence == Confidence.Inferred;
        IsOnlyOne = before is not { IsOnlyOne: false } && last.Candidates == 1;
    }

    public Trail? Before { get; }

    public Hop Last { get; }

    /// <summary>The one in the root's own body.</summary>
    public Hop First { get; }

    public int Length { get; }

    /// <summary>Who answers some call on the way is a guess.</summary>
    public bool IsInferred { get; }

    /// <summary>No call on the way may run another body of this source instead.</summary>
    public bool IsOnlyOne { get; }

    /// <summary>One hop after the others; null stands for the root's own body.</summary>
    public static Trail After(Trail? before, Hop last) => new(before, last);

    /// <summary>From the root on.</summary>
    public ImmutableArray<Hop> ToHops()
    {
        var hops = ImmutableArray.CreateBuilder<Hop>(Length);
        hops.Count = Length;
        for (var at = this; at is not null; at = at.Before)
        {
            hops[at.Length - 1] = at.Last;
        }

        return hops.MoveToImmutable();
    }
}
