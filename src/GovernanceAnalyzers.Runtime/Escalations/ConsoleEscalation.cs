namespace Governance;

/// <summary>Tells standard error, where the host has no log.</summary>
internal sealed class ConsoleEscalation : IEscalationChannel
{
    public async ValueTask DeliverAsync(Escalation escalation, CancellationToken cancellationToken)
        => await Console.Error.WriteLineAsync(
            $"governance: to {escalation.Target}: request {escalation.RequestId} is {escalation.State}. {DisplayText.Clean(escalation.Message)}")
            .ConfigureAwait(false);
}
