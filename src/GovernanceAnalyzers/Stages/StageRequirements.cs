using System;
using System.Collections.Generic;
using System.Linq;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Stages;

// Free of Roslyn types, like the manifest's records that it reads: what the compiler demands of a stage and what a gate asks for are one table.

/// <summary>What a workflow has to declare from a stage on. One row is one thing that can be missing.</summary>
/// <param name="Rule">The rule that reports it in the compiler.</param>
/// <param name="From">The first stage that asks for it.</param>
/// <param name="IsOfSteps">It is asked of each step, not of the workflow.</param>
/// <param name="Missing">What is missing, and what to write, in words; null where nothing is.</param>
/// <param name="Metric">The metric it is about, where it is about one.</param>
internal sealed record StageRequirement(
    string Rule, string From, bool IsOfSteps, Func<DeclaredWorkflow, DeclaredStep?, string?> Missing, string? Metric = null);

/// <summary>The table, and what a workflow lacks by it.</summary>
internal static class StageRequirements
{
    public const string Baselines = "GVN4001";
    public const string FailureModes = "GVN4002";
    public const string Runbook = "GVN4003";

    /// <summary>The key figures of which none is left out without a word.</summary>
    public static readonly string[] KeyFigures = ["cycle-time", "error-rate", "rework-rate", "cost-per-unit"];

    public static readonly IReadOnlyList<StageRequirement> All =
    [
        new(Baselines, "Pilot", false, (workflow, _) => workflow.Baselines.Any(IsComplete)
            ? null
            : "no baseline that has a unit, a target and a kill value: success and failure are declared before data is collected"),
        .. KeyFigures.Select(figure => new StageRequirement(Baselines, "Pilot", false, (workflow, _) => workflow.Baselines.Any(b => b.Metric == figure)
            ? null
            : $"no baseline '{figure}': write [Baseline(\"{figure}\", …)] with its value, or with NotApplicable = \"why\"", figure)),
        new(FailureModes, "Validate", true, (workflow, step) => workflow.FailureModes.Concat(step!.FailureModes).Any(HasResponse)
            ? null
            : "no failure mode that says what is done: write [FailureMode(\"…\", Response = \"…\")] here, or on its workflow for all steps"),
        new(Runbook, "Harden", false, (workflow, _) => Answer.IsGiven(workflow.Runbook)
            ? null
            : "no runbook: write Runbook = \"path\", for whoever is called when something goes wrong"),
    ];

    private static readonly string[] s_stages = ["Pilot", "Validate", "Harden", "Deploy", "Optimize"];

    /// <summary>The stage's place in the order, from 1; 0 where none is declared.</summary>
    public static int Order(string? stage) => stage is null ? 0 : Array.IndexOf(s_stages, stage) + 1;

    /// <summary>What the workflow itself lacks in its stage.</summary>
    public static IEnumerable<(StageRequirement Requirement, string Missing)> MissingOf(DeclaredWorkflow workflow)
        => Missing(workflow, null);

    /// <summary>What a Medium or High step lacks in its workflow's stage. A Low step changes nothing that could go wrong for others.</summary>
    public static IEnumerable<(StageRequirement Requirement, string Missing)> MissingOf(DeclaredWorkflow workflow, DeclaredStep step)
        => step.Tier is "Medium" or "High" ? Missing(workflow, step) : [];

    private static IEnumerable<(StageRequirement Requirement, string Missing)> Missing(DeclaredWorkflow workflow, DeclaredStep? step)
    {
        var stage = Order(workflow.Stage);
        foreach (var requirement in All.Where(r => r.IsOfSteps == step is not null && Order(r.From) <= stage))
        {
            if (requirement.Missing(workflow, step) is { } missing)
            {
                yield return (requirement, missing);
            }
        }
    }

    private static bool IsComplete(DeclaredBaseline baseline)
        => baseline.NotApplicable is null && baseline is { Value: not null, Target: not null, Kill: not null } && Answer.IsGiven(baseline.Unit);

    private static bool HasResponse(DeclaredFailureMode mode) => Answer.IsGiven(mode.Response);
}
