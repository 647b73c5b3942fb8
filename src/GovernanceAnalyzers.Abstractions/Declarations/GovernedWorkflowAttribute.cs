using System;

namespace Governance;

/// <summary>Marks a class or an interface as a workflow: an automation that somebody owns and somebody else oversees.</summary>
/// <remarks>
/// <para>What is declared here holds for every step of the type that does not declare its own. All of it appears in the manifest.</para>
/// <para>
/// On an interface the steps are members that others implement: for <c>IRefundDesk</c> the generator writes <c>GovernedRefundDesk</c>, which stands
/// before whoever implements it. Register both with <c>services.AddGoverned&lt;IRefundDesk, RefundDesk&gt;()</c>.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [GovernedWorkflow("refunds", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments",
///                   Runbook = "docs/runbooks/refunds.md")]
/// [Review("authority", EveryDays = 90)]
/// public sealed partial class RefundDesk(IPayments payments, IStepGovernor governor)
/// {
///     [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync),
///                   Key = "{orderId}", Question = "Refund {amount} for order {orderId}?")]
///     public partial Task&lt;StepOutcome&lt;string&gt;&gt; IssueRefundAsync(string orderId, decimal amount, CancellationToken ct = default);
///
///     private Task&lt;string&gt; IssueRefundCoreAsync(string orderId, decimal amount, StepRun run, CancellationToken ct)
///         =&gt; payments.RefundAsync(orderId, amount, ct);
///
///     private Task ReverseRefundAsync(string orderId, decimal amount, string? receipt, CancellationToken ct)
///         =&gt; payments.CancelAsync(orderId, receipt, ct);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class GovernedWorkflowAttribute : Attribute
{
    /// <summary>Declares a workflow.</summary>
    /// <param name="id">
    /// The workflow's lasting name: lower-case words joined by <c>-</c> or <c>.</c> (rule GVN1003), unique in the assembly (GVN1017).
    /// </param>
    public GovernedWorkflowAttribute(string id) => Id = id;

    /// <summary>The workflow's lasting name.</summary>
    public string Id { get; }

    /// <summary>Who answers for what the workflow does: a person, team or role. Each step needs an owner, its own or this one (GVN1001).</summary>
    public string? Owner { get; set; }

    /// <summary>Who answers for the code and its operation, where that is not the owner. Listed for the reviewer in the manifest.</summary>
    public string? TechnicalOwner { get; set; }

    /// <summary>Who oversees the owner, and is somebody else: the second line (GVN1021).</summary>
    public string? GovernanceOwner { get; set; }

    /// <summary>Who is told when a step is denied, expires or fails. Medium and High steps need one, their own or this one (GVN1008).</summary>
    public string? EscalateTo { get; set; }

    /// <summary>
    /// The stage the workflow is in. From a stage on more is asked: baselines from Pilot (GVN4001), failure modes from Validate (GVN4002), a runbook from
    /// Harden (GVN4003); and a step calls none of a workflow in an earlier stage (GVN4006). Without a stage none of it is asked.
    /// </summary>
    public WorkflowStage Stage { get; set; }

    /// <summary>
    /// Path, relative to the repository or the project, of the runbook an operator opens when something goes wrong. Needed from the Harden stage on, where a build
    /// looks whether it is there (GVN4003).
    /// </summary>
    public string? Runbook { get; set; }
}
