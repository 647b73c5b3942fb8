using System.Text.Json.Serialization.Metadata;

namespace Governance;

/// <summary>How the governor behaves where a step does not say it.</summary>
public sealed class GovernanceOptions
{
    /// <summary>The automation that acts where no <see cref="AutomationContext"/> says it.</summary>
    public string? Actor { get; set; }

    /// <summary>The authority it acts on where no <see cref="AutomationContext"/> says it.</summary>
    public string? Authority { get; set; }

    /// <summary>The person it acts for where no <see cref="AutomationContext"/> says it.</summary>
    public string? OnBehalfOf { get; set; }

    /// <summary>How long a call waits for a decision before it ends pending. Zero by default; the console waits by itself.</summary>
    public TimeSpan WaitForDecision { get; set; } = TimeSpan.Zero;

    /// <summary>How long a request can be decided, and a decision used. 24 hours by default.</summary>
    public TimeSpan ExpireAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// How long a denial answers the same step and arguments, and a failure or rollback the same key, before a person is asked again.
    /// 24 hours by default.
    /// </summary>
    public TimeSpan DenialHolds { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How many requests of one actor and step may wait at once. 20 by default.</summary>
    public int MostOpenRequests { get; set; } = 20;

    /// <summary>How surely the approver of a High request must be known. The operating system's account by default.</summary>
    public ConfirmationAssurance LeastAssuranceForHigh { get; set; } = ConfirmationAssurance.OsAccount;

    /// <summary>Marks every record as no evidence: for rehearsals and tests.</summary>
    public bool Rehearsal { get; set; }

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>How arguments and results are written as JSON where reflection is not available; reflection by default.</summary>
    public IJsonTypeInfoResolver? JsonTypeInfoResolver { get; set; }

    /// <summary>
    /// The key under which redacted values become digests, 32 bytes or more; the log's own where null (<see cref="IRedactionKeyStore"/>). Hosts
    /// that share requests share it: under another key a value has another digest, and no decision fits.
    /// </summary>
    /// <exception cref="ArgumentException">The key is shorter.</exception>
    public byte[]? RedactionKey
    {
        get;
        set => field = value is null or { Length: >= RedactionKeyFile.Length }
            ? value
            : throw new ArgumentException($"A redaction key has {RedactionKeyFile.Length} bytes or more, not {value.Length}.", nameof(value));
    }

    /// <summary>
    /// How many bytes of JSON an argument or a result may be. A longer one is not recorded, and a Medium or High step that takes it is refused.
    /// 8 MiB by default.
    /// </summary>
    public int LongestValue { get; set; } = StepJson.DefaultLongestValue;

    /// <summary>Steps that a host takes up from the log: resumed once decided, undone on order. <c>AddSteps</c> fills it.</summary>
    public IList<StepTableEntry> Steps { get; } = [];

    /// <summary>Who orders a rollback where no <see cref="AutomationContext"/> says it: for the harness, where no person is there.</summary>
    internal string? RollbackOrderedBy { get; set; }
}
