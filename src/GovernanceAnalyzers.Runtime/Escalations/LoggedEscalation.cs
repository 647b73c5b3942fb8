using Microsoft.Extensions.Logging;

namespace Governance;

/// <summary>Tells the host's own log, where no other channel is set.</summary>
internal sealed partial class LoggedEscalation(ILogger<LoggedEscalation> logger) : IEscalationChannel
{
    public ValueTask DeliverAsync(Escalation escalation, CancellationToken cancellationToken)
    {
        Escalated(escalation.Target, escalation.RequestId, escalation.State, escalation.Message);
        return default;
    }

    [LoggerMessage(4, LogLevel.Warning, "Escalated to {Target}: request {RequestId} is {State}. {Message}")]
    private partial void Escalated(string target, string requestId, string state, string message);
}
