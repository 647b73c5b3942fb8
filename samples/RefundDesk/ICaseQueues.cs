using Governance;

namespace Shop.Refunds;

/// <summary>Queues in which people find the cases they have to look at.</summary>
public interface ICaseQueues
{
    /// <summary>Puts a case into a queue.</summary>
    [ConsequentialAction("files.write", RiskTier.Medium, Because = "people act on what they find in a queue")]
    Task AddAsync(string queue, string caseNo, string why, CancellationToken cancellationToken);

    /// <summary>Takes a case out of a queue; does nothing where it is not in it.</summary>
    [ConsequentialAction("files.write", RiskTier.Medium, Because = "nobody looks at a case that is in no queue")]
    Task RemoveAsync(string queue, string caseNo, CancellationToken cancellationToken);
}
