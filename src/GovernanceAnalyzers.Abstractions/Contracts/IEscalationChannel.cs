using System.Threading;
using System.Threading.Tasks;

namespace Governance;

/// <summary>Hands a step that needs a human to a named person or channel.</summary>
public interface IEscalationChannel
{
    /// <summary>Delivers an escalation to its target.</summary>
    /// <param name="escalation">What happened, and whom to tell.</param>
    /// <param name="cancellationToken">Cancels the delivery.</param>
    /// <returns>A task that ends when the escalation is delivered; a failure is recorded in the action log.</returns>
    ValueTask DeliverAsync(Escalation escalation, CancellationToken cancellationToken);
}

/// <summary>What happened, and whom to tell.</summary>
public sealed class Escalation
{
    /// <summary>The person or channel declared as <c>EscalateTo</c>.</summary>
    public string Target { get; init; } = "";

    /// <summary>The workflow's id.</summary>
    public string Workflow { get; init; } = "";

    /// <summary>The step's id.</summary>
    public string Step { get; init; } = "";

    /// <summary>The request it is about.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>The state that led here, one of <see cref="ActionStates"/>: denied, expired, failed, in doubt …</summary>
    public string State { get; init; } = "";

    /// <summary>What happened, in one sentence, and what to do, such as the command that orders a rollback.</summary>
    public string Message { get; init; } = "";
}
