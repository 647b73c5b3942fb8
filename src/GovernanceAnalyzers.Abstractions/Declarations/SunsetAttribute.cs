using System;

namespace Governance;

/// <summary>
/// The day on which a workflow is decided anew: kept, changed or switched off. A sunset that has passed is reported (rule GVN1016): by the
/// compiler where the project sets <c>GovernanceDate</c>, and by the build, which compares with the clock.
/// </summary>
/// <example>
/// <code>
/// [GovernedWorkflow("refunds", Owner = "payments-ops")]
/// [Sunset("2027-03-31", Reason = "the pilot's budget ends")]
/// public sealed partial class RefundDesk(IStepGovernor governor)
/// {
///     [WorkflowStep("triage", RiskTier.Low)]
///     public partial Task&lt;bool&gt; TriageAsync(string orderId, CancellationToken ct = default);
///
///     private Task&lt;bool&gt; TriageCoreAsync(string orderId, CancellationToken ct) =&gt; Task.FromResult(orderId.Length &gt; 0);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class SunsetAttribute : Attribute
{
    /// <summary>Declares the day.</summary>
    /// <param name="date">The last day on which the workflow runs undecided, as <c>yyyy-MM-dd</c>.</param>
    public SunsetAttribute(string date) => Date = date;

    /// <summary>The last day on which the workflow runs undecided, as <c>yyyy-MM-dd</c>.</summary>
    public string Date { get; }

    /// <summary>Why then.</summary>
    public string? Reason { get; set; }
}
