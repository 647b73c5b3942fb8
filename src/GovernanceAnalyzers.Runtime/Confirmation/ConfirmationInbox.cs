namespace Governance;

/// <summary>
/// An inbox as the deciding person sees it: lists requests, shows one, approves or denies it. It works from any process and needs no
/// lock; the governor verifies each decision before it counts, and records it.
/// </summary>
public sealed class ConfirmationInbox
{
    private readonly InboxFiles _files;
    private readonly TimeProvider _clock;
    private readonly Func<string> _account;

    /// <summary>Opens an inbox.</summary>
    /// <param name="folder">The governance folder that holds <c>inbox</c>.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="ConfirmationInboxException">There is no inbox in the folder.</exception>
    public ConfirmationInbox(string folder, TimeProvider? timeProvider = null)
        : this(folder, timeProvider, OsAccount.Name)
    {
    }

    internal ConfirmationInbox(string folder, TimeProvider? timeProvider, Func<string> account)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _files = new InboxFiles(folder);
        _clock = timeProvider ?? TimeProvider.System;
        _account = account;
        if (!Directory.Exists(_files.Path))
        {
            throw new ConfirmationInboxException($"There is no inbox at {_files.Path}. Name the folder that was given to UseJournal or ConfirmThroughInbox.");
        }
    }

    /// <summary>Lists requests, the next to expire first; damaged ones at the end.</summary>
    /// <param name="includeSettled">Also those that are decided or have expired.</param>
    /// <returns>The requests.</returns>
    public IReadOnlyList<InboxItem> List(bool includeSettled = false) =>
    [
        .. Guarded(() => _files.RequestIds().ToList()).Select(Item)
            .Where(item => includeSettled || item.State is InboxState.Waiting or InboxState.Damaged)
            .OrderBy(item => item.Request?.ExpiresAt ?? DateTimeOffset.MaxValue).ThenBy(item => item.RequestId, StringComparer.Ordinal),
    ];

    /// <summary>Finds one request; upper and lower case, and the leading <c>R-</c>, do not matter.</summary>
    /// <param name="requestId">The request.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ConfirmationInboxException">There is no such request.</exception>
    public InboxItem Find(string requestId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(requestId);
        var id = requestId.Trim().ToUpperInvariant();
        id = id.StartsWith("R-", StringComparison.Ordinal) ? id : "R-" + id;
        return File.Exists(_files.RequestPath(id))
            ? Item(id)
            : throw new ConfirmationInboxException($"The inbox {_files.Path} has no request {id}.");
    }

    /// <summary>Says yes, as the operating system's account of this process.</summary>
    /// <param name="requestId">The request.</param>
    /// <param name="reason">Why; may be left out.</param>
    /// <returns>The decided request.</returns>
    /// <exception cref="ConfirmationInboxException">The request is unknown, damaged, decided or expired, or is this account's own.</exception>
    public InboxItem Approve(string requestId, string? reason = null) => Decide(requestId, ConfirmationVerdict.Approved, reason);

    /// <summary>Says no, as the operating system's account of this process.</summary>
    /// <param name="requestId">The request.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The decided request.</returns>
    /// <exception cref="ConfirmationInboxException">The request is unknown, damaged, decided or expired.</exception>
    public InboxItem Deny(string requestId, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new ConfirmationInboxException("A denial needs a reason: the one who asked and the owner read it.");
        }

        return Decide(requestId, ConfirmationVerdict.Denied, reason);
    }

    private InboxItem Decide(string requestId, ConfirmationVerdict verdict, string? reason)
    {
        var item = Find(requestId);
        var why = item.State switch
        {
            InboxState.Damaged => item.Damage,
            InboxState.Expired => $"Request {item.RequestId} has expired; whoever needs it asks again.",
            InboxState.Approved or InboxState.Denied => $"Request {item.RequestId} was {item.State.ToString().ToLowerInvariant()} by {item.Decision!.Approver}.",
            _ => null,
        };
        if (why is not null)
        {
            throw new ConfirmationInboxException(why);
        }

        // Read once more for its hash: the decision names what was shown.
        var request = _files.ReadRequest(item.RequestId, out var shown);
        var account = _account();
        if (verdict == ConfirmationVerdict.Approved && request.Tier == RiskTier.High
            && (DecisionCheck.IsSamePerson(account, request.Actor) || DecisionCheck.IsSamePerson(account, request.OnBehalfOf)))
        {
            throw new ConfirmationInboxException($"'{account}' asked for {request.RequestId} and may not approve it: a High step needs another person.");
        }

        var decision = new ConfirmationDecision
        {
            RequestId = request.RequestId, Digest = request.Digest, Verdict = verdict, Approver = account, Reason = reason,
            Assurance = ConfirmationAssurance.OsAccount, DecidedAt = _clock.GetUtcNow(), ExpiresAt = request.ExpiresAt,
        };
        return Guarded(() => _files.TryCreate(_files.DecisionPath(request.RequestId), InboxFiles.Write(decision, shown)))
            ? Item(request.RequestId)
            : throw new ConfirmationInboxException($"Request {request.RequestId} was decided by somebody else just now.");
    }

    private InboxItem Item(string requestId)
    {
        ConfirmationRequest? request = null;
        try
        {
            request = Guarded(() => _files.ReadRequest(requestId, out _));
            var decision = File.Exists(_files.DecisionPath(requestId)) ? Guarded(() => _files.ReadDecision(requestId, out _)) : null;
            return new InboxItem
            {
                RequestId = requestId, Request = request, Decision = decision,
                State = decision is not null ? decision.Verdict == ConfirmationVerdict.Approved ? InboxState.Approved : InboxState.Denied
                    : _clock.GetUtcNow() >= request.ExpiresAt ? InboxState.Expired
                    : InboxState.Waiting,
            };
        }
        catch (ConfirmationInboxException e)
        {
            return new InboxItem { RequestId = requestId, Request = request, State = InboxState.Damaged, Damage = e.Message };
        }
    }

    private static T Guarded<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfirmationInboxException($"The inbox cannot be used: {e.Message}", e);
        }
    }
}
