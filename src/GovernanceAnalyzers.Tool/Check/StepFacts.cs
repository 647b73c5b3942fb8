using System.Globalization;

namespace GovernanceAnalyzers.Tool.Check;

/// <summary>What GVN0001 says about one step or entry point: the contract between the rules and this tool.</summary>
internal sealed record StepFacts(string Project, string Kind, string Id, string Member, SourcePlace? Place)
{
    public const string Rule = "GVN0001";

    /// <summary>As a backlog line calls it; empty for a step.</summary>
    public string BacklogId { get; init; } = "";

    public string Tier { get; init; } = "";

    public string Owner { get; init; } = "";

    /// <summary>plumbed, decorated, self-governed or none.</summary>
    public string Control { get; init; } = "none";

    public string Confirmation { get; init; } = "none";

    public string Log { get; init; } = "none";

    /// <summary>The code that is its own: what is found in it is about it.</summary>
    public IReadOnlyList<CodePart> Parts { get; init; } = [];

    public IReadOnlyList<ReachedAction> Actions { get; init; } = [];

    /// <summary>What counts for less than is known of it, by a contract that gives a reason.</summary>
    public IReadOnlyList<LoweredAction> Lowered { get; init; } = [];

    public IReadOnlyList<WaiverFact> Waivers { get; init; } = [];

    public IReadOnlyList<BlindSpot> BlindSpots { get; init; } = [];

    public IReadOnlyList<UnfollowedCall> NotFollowed { get; init; } = [];

    /// <summary>What of it is a member of another assembly, as a catalogue line calls it.</summary>
    public IReadOnlyList<BoundaryCall> Boundary { get; init; } = [];

    public bool IsStep => Kind == "step";

    public string? Workflow => IsStep && Id.IndexOf('/') is > 0 and var slash ? Id[..slash] : null;

    public bool IsReadInFull => BlindSpots.Count == 0 && NotFollowed.Count == 0;

    public static StepFacts Read(string project, SarifResult result)
    {
        string Value(string key, string otherwise = "")
            => result.Properties.TryGetValue(key, out var value) && value.Length > 0 ? value : otherwise;

        // A line without a file is in the declaration's.
        SourcePlace At(string line, string file) => new(
            file.Length > 0 ? Path.GetFullPath(file, Path.GetDirectoryName(project)!) : result.Place?.File ?? project, Number(line), 0);
        return new StepFacts(project, Value("kind"), Value("id"), Value("member"), result.Place)
        {
            BacklogId = Value("backlogId"),
            Tier = Value("tier"),
            Owner = Value("owner"),
            Control = Value("control", "none"),
            Confirmation = Value("confirmation", "none"),
            Log = Value("log", "none"),
            Parts = Rows(Value("parts"), f => new CodePart(At(f(0), f(2)), Number(f(1)))),
            Actions = Rows(Value("actions"), f => new ReachedAction(f(0), f(1), f(2), At(f(3), f(4)))),
            Lowered = Rows(Value("lowered"), f => new LoweredAction(f(0), f(1), f(2), f(3), f(4), f(5), At(f(6), f(7)))),
            Waivers = Rows(Value("waivers"), f => new WaiverFact(f(0), f(1), f(2), f(3))),
            BlindSpots = Rows(Value("blindSpots"), f => new BlindSpot(f(0), f(1), At(f(2), f(3)))),
            NotFollowed = Rows(Value("notFollowed"), f => new UnfollowedCall(f(0), At(f(1), f(2)))),
            Boundary = Rows(Value("boundary"), f => new BoundaryCall(f(0), f(1), Number(f(2)))),
        };
    }

    /// <summary>One step compiled for several frameworks is one step; what differs between them is kept from each.</summary>
    public static StepFacts Merge(IEnumerable<StepFacts> sameMember)
    {
        var all = sameMember.ToList();
        return all[0] with
        {
            Parts = [.. all.SelectMany(f => f.Parts).Distinct()],
            Actions = [.. all.SelectMany(f => f.Actions).Distinct()],
            Lowered = [.. all.SelectMany(f => f.Lowered).Distinct()],
            Waivers = [.. all.SelectMany(f => f.Waivers).Distinct()],
            BlindSpots = [.. all.SelectMany(f => f.BlindSpots).Distinct()],
            NotFollowed = [.. all.SelectMany(f => f.NotFollowed).Distinct()],
            Boundary = [.. all.SelectMany(f => f.Boundary).GroupBy(b => (b.Symbol, b.Assembly)).Select(g => g.MaxBy(b => b.Count)!)],
        };
    }

    private static List<T> Rows<T>(string value, Func<Func<int, string>, T> read)
        => [.. value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row =>
        {
            var fields = row.Split('|');
            return read(i => i < fields.Length ? fields[i] : "");
        })];

    private static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>From one place to a line of the same file.</summary>
internal sealed record CodePart(SourcePlace From, int LastLine)
{
    public int Length => LastLine - From.Line;

    public bool Holds(SourcePlace place) => place.File == From.File && place.Line >= From.Line && place.Line <= LastLine;
}

internal sealed record ReachedAction(string Capability, string Tier, string Path, SourcePlace Place);

/// <summary>What is known of an action, and what a contract makes of it.</summary>
internal sealed record LoweredAction(
    string Capability, string Tier, string ContractCapability, string ContractTier, string Because, string Path, SourcePlace Place);

internal sealed record WaiverFact(string Rule, string ApprovedBy, string Until, string Reason);

internal sealed record BlindSpot(string Kind, string Detail, SourcePlace Place);

/// <summary>Calls of one member of another assembly.</summary>
internal sealed record BoundaryCall(string Symbol, string Assembly, int Count);

internal sealed record UnfollowedCall(string Target, SourcePlace Place);
