namespace Governance;

/// <summary>
/// Asks through files: a request lies in <c>inbox</c> inside the governance folder until a person decides with <c>governance confirm</c>.
/// The call ends pending and finds the decision when it is made again, by whichever process.
/// </summary>
public sealed class FolderInbox : IConfirmationGate, IDecidedRequests
{
    private readonly InboxFiles _files;
    private readonly TimeProvider _clock;

    /// <summary>Makes the gate, and the inbox where there is none.</summary>
    /// <param name="folder">The governance folder; the journal's, as a rule.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="ConfirmationInboxException">The inbox cannot be made.</exception>
    public FolderInbox(string folder, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _files = new InboxFiles(folder);
        _clock = timeProvider ?? TimeProvider.System;
        try
        {
            Directory.CreateDirectory(_files.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfirmationInboxException($"The inbox {_files.Path} cannot be made: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ConfirmationDecision> RequestAsync(ConfirmationRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var content = InboxFiles.Write(request, out var hash);
        if (IsDecided(request.RequestId))
        {
            var decision = _files.ReadDecision(request.RequestId, out var shown);
            return shown == hash ? new(decision) : throw Changed(request);
        }

        var overdue = _clock.GetUtcNow() >= request.ExpiresAt;
        if (!overdue && !_files.TryCreate(_files.RequestPath(request.RequestId), content))
        {
            _files.ReadRequest(request.RequestId, out var written);
            if (written != hash)
            {
                throw Changed(request);
            }
        }

        return new(new ConfirmationDecision
        {
            RequestId = request.RequestId, Digest = request.Digest, ExpiresAt = request.ExpiresAt,
            Verdict = overdue ? ConfirmationVerdict.Expired : ConfirmationVerdict.Pending,
        });
    }

    /// <inheritdoc/>
    public bool IsDecided(string requestId) => File.Exists(_files.DecisionPath(requestId));

    // The person would have decided, or has decided, on something else than what is going to be done.
    private ConfirmationInboxException Changed(ConfirmationRequest request)
        => new($"{_files.RequestPath(request.RequestId)} is not what was asked: the file was changed.");
}
