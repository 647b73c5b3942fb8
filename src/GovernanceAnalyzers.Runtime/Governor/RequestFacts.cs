namespace Governance;

/// <summary>What stays the same over the life of a request: every one of its records carries it.</summary>
internal sealed record RequestFacts
{
    public required string Workflow { get; init; }

    public required string Step { get; init; }

    public string StepId => Workflow + "/" + Step;

    public required RiskTier Tier { get; init; }

    public string? ParentRequestId { get; init; }

    public string? Key { get; init; }

    public string? Actor { get; init; }

    public string? Model { get; init; }

    public string? OnBehalfOf { get; init; }

    public string? Authority { get; init; }

    public double? Confidence { get; init; }

    /// <summary>What a decision is bound to; null where nobody is asked.</summary>
    public string? Digest { get; init; }

    public string? StepDigest { get; init; }

    public string? DeclaredDigest { get; init; }

    /// <summary>What makes two calls the same request: the key, or else the arguments, the actor and the enclosing run.</summary>
    public string Identity(string inputDigest) => Key is not null
        ? $"key\n{StepId}\n{Key}"
        : $"call\n{StepId}\n{inputDigest}\n{Actor}\n{ParentRequestId}";

    public static RequestFacts Of(ActionRecord record) => new()
    {
        Workflow = record.Workflow, Step = record.Step, Tier = record.Tier, ParentRequestId = record.ParentRequestId, Key = record.Key,
        Actor = record.Actor, Model = record.Model, OnBehalfOf = record.OnBehalfOf, Authority = record.Authority,
        Confidence = record.Confidence, Digest = record.Digest, StepDigest = record.StepDigest, DeclaredDigest = record.DeclaredDigest,
    };
}
