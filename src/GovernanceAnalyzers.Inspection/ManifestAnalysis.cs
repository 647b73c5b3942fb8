using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Inspection.Evidence;

namespace GovernanceAnalyzers.Inspection;

/// <summary>What the analysis of the source found (GVN0001), for the part <c>observed.analysis</c> of a manifest. A manifest without it says nothing of it.</summary>
/// <param name="Steps">One per step.</param>
/// <param name="EntryPoints">One per entry point of automation that is no step.</param>
public sealed record ManifestAnalysis(IReadOnlyList<AnalysedMember> Steps, IReadOnlyList<AnalysedMember> EntryPoints)
{
    /// <summary>The same manifest with this analysis in it, in place of one that is there; in canonical form.</summary>
    /// <param name="manifest">The text of a manifest file.</param>
    /// <exception cref="FormatException">The text is no manifest file; the message says where.</exception>
    public string AddTo(string manifest)
    {
        var file = JsonTree.Parse(WithoutWhiteSpace(manifest));
        var observed = Members(file["observed"]).Where(m => m.Name != "analysis").Append(("analysis", CanonicalJson.Object(
            ("steps", Sorted(Steps)), ("entryPoints", Sorted(EntryPoints)))));
        return JsonTree.Parse(CanonicalJson.Object(
            [.. Members(file).Where(m => m.Name != "observed"), ("observed", CanonicalJson.Object([.. observed]))])).Indented();
    }

    private static IEnumerable<(string Name, string? Json)> Members(JsonTree? tree)
        => (tree?.Members ?? throw new FormatException("it is no manifest file")).Select(m => (m.Name, (string?)m.Value.Canonical()));

    private static string Sorted(IEnumerable<AnalysedMember> members)
        => CanonicalJson.Array(members.Select(m => m.Json).OrderBy(json => json.Id, StringComparer.Ordinal).ThenBy(json => json.Text, StringComparer.Ordinal)
            .Select(json => json.Text));

    private static string WithoutWhiteSpace(string json)
    {
        var text = new StringBuilder(json.Length);
        var inString = false;
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            if (inString || !char.IsWhiteSpace(c))
            {
                text.Append(c);
            }

            if (c == '\\' && inString && i + 1 < json.Length)
            {
                text.Append(json[++i]);
            }
            else if (c == '"')
            {
                inString = !inString;
            }
        }

        return text.ToString();
    }
}

/// <summary>A step or an entry point as the analysis saw it.</summary>
/// <param name="Id">The step's id, or the tool's name.</param>
/// <param name="Member">The documentation id of its method.</param>
public sealed record AnalysedMember(string Id, string Member)
{
    /// <summary>How a human's decision stands: <c>generated</c>, <c>proven</c>, <c>asserted</c>, <c>none</c> or <c>not-needed</c>.</summary>
    public string Confirmation { get; init; } = "none";

    /// <summary>How the action log stands, in the same words.</summary>
    public string Log { get; init; } = "none";

    /// <summary>What it reaches: capability, tier, path and place.</summary>
    public IReadOnlyList<(string Capability, string Tier, string Path, string At)> Actions { get; init; } = [];

    /// <summary>What counts for less than is known of it: capability, known tier, path, what the contract says that it is, the contract's reason, and place.</summary>
    public IReadOnlyList<(string Capability, string Tier, string Path, string CountsAs, string Because, string At)> Lowered { get; init; } = [];

    /// <summary>What no analysis sees through: kind, detail and place.</summary>
    public IReadOnlyList<(string Kind, string Detail, string At)> BlindSpots { get; init; } = [];

    /// <summary>Calls into code that was not read: target and place.</summary>
    public IReadOnlyList<(string Target, string At)> NotFollowed { get; init; } = [];

    /// <summary>The backlog's lines about it: capability, owner and last day.</summary>
    public IReadOnlyList<(string Capability, string Owner, string Until)> Backlog { get; init; } = [];

    internal (string Id, string Text) Json => (Id, CanonicalJson.Object(
        ("id", CanonicalJson.Text(Id)),
        ("member", CanonicalJson.Text(Member)),
        ("confirmation", CanonicalJson.Text(Confirmation)),
        ("log", CanonicalJson.Text(Log)),
        ("actions", List(Actions.Select(a => new[] { ("capability", a.Capability), ("tier", a.Tier), ("path", a.Path), ("at", a.At) }))),
        ("lowered", Lowered.Count == 0 ? null : List(Lowered.Select(l => new[]
        {
            ("capability", l.Capability), ("tier", l.Tier), ("path", l.Path), ("countsAs", l.CountsAs), ("because", l.Because), ("at", l.At),
        }))),
        ("blindSpots", List(BlindSpots.Select(b => new[] { ("kind", b.Kind), ("detail", b.Detail), ("at", b.At) }))),
        ("notFollowed", List(NotFollowed.Select(n => new[] { ("target", n.Target), ("at", n.At) }))),
        ("backlog", Backlog.Count == 0 ? null : List(Backlog.Select(b => new[] { ("capability", b.Capability), ("owner", b.Owner), ("until", b.Until) })))));

    private static string List(IEnumerable<(string Name, string Value)[]> items)
        => CanonicalJson.Array(items.Select(i => CanonicalJson.Object([.. i.Select(m => (m.Name, CanonicalJson.Text(m.Value)))]))
            .Distinct().OrderBy(json => json, StringComparer.Ordinal));
}
