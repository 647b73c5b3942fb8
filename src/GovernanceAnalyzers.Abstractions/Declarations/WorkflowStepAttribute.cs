using System;

namespace Governance;

/// <summary>Marks a method as a step: the unit of authority, with a risk tier, an owner and a way back.</summary>
/// <remarks>
/// <para>
/// On a <c>partial</c> method without a body the step is <em>plumbed</em>: write what it does in a private method of the same name with
/// <c>Core</c> before <c>Async</c> (<c>IssueRefundAsync</c> → <c>IssueRefundCoreAsync</c>), and the generator writes the logging, the
/// confirmation and the escalation round it. The Core method takes the step's parameters and, if it wants the request id or the
/// operation key, one <see cref="StepRun"/> before the cancellation token.
/// </para>
/// <para>
/// On a method with a body the step is <em>self-governed</em>: you write the controls and the analyzers prove that they hold on every path.
/// </para>
/// <para>
/// On a method of a <see cref="GovernedWorkflowAttribute"/> interface the step is <em>decorated</em>: whoever implements the method does the work, and
/// the generated decorator (<c>Governed</c> and the interface's name without its <c>I</c>) writes the same controls round every implementation. A
/// parameter <c>StepRun? run = null</c> is filled in by the decorator.
/// </para>
/// <para>
/// A plumbed or decorated step returns <c>Task</c>, <c>Task&lt;T&gt;</c>, <c>ValueTask</c>, <c>ValueTask&lt;T&gt;</c> or
/// <c>Task&lt;StepOutcome&lt;T&gt;&gt;</c>. With <see cref="StepOutcome{T}"/> a pending or denied request is a value; with the others it
/// is an exception (<see cref="StepPendingException"/>, <see cref="StepDeniedException"/>, …).
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [GovernedWorkflow("refunds", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
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
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WorkflowStepAttribute : Attribute
{
    /// <summary>Declares a step whose tier is still to be decided; the compiler asks for it (GVN1004).</summary>
    /// <param name="id">The step's lasting name, unique in its workflow: lower-case words joined by <c>-</c> or <c>.</c>.</param>
    public WorkflowStepAttribute(string id) => Id = id;

    /// <summary>Declares a step.</summary>
    /// <param name="id">The step's lasting name, unique in its workflow: lower-case words joined by <c>-</c> or <c>.</c>.</param>
    /// <param name="tier">The step's authority; at least the tier of every action it takes (GVN2003).</param>
    public WorkflowStepAttribute(string id, RiskTier tier)
    {
        Id = id;
        Tier = tier;
    }

    /// <summary>The step's lasting name.</summary>
    public string Id { get; }

    /// <summary>The step's authority.</summary>
    public RiskTier Tier { get; }

    /// <summary>Who answers for this step, where it is not the workflow's owner. A step with neither is an error (GVN1001).</summary>
    public string? Owner { get; set; }

    /// <summary>Who is told when this step is denied, expires or fails, where it is not the workflow's. Medium and High steps need one (GVN1008).</summary>
    public string? EscalateTo { get; set; }

    /// <summary>
    /// The name of the method that undoes the step, private in a class, and another member of it on an interface: the step's parameters, then optionally its result (nullable), a
    /// <see cref="StepRun"/> and a cancellation token. It runs when a person orders it. Medium and High steps need one, or
    /// <see cref="Irreversible"/> (GVN1005).
    /// </summary>
    public string? Rollback { get; set; }

    /// <summary>
    /// Why the step cannot be undone, instead of a <see cref="Rollback"/> (GVN1005). Shown to the person who confirms and to the reviewer at every gate.
    /// </summary>
    public string? Irreversible { get; set; }

    /// <summary>
    /// What makes two calls the same act, from the arguments: <c>"{request.OrderId}/{request.ClaimNo}"</c>. A repeated call with the same
    /// key and arguments finds the first one's confirmation and outcome; with other arguments it is refused. Without a key every call is
    /// a new act, so Medium and High steps are asked for one (GVN1019). What stands in braces is a parameter or a member of one (GVN1020).
    /// </summary>
    public string? Key { get; set; }

    /// <summary>
    /// What the person is asked, with arguments in braces: <c>"Refund {request.Amount} for order {request.OrderId}?"</c>. Medium and High steps need one
    /// (GVN1020): a confirmation is worth as much as what was shown.
    /// </summary>
    public string? Question { get; set; }

    /// <summary>
    /// The model's confidence below which the step does not run on its own, from 0 to 1; NaN where it does not matter. A call whose confidence is
    /// lower, or that brings none, is handed to a human: it is escalated and not run (Low), or the human who decides is told (Medium, High).
    /// </summary>
    public double MinConfidence { get; set; } = double.NaN;

    /// <summary>
    /// The capabilities that the step may reach, and no other, separated by commas: <c>"payment.commit, mail.send"</c>. Reaching more is
    /// an error (GVN2021): the least authority that the work needs, on record.
    /// </summary>
    public string? Allows { get; set; }
}
