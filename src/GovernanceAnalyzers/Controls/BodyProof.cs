using GovernanceAnalyzers.Reach;

namespace GovernanceAnalyzers.Controls;

/// <summary>What is proven about a body: which controls it uses at all, and how each action stands.</summary>
/// <param name="Confirms">It asks a person somewhere.</param>
/// <param name="Logs">It writes to the action log somewhere.</param>
/// <param name="IsConfirmationAsserted">A confirmation it uses is one by its mark, not by our contracts.</param>
/// <param name="IsLogAsserted">A log entry it writes is one by its mark.</param>
/// <param name="Sites">One for each action, in the same order.</param>
internal sealed record BodyProof(bool Confirms, bool Logs, bool IsConfirmationAsserted, bool IsLogAsserted, ImmutableArray<SiteProof> Sites)
{
    /// <summary>What holds of a body that nothing could be proven about.</summary>
    public static BodyProof Nothing(ImmutableArray<ActionSite> sites)
        => new(false, false, false, false, [.. sites.Select(s => new SiteProof(s, true))]);
}

/// <summary>How one action stands.</summary>
/// <param name="Site">The action.</param>
/// <param name="IsReachable">It can run at all.</param>
internal sealed record SiteProof(ActionSite Site, bool IsReachable)
{
    /// <summary>Who has said yes on every path to it.</summary>
    public Proof Confirmation { get; private init; }

    /// <summary>On every path to it, an entry is written before.</summary>
    public bool HasIntent { get; private init; }

    /// <summary>On every path from it, the failing one too, an entry is written after.</summary>
    public bool HasOutcome { get; private init; }

    /// <summary>With what holds on every way to an action behind it.</summary>
    public SiteProof With(Done standing) => this with
    {
        Confirmation = standing.Confirmation, HasIntent = standing.Intent, HasOutcome = standing.Outcome,
    };

    /// <summary>Why the confirmation that is asked for does not gate it; null where it does, and where none is.</summary>
    public RequestGap? Gap { get; init; }

    /// <summary>How one yes lets it run many times; null where it does not.</summary>
    public RepeatedAction? Repeated { get; init; }

    /// <summary>What is changed between the yes and the action; null where nothing is.</summary>
    public ChangedValue? Changed { get; init; }

    /// <summary>A helper of the body is deeper or longer than is read: what is not proven is not decided.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>The caller's own word that alone stands before it, where nobody has said yes; null where there is none.</summary>
    public string? SuppliedBy { get; init; }
}
