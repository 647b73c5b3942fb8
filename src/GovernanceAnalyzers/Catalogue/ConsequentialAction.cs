using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Catalogue;

/// <summary>Who says that a call is an action.</summary>
internal enum ActionSource
{
    /// <summary>Nobody: the member is called as one that acts, and nothing else is known of it.</summary>
    Name,

    BuiltIn,

    /// <summary>What another assembly is known to reach.</summary>
    Summary,

    /// <summary>A list of the project's organisation.</summary>
    Policy,

    ProjectList,

    /// <summary><c>[ConsequentialAction]</c> on the member or on what it implements.</summary>
    Contract,
}

/// <summary>What calling a member does outside the process.</summary>
internal sealed record ConsequentialAction(string Capability, Tier Tier, string Reversible, string Reason, ActionSource Source)
{
    /// <summary>What a member of which only the name is known may do. What kind of action that is, and how grave, a name does not tell.</summary>
    public static readonly ConsequentialAction Unknown = new("unknown.action", Tier.Medium, "unknown", "is called so", ActionSource.Name) { IsInferred = true };

    /// <summary>A contract that says why its tier is what it is.</summary>
    public bool IsReasoned { get; init; }

    /// <summary>Where a call only leads to the action: the way there, as messages name it, <c>Cleaner.RemoveAll → File.Delete</c>.</summary>
    public string? Path { get; init; }

    /// <summary>On that way one of several may be called, or the call may be something else.</summary>
    public bool IsInferred { get; init; }

    /// <summary>What the call may be instead, in words; null where it is the way that is inferred, or nothing.</summary>
    public string? Unless { get; init; }

    /// <summary>Only a step may take it.</summary>
    public bool OnlyFromSteps { get; init; }

    /// <summary>Of a contract: what is known of the very member, where the contract makes less of it.</summary>
    public ConsequentialAction? Lowered { get; init; }

    /// <summary>The release of the row that says so, where the project has not accepted it yet; null where it has, and for what is no row of ours.</summary>
    public Version? NewIn { get; init; }

    /// <summary>For a finding that there would not be without this action.</summary>
    public ImmutableDictionary<string, string?> Properties
        => NewIn is null ? ImmutableDictionary<string, string?>.Empty : RuleProperty.Of(RuleProperty.NewIn, NewIn.ToString());

    /// <summary>
    /// A contract is the answer, except where it promises less than is known: it lowers Medium to Low with a reason, and not at all High or what the
    /// organisation says.
    /// </summary>
    public bool Outweighs(ConsequentialAction contract)
        => Tier > contract.Tier && !(Tier == Tier.Medium && Source != ActionSource.Policy && contract is { Tier: Tier.Low, IsReasoned: true });

    /// <summary>Is a contract that makes less of what is known, and is believed.</summary>
    public bool Lowers(ConsequentialAction known)
        => Source == ActionSource.Contract && known.NewIn is null && known.Tier > Tier && !known.Outweighs(this);

    /// <summary>Medium and High actions wait for a person.</summary>
    public bool NeedsConfirmation => Tier >= Tier.Medium;

    /// <summary>Whatever waits for a person is on record, and so is what was said to a model.</summary>
    public bool NeedsLog => NeedsConfirmation || Capability == Capabilities.ModelInvoke;

    /// <summary>As messages name it: <c>files.delete (High)</c>.</summary>
    public override string ToString() => $"{Capability} ({Tier})";
}
