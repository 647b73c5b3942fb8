using System;

namespace Governance;

/// <summary>
/// A way in which a step can go wrong, and what is done then: one row of the exception matrix. On a workflow it holds for every step of it.
/// </summary>
/// <remarks>From the Validate stage on each Medium and High step has one with a response, its own or its workflow's (rule GVN4002).</remarks>
/// <example>
/// <code>
/// [GovernedWorkflow("refunds", Owner = "payments-ops")]
/// [FailureMode("unreadable-request", Response = "the case is put before people, in the queue missing-data")]
/// [FailureMode("duplicate-request", Response = "deny, and tell the one who claims twice", EscalateTo = "fraud-desk")]
/// public sealed partial class RefundDesk(IStepGovernor governor)
/// {
///     [WorkflowStep("triage", RiskTier.Low)]
///     public partial Task&lt;bool&gt; TriageAsync(string orderId, CancellationToken ct = default);
///
///     private Task&lt;bool&gt; TriageCoreAsync(string orderId, CancellationToken ct) =&gt; Task.FromResult(orderId.Length &gt; 0);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class FailureModeAttribute : Attribute
{
    /// <summary>Declares a failure mode.</summary>
    /// <param name="id">Its lasting name, by which tests and reviews refer to it: lower-case words joined by <c>-</c> or <c>.</c>.</param>
    public FailureModeAttribute(string id) => Id = id;

    /// <summary>Its lasting name.</summary>
    public string Id { get; }

    /// <summary>What is done when it happens, and by whom.</summary>
    public string? Response { get; set; }

    /// <summary>Who is told, where it is not whom the step declares.</summary>
    public string? EscalateTo { get; set; }
}
