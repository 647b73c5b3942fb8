namespace Governance;

/// <summary>The step whose body is running: flows with the async call, so that an inner step knows its enclosing one.</summary>
internal sealed class RunningStep(string requestId, string identity, RunningStep? parent)
{
    private static readonly AsyncLocal<RunningStep?> s_current = new();
    private readonly HashSet<string> _claimed = new(StringComparer.Ordinal);

    public static RunningStep? Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }

    public string RequestId => requestId;

    /// <summary>Whether this run, or one around it, is of the same request.</summary>
    public bool IsInside(string otherIdentity) => identity == otherIdentity || (parent?.IsInside(otherIdentity) ?? false);

    /// <summary>Takes an inner request for this run: the second equal call inside a run is the second request, not the first again.</summary>
    public bool Claim(string innerRequestId)
    {
        lock (_claimed)
        {
            return _claimed.Add(innerRequestId);
        }
    }
}
