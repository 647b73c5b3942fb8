using System.Threading;
using System.Threading.Tasks;

namespace Governance;

/// <summary>Asks a human. An implementation never answers in the human's place (GVN2011).</summary>
public interface IConfirmationGate
{
    /// <summary>Shows the request to a human, or looks up what was decided. Equal open requests are the same request.</summary>
    /// <param name="request">What is to be decided.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The decision, or a decision whose verdict is <see cref="ConfirmationVerdict.Pending"/>; it never hangs.</returns>
    ValueTask<ConfirmationDecision> RequestAsync(ConfirmationRequest request, CancellationToken cancellationToken);
}
