using System;

namespace Governance;

/// <summary>
/// How often somebody looks at a workflow again, and when it was last done. A review that is overdue is reported (rule GVN1016): by the compiler
/// where the project sets <c>GovernanceDate</c>, and by the build, which compares with the clock.
/// </summary>
/// <example>
/// <code>
/// [GovernedWorkflow("refunds", Owner = "payments-ops")]
/// [Review("authority", EveryDays = 90, Last = "2026-10-01")]
/// [Review("exceptions", EveryDays = 30)]
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
public sealed class ReviewAttribute : Attribute
{
    /// <summary>Declares a review.</summary>
    /// <param name="kind">What is looked at: <c>authority</c>, <c>exceptions</c>, <c>access</c>, … Lower-case words joined by <c>-</c> or <c>.</c>.</param>
    public ReviewAttribute(string kind) => Kind = kind;

    /// <summary>What is looked at.</summary>
    public string Kind { get; }

    /// <summary>The cadence, in days: 1 or more. 0 where it is not declared.</summary>
    public int EveryDays { get; set; }

    /// <summary>The day of the last review as <c>yyyy-MM-dd</c>; without it the first one is still to come, and never overdue.</summary>
    public string? Last { get; set; }
}
