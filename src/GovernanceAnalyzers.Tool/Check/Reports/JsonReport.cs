using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovernanceAnalyzers.Tool.Check.Reports;

/// <summary>Everything that was found out, for other programs. The shape is versioned by <c>schema</c>.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.BasicLatin, System.Text.Unicode.UnicodeRanges.Arrows),
    };

    public static void Write(TextWriter writer, CheckResult result, ShownPaths paths)
    {
        writer.WriteLine(JsonSerializer.Serialize(
            new
            {
                schema = "governance-check/1",
                target = paths.Of(result.Target.File),
                root = paths.Root,
                result = Name(result.Verdict),
                exitCode = result.ExitCode,
                conclusion = Conclusion.Of(result),
                obstacles = result.Obstacles,
                complete = result.Obstacles.Count == 0 && result.IsComplete,
                findings = result.Findings.Select(f => new
                {
                    f.Rule,
                    level = Words.Level(f.Level),
                    f.Message,
                    f.Help,
                    file = f.Place is { } place ? paths.Of(place.File) : null,
                    line = f.Place is { Line: > 0 } p ? p.Line : (int?)null,
                    column = f.Place is { Column: > 0 } c ? c.Column : (int?)null,
                    subject = f.About?.Id,
                    f.Path,
                    project = paths.Of(f.Project),
                }),
                suppressed = result.Suppressed,
                ungoverned = result.Ungoverned.Select(u => new
                {
                    u.EntryPoint,
                    u.Capability,
                    tier = u.Tier.ToString(),
                    forgiven = u.IsForgiven,
                    project = paths.Of(u.Project),
                }),
                backlogGrew = result.Growth is { } growth ? new { since = growth.Since, lines = growth.Lines } : null,
                steps = result.Steps.Select(f => Of(f, paths)),
                entryPoints = result.EntryPoints.Select(f => Of(f, paths)),
                projects = result.Compilations.GroupBy(c => c.Project).Select(g => new
                {
                    project = paths.Of(g.Key),
                    g.First().Language,
                    frameworks = g.Select(c => c.Framework),
                    takesPart = g.Any(c => c.TakesPart),
                }),
                unread = result.Unread.Select(paths.Of),
                manifests = result.Manifests,
            },
            s_options));
    }

    private static string Name(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Clean => "clean",
        CheckVerdict.Findings => "findings",
        CheckVerdict.Unfollowed => "unfollowed",
        _ => "could-not-run",
    };

    private static object Of(StepFacts facts, ShownPaths paths) => new
    {
        facts.Id,
        facts.Member,
        workflow = facts.Workflow,
        tier = Set(facts.Tier),
        owner = Set(facts.Owner),
        facts.Control,
        facts.Confirmation,
        facts.Log,
        file = facts.Place is { } place ? paths.Of(place.File) : null,
        line = facts.Place?.Line,
        actions = facts.Actions.Select(a => new { a.Capability, a.Tier, a.Path, file = paths.Of(a.Place.File), a.Place.Line }),
        lowered = facts.Lowered.Select(l => new
        {
            l.Capability, l.Tier, l.Path, countsAs = new { capability = l.ContractCapability, tier = l.ContractTier, l.Because }, file = paths.Of(l.Place.File), l.Place.Line,
        }),
        facts.Waivers,
        blindSpots = facts.BlindSpots.Select(b => new { b.Kind, b.Detail, file = paths.Of(b.Place.File), b.Place.Line }),
        notFollowed = facts.NotFollowed.Select(n => new { n.Target, file = paths.Of(n.Place.File), n.Place.Line }),
        project = paths.Of(facts.Project),
    };

    private static string? Set(string text) => text.Length > 0 ? text : null;
}
