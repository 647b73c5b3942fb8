using GovernanceAnalyzers.Catalogue;

namespace GovernanceAnalyzers.Reach;

/// <summary>The contracts that were met on a way: behind them only counts what they do not cover.</summary>
internal sealed class Promises
{
    public static readonly Promises None = new([]);

    private readonly ImmutableArray<ConsequentialAction> _made;

    private Promises(ImmutableArray<ConsequentialAction> made)
    {
        _made = made;
        Key = string.Join(";", made.Select(m => $"{m.Capability}|{m.Tier}|{m.Source}|{m.IsReasoned}"));
    }

    /// <summary>Equal where the same is promised.</summary>
    public string Key { get; }

    public bool IsEmpty => _made.IsEmpty;

    public bool Cover(ConsequentialAction action) => _made.Any(m => Covers(m, action));

    /// <summary>The contract by which the action counts for less than is known of it; null where none covers it, or one covers it in full.</summary>
    public ConsequentialAction? Lowering(ConsequentialAction action)
        => _made.Where(m => Covers(m, action)).OrderByDescending(m => m.Tier).FirstOrDefault() is { } highest && highest.Lowers(action) ? highest : null;

    private static bool Covers(ConsequentialAction made, ConsequentialAction action)
        => made.Source == ActionSource.Contract ? !action.Outweighs(made) : made.Capability == action.Capability && made.Tier >= action.Tier;

    /// <summary>Also with these, where a contract is among them.</summary>
    public Promises And(ImmutableArray<ConsequentialAction> more)
        => !more.Any(m => m.Source == ActionSource.Contract)
            ? this
            : new([.. _made.Concat(more).Distinct().OrderBy(m => m.Capability, StringComparer.Ordinal).ThenBy(m => m.Tier).ThenBy(m => m.Source).ThenBy(m => m.IsReasoned)]);
}
