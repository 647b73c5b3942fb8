using System;

namespace Governance;

/// <summary>
/// Marks a member of your own that asks a human and returns the verdict, so that a self-governed step may be guarded by it: an action that can be
/// reached without the verdict being yes is an error (GVN2001).
/// </summary>
/// <remarks>The verdict is the returned <c>bool</c>, unless <see cref="ApprovedWhen"/> or <see cref="Throws"/> says otherwise.</remarks>
/// <example>
/// <code>
/// public interface IApprovals
/// {
///     // The verdict is the bool, and the service sees to it that nobody approves a request of his own.
///     [HumanConfirmation(Distinct = true)]
///     Task&lt;bool&gt; AskAsync(string question, CancellationToken ct);
///
///     // The verdict is a member of what comes back.
///     [HumanConfirmation(ApprovedWhen = "State == Granted")]
///     Task&lt;Decision&gt; DecideAsync(string question, CancellationToken ct);
/// }
///
/// public sealed record Decision(DecisionState State);
///
/// public enum DecisionState { Denied, Granted }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = true)]
public sealed class HumanConfirmationAttribute : Attribute
{
    /// <summary>How the returned object says yes: <c>"Approved"</c> (a bool member) or <c>"Status == Granted"</c> (a member and an enum value).</summary>
    public string? ApprovedWhen { get; set; }

    /// <summary>The member returns only when approved and throws otherwise.</summary>
    public bool Throws { get; set; }

    /// <summary>The member makes sure that the approver is not the requester. High actions accept only such a confirmation.</summary>
    public bool Distinct { get; set; }

    /// <summary>
    /// The parameter to which the yes is bound, so that it is good for that value alone: <c>"request"</c>. Where nothing is said, it is unknown, and the
    /// facts of a check say so.
    /// </summary>
    public string? Binds { get; set; }

    /// <summary>The member of the returned object that says who approved: <c>"ApprovedBy"</c>. Where nothing is said, it is unknown.</summary>
    public string? Approver { get; set; }
}
