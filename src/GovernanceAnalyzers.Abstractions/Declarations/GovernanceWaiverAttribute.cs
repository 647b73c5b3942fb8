using System;

namespace Governance;

/// <summary>
/// A written, owned, expiring exception to one rule at one place. The only way to silence a rule that cannot be configured; every waiver
/// appears in the manifest.
/// </summary>
/// <remarks>Without a reason, an approver and an end date it waives nothing (GVN3002), nor when the approver owns the step (GVN3005).</remarks>
/// <example>
/// <code>
/// [GovernedWorkflow("refunds", Owner = "payments-ops", GovernanceOwner = "risk-office")]
/// [Review("authority", EveryDays = 90)]
/// public sealed partial class RefundDesk(IPayments payments, IStepGovernor governor)
/// {
///     [GovernanceWaiver("GVN1008", Reason = "the rota starts in January, ticket 4711", ApprovedBy = "risk-office", Until = "2027-01-31")]
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
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Property
              | AttributeTargets.Constructor, AllowMultiple = true, Inherited = false)]
public sealed class GovernanceWaiverAttribute : Attribute
{
    /// <summary>Waives one rule here.</summary>
    /// <param name="rule">The rule's id, such as <c>GVN2001</c>.</param>
    public GovernanceWaiverAttribute(string rule) => Rule = rule;

    /// <summary>The waived rule's id.</summary>
    public string Rule { get; }

    /// <summary>Why the exception is right, in words a reviewer can judge.</summary>
    public string? Reason { get; set; }

    /// <summary>Who allowed it; not the owner of the step.</summary>
    public string? ApprovedBy { get; set; }

    /// <summary>The last day it holds, as <c>yyyy-MM-dd</c>.</summary>
    public string? Until { get; set; }

    /// <summary>On the assembly: the documentation id of the member or type it is for, such as <c>M:Shop.Desk.RunAsync(System.String)</c>.</summary>
    public string? Target { get; set; }
}
