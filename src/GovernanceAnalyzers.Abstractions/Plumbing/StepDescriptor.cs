using System;

namespace Governance;

/// <summary>What was declared about a step, for the run time. Generated code holds one, static, per step.</summary>
public sealed class StepDescriptor
{
    /// <summary>The workflow's id.</summary>
    public string Workflow { get; init; } = "";

    /// <summary>The step's id.</summary>
    public string Step { get; init; } = "";

    /// <summary>The step as <c>workflow/step</c>; the step's id alone outside a workflow.</summary>
    public string Id => Workflow.Length == 0 ? Step : Workflow + "/" + Step;

    /// <summary>The step's tier.</summary>
    public RiskTier Tier { get; init; }

    /// <summary>Who answers for the step.</summary>
    public string? Owner { get; init; }

    /// <summary>Who is told when it is denied, expires or fails.</summary>
    public string? EscalateTo { get; init; }

    /// <summary>The rollback handler's name.</summary>
    public string? Rollback { get; init; }

    /// <summary>Why the step cannot be undone.</summary>
    public string? Irreversible { get; init; }

    /// <summary>The key template, with placeholders in braces.</summary>
    public string? Key { get; init; }

    /// <summary>The model's confidence below which the step is handed to a human, from 0 to 1; null where it does not matter.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>The question template, with placeholders in braces.</summary>
    public string? Question { get; init; }

    /// <summary>SHA-256 of the step's entry in the declared manifest, lower-case hexadecimal: what a decision is bound to.</summary>
    public string Digest { get; init; } = "";

    /// <summary>The class or interface that declares the step; its assembly carries the declared manifest.</summary>
    public Type WorkflowType { get; init; } = typeof(object);
}
