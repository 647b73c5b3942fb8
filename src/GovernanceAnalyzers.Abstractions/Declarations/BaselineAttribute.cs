using System;

namespace Governance;

/// <summary>
/// What a workflow is measured by: how the work goes today, what the automation has to reach, and the value at which it is stopped.
/// Declared before data is collected, so that success cannot be defined afterwards.
/// </summary>
/// <remarks>
/// From the Pilot stage on a workflow has at least one baseline with a unit, a target and a kill value, and each of <c>cycle-time</c>,
/// <c>error-rate</c>, <c>rework-rate</c> and <c>cost-per-unit</c>, or says why one is not applicable (rule GVN4001). All of it is in the manifest.
/// </remarks>
/// <example>
/// <code>
/// [GovernedWorkflow("refunds", Owner = "payments-ops", GovernanceOwner = "risk-office", Stage = WorkflowStage.Pilot)]
/// [Review("authority", EveryDays = 90)]
/// [Baseline("cycle-time", 6.2, Unit = "h", Target = 2.5, Kill = 8)]
/// [Baseline("error-rate", 3.1, Unit = "%", Target = 1.5, Kill = 4)]
/// [Baseline("rework-rate", 7, Unit = "%", Target = 4, Kill = 9)]
/// [Baseline("cost-per-unit", NotApplicable = "the case workers are salaried; no cost moves with a case")]
/// public sealed partial class RefundDesk(IStepGovernor governor)
/// {
///     [WorkflowStep("triage", RiskTier.Low)]
///     public partial Task&lt;bool&gt; TriageAsync(string orderId, CancellationToken ct = default);
///
///     private Task&lt;bool&gt; TriageCoreAsync(string orderId, CancellationToken ct) =&gt; Task.FromResult(orderId.Length &gt; 0);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class BaselineAttribute : Attribute
{
    /// <summary>Names a metric that is not applicable, or whose value is still to be measured; the compiler asks for one of the two (GVN1015).</summary>
    /// <param name="metric">The metric's name: lower-case words joined by <c>-</c> or <c>.</c>.</param>
    public BaselineAttribute(string metric) => Metric = metric;

    /// <summary>Declares a measured baseline.</summary>
    /// <param name="metric">The metric's name: lower-case words joined by <c>-</c> or <c>.</c>.</param>
    /// <param name="value">How the work goes without the automation, in <see cref="Unit"/>.</param>
    public BaselineAttribute(string metric, double value)
    {
        Metric = metric;
        Value = value;
    }

    /// <summary>The metric's name.</summary>
    public string Metric { get; }

    /// <summary>How the work goes without the automation, in <see cref="Unit"/>; NaN where it is not declared.</summary>
    public double Value { get; } = double.NaN;

    /// <summary>What the numbers count: <c>"h"</c>, <c>"%"</c>, <c>"EUR"</c>.</summary>
    public string? Unit { get; set; }

    /// <summary>What the automation has to reach, in <see cref="Unit"/>; NaN where it is not declared.</summary>
    public double Target { get; set; } = double.NaN;

    /// <summary>The value at which the automation is stopped, in <see cref="Unit"/>: worse than the target. NaN where it is not declared.</summary>
    public double Kill { get; set; } = double.NaN;

    /// <summary>Which way the metric gets better; needed only where the values do not show it.</summary>
    public BaselineDirection Direction { get; set; }

    /// <summary>Why this metric says nothing about this workflow. Then it has no value, target or kill value.</summary>
    public string? NotApplicable { get; set; }
}
