using System;
using System.Collections.Generic;

namespace Governance;

/// <summary>What a human is asked to decide: one exact request.</summary>
public sealed class ConfirmationRequest
{
    /// <summary>The request's id, such as <c>R-7F3K2M</c>; empty until the governor assigns it.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>The workflow's id.</summary>
    public string Workflow { get; init; } = "";

    /// <summary>The step's id.</summary>
    public string Step { get; init; } = "";

    /// <summary>The tier of the action to confirm.</summary>
    public RiskTier Tier { get; init; }

    /// <summary>The question, complete: values quoted, control characters removed.</summary>
    public string Question { get; init; } = "";

    /// <summary>Every argument, in the order of the step's parameters.</summary>
    public IReadOnlyList<ConfirmationArgument> Arguments { get; init; } = Array.Empty<ConfirmationArgument>();

    /// <summary>The operation key; null where the step declares none.</summary>
    public string? Key { get; init; }

    /// <summary>The automation that asks.</summary>
    public string Actor { get; init; } = "";

    /// <summary>The person the automation acts for. Neither this person nor the actor may approve a High request.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>What the automation was allowed to act on.</summary>
    public string? Authority { get; init; }

    /// <summary>Who answers for the step.</summary>
    public string? Owner { get; init; }

    /// <summary>How the step can be undone: <c>ReverseRefundAsync</c>, or why it cannot.</summary>
    public string? Rollback { get; init; }

    /// <summary>SHA-256 over the step digest and the canonical arguments: what the decision is bound to.</summary>
    public string Digest { get; init; } = "";

    /// <summary>When the request was made.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>When the request, and a decision on it, ends.</summary>
    public DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>One argument of a request, as the human sees it.</summary>
public sealed class ConfirmationArgument
{
    /// <summary>Makes an argument.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="json">The value as JSON.</param>
    public ConfirmationArgument(string name, string json)
    {
        Name = name;
        Json = json;
    }

    /// <summary>The parameter's name.</summary>
    public string Name { get; }

    /// <summary>The value as JSON.</summary>
    public string Json { get; }

    /// <summary>
    /// The value is a secret: the governor shows and keeps a keyed digest in its place. For self-governed steps; plumbed ones say it with
    /// <see cref="RedactedAttribute"/>.
    /// </summary>
    public bool IsRedacted { get; init; }
}
