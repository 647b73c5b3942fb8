namespace GovernanceAnalyzers.Owners;

/// <summary>
/// Whom a project's declarations may name: its own owners files and its organisation's together. Names are compared as they are seen, without case. Where there is no file, nothing is
/// known about anybody and each name stands for itself.
/// </summary>
internal sealed class OwnersList(AnalyzerOptions options)
{
    private readonly Lazy<ImmutableArray<AdditionalText>> _files = new(() =>
        [.. options.AdditionalFiles.Where(f => OwnersFile.Is(f, options)).OrderBy(f => PolicyMark.Of(f, options) is not null)]);
    private readonly Lazy<Dictionary<string, ImmutableArray<string>>> _members =
        new(() => MembersByName(options.AdditionalFiles.Where(f => OwnersFile.Is(f, options)).SelectMany(f => OwnersFile.Parse(f).Entries)));

    /// <summary>The project keeps a list, so who is not on it is a finding (GVN1002).</summary>
    public bool IsConfigured => !_files.Value.IsEmpty;

    /// <summary>The name of the file to add a line to: the project's own where it has one, and the first where there are several.</summary>
    public string FileName => OwnersFile.Name(_files.Value[0].Path);

    /// <summary>The name is on the list as it is written: on a line of its own, or as a member of a group. One that only looks the same is not.</summary>
    public bool Has(string name) => _members.Value.Keys.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The listed name that this one is most likely meant to be; null where none is close, or two are equally so.</summary>
    public string? Near(string name) => NearName.Of(name.Trim(), _members.Value.Keys);

    /// <summary>
    /// A name that both stand for, be it one of them, a member of both, or a member of one that is the other: where there is one, the two may be the
    /// same hand. Null where there is none.
    /// </summary>
    public string? Shared(string? one, string? other)
    {
        if (one is null || other is null)
        {
            return null;
        }

        var others = Everyone(other.Trim());
        return Everyone(one.Trim()).FirstOrDefault(others.Contains);
    }

    /// <summary>The name itself and, where it is a group, all who are in it, through groups within it too.</summary>
    private HashSet<string> Everyone(string name)
    {
        var everyone = new HashSet<string>(SameName.Instance);
        var open = new Queue<string>([name]);
        while (open.Count > 0)
        {
            if (open.Dequeue() is var next && everyone.Add(next) && _members.Value.TryGetValue(next, out var members))
            {
                foreach (var member in members)
                {
                    open.Enqueue(member);
                }
            }
        }

        return everyone;
    }

    /// <summary>A group that two files define has the members of both.</summary>
    private static Dictionary<string, ImmutableArray<string>> MembersByName(IEnumerable<OwnersEntry> entries)
    {
        var members = new Dictionary<string, ImmutableArray<string>>(SameName.Instance);
        foreach (var entry in entries)
        {
            Add(entry.Name, entry.Members);
            foreach (var member in entry.Members)
            {
                Add(member, []);
            }
        }

        return members;

        void Add(string name, IEnumerable<string> more)
            => members[name] = [.. members.TryGetValue(name, out var known) ? known : [], .. more];
    }
}
