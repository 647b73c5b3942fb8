namespace GovernanceAnalyzers.Reach;

/// <summary>Several places of which one diagnostic tells: the first stands for all.</summary>
internal sealed class Places
{
    private readonly int _count;

    private Places(ReachedAction first, IEnumerable<ReachedAction> others)
    {
        First = first;
        var rest = others.Where(o => o.Way.End != first.Way.End).ToList();
        _count = 1 + rest.Select(o => o.Way.End).Distinct().Count();
        Further = [.. first.Way.Further.Concat(rest.SelectMany(o => o.Way.Further.Prepend(NamedPlace.Of(o.Site.Syntax))))
            .Distinct().Where(l => l != Location)];
    }

    /// <summary>The one that is named.</summary>
    public ReachedAction First { get; }

    /// <summary>In the root's own body.</summary>
    public Location Location => NamedPlace.Of(First.Site.Syntax);

    /// <summary>The hops of the way in other bodies, and where the others are.</summary>
    public ImmutableArray<Location> Further { get; }

    /// <summary>For the end of a message's path; empty for one place.</summary>
    public string Words => _count == 1 ? "" : $" (1 of {_count} places)";

    public static Places Of(IEnumerable<ReachedAction> actions, ReachedAction first) => new(first, actions);
}
