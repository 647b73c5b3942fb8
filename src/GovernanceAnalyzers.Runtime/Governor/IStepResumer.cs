namespace Governance;

/// <summary>Takes up requests that were decided while nobody called: for a host whose callers do not come back.</summary>
public interface IStepResumer
{
    /// <summary>
    /// Calls every step again whose open request has been decided, as recorded; marks overdue requests expired. It needs a gate that
    /// can tell (<see cref="IDecidedRequests"/>) and a step registered with <c>AddSteps</c>.
    /// </summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The requests that were taken up.</returns>
    Task<IReadOnlyList<string>> ResumeApprovedAsync(CancellationToken cancellationToken);
}

/// <summary>A confirmation gate that can tell whether a request was decided, without asking anybody.</summary>
public interface IDecidedRequests
{
    /// <summary>Whether a decision, of whatever kind, is there.</summary>
    /// <param name="requestId">The request.</param>
    bool IsDecided(string requestId);
}
