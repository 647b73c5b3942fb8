using System.Threading;
using System.Threading.Tasks;

namespace Governance;

/// <summary>Runs steps under control: records them, asks a human where the tier demands it, refuses where a control is missing.</summary>
/// <remarks>Generated code calls <see cref="RunAsync"/>; a self-governed step calls <see cref="RequireApprovalAsync"/>, and what it hands the approval to <see cref="UseApprovalAsync"/>; an operator orders <see cref="RollbackAsync"/>.</remarks>
public interface IStepGovernor
{
    /// <summary>Runs a plumbed step through its whole life: requested, confirmed, started, completed or failed.</summary>
    /// <typeparam name="TState">What the generated code carries for the body: the instance and the arguments.</typeparam>
    /// <typeparam name="T">The result's type; <see cref="NoResult"/> for a step without one.</typeparam>
    /// <param name="call">The step's static plan and this call's state.</param>
    /// <param name="cancellationToken">Cancels waiting and is handed to the body; what happened is recorded all the same.</param>
    /// <returns>How the step ended. A failure of the body is an outcome, too: <see cref="StepOutcome.ThrowIfNotCompleted"/> rethrows it.</returns>
    /// <exception cref="System.OperationCanceledException">The call was cancelled.</exception>
    Task<StepOutcome<T>> RunAsync<TState, T>(StepCall<TState, T> call, CancellationToken cancellationToken);

    /// <summary>Asks for a human's approval on behalf of a self-governed step and returns it, verified; never returns without one.</summary>
    /// <param name="request">What is to be approved: workflow, step, tier, question and arguments; the governor fills in the rest.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The approval, bound to exactly this request.</returns>
    /// <exception cref="StepPendingException">Nobody has decided yet.</exception>
    /// <exception cref="StepDeniedException">A person said no.</exception>
    /// <exception cref="StepExpiredException">The request expired undecided.</exception>
    /// <exception cref="StepRefusedException">A control is missing, so nobody could be asked.</exception>
    Task<StepApproval> RequireApprovalAsync(ConfirmationRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Uses an approval up for the act that it was given for: what a method that demands one calls before it acts. Whoever made, copied or changed the
    /// approval is refused, and so is another request, a second use and one that has ended; a refusal is on record.
    /// </summary>
    /// <param name="approval">The approval, as <see cref="RequireApprovalAsync"/> of this governor returned it.</param>
    /// <param name="request">The act, described as it was when the approval was asked for: workflow, step, tier, key and arguments.</param>
    /// <param name="cancellationToken">Cancels before the approval is used.</param>
    /// <returns>A task that ends when the approval is used up, and the act may begin.</returns>
    /// <exception cref="StepRefusedException">The approval is not good for this act.</exception>
    Task UseApprovalAsync(StepApproval approval, ConfirmationRequest request, CancellationToken cancellationToken);

    /// <summary>Runs the rollback handler of an earlier request. The order, given by a person, is its confirmation; both are recorded.</summary>
    /// <param name="requestId">The request to undo.</param>
    /// <param name="reason">Why it is undone.</param>
    /// <param name="cancellationToken">Handed to the handler.</param>
    /// <returns>How the rollback ended.</returns>
    Task<StepOutcome> RollbackAsync(string requestId, string reason, CancellationToken cancellationToken);
}
