using GovernanceAnalyzers.Tool.Check.Reports;

namespace GovernanceAnalyzers.Tool.Show;

/// <summary>
/// What a reviewer reads of a manifest, workflow by workflow. What was declared, what the generator wrote, what the analysis has proven and what is
/// only asserted stay apart, and what the file does not say is called unknown.
/// </summary>
internal sealed class ManifestPage(Manifest manifest, IPageWriter page)
{
    private const string Nobody = "none";

    public void Write()
    {
        page.Heading(1, $"Governance of {manifest.Assembly}");
        page.Fields(
            ("mode", Given(manifest.Mode)),
            ("level", Given(manifest.Level)),
            ("declared", [$"{Words.Number(manifest.Workflows.Count, "workflow")}, {Words.Number(manifest.Steps.Count, "step")}"]),
            ("declared digest", Given(manifest.Digest)),
            ("analysis", [manifest.StepFacts is null
                ? "unknown: it is not in this manifest. governance check --manifest-out writes one that has it."
                : "in this manifest"]));
        foreach (var workflow in manifest.Workflows)
        {
            Write(workflow);
        }

        var known = manifest.Workflows.Select(w => w.Id).ToHashSet(StringComparer.Ordinal);
        if (manifest.Steps.Where(s => s.Workflow is null || !known.Contains(s.Workflow)).ToList() is { Count: > 0 } outside)
        {
            page.Heading(2, "Steps outside a workflow");
            WriteSteps(outside);
        }

        WriteEntryPoints();
        if (manifest.Contracts.Count > 0)
        {
            page.Heading(2, "Contracts");
            page.Paragraph("What a member does, as its author declares it.");
            page.Table(["member", "does", "because"], manifest.Contracts.Select(c => new[] { c.Member, Action(c.Capability, c.Tier), c.Because ?? "" }));
        }

        var ofWorkflows = manifest.Workflows.SelectMany(WaiversOf).ToHashSet();
        WriteWaivers(2, "Waivers elsewhere", [.. manifest.Waivers.Where(w => !ofWorkflows.Contains(w))]);
    }

    private void Write(ManifestWorkflow workflow)
    {
        page.Heading(2, $"Workflow {workflow.Id}");
        page.Fields(
            ("stage", [workflow.Stage ?? Nobody]),
            ("owner", [workflow.Owner ?? Nobody]),
            ("technical owner", [workflow.TechnicalOwner ?? Nobody]),
            ("governance owner", [workflow.GovernanceOwner ?? Nobody]),
            ("escalates to", [workflow.EscalateTo ?? Nobody]),
            ("runbook", [workflow.Runbook ?? Nobody]),
            ("sunset", [workflow.Sunset is { } sunset ? $"{sunset.Date}{After(": ", sunset.Reason)}" : Nobody]),
            ("type", Given(workflow.Type)));
        var steps = manifest.Steps.Where(s => s.Workflow == workflow.Id).ToList();
        Section("Baselines", ["metric", "value", "target", "kill", "unit", "note"], workflow.Baselines.Select(b => new[]
        {
            b.Metric, b.Value ?? "", b.Target ?? "", b.Kill ?? "", b.Unit ?? "",
            b.NotApplicable is { } why ? $"not applicable: {why}" : b.Direction switch { "LowerIsBetter" => "lower is better", "HigherIsBetter" => "higher is better", _ => "" },
        }));
        Section(
            "Failure modes",
            ["failure mode", "in", "response", "escalates to"],
            workflow.FailureModes.Select(f => (Mode: f, In: "every step"))
                .Concat(steps.SelectMany(s => s.FailureModes.Select(f => (Mode: f, In: ShortId(s)))))
                .Select(f => new[] { f.Mode.Id, f.In, f.Mode.Response ?? Nobody, f.Mode.EscalateTo ?? Nobody }));
        Section("Reviews", ["review", "every", "last"], workflow.Reviews.Select(r => new[] { r.Kind, r.EveryDays is { } days ? $"{days} days" : "unknown", r.Last ?? "never" }));
        WriteSteps(steps);
        WriteWaivers(3, "Waivers", [.. WaiversOf(workflow)]);
    }

    private void WriteSteps(IReadOnlyList<ManifestStep> steps)
    {
        var standing = steps.Select(s => (Step: s, Facts: manifest.StepFacts?.GetValueOrDefault(s.Id))).Select(s => (s.Step, s.Facts,
            Confirmation: ControlStandings.WordFor(s.Step, s.Facts?.Confirmation), Log: ControlStandings.WordFor(s.Step, s.Facts?.Log)));
        foreach (var group in standing.GroupBy(s => ControlStandings.Of(s.Confirmation, s.Log)).OrderBy(g => g.Key))
        {
            page.Heading(3, $"Steps, controls: {ControlStandings.Title(group.Key).ToLowerInvariant()}");
            page.Paragraph(ControlStandings.Sentence(group.Key));
            foreach (var (step, facts, confirmation, log) in group)
            {
                page.Heading(4, $"{ShortId(step)} ({step.Tier ?? "no tier"})");
                page.Fields(
                    ("confirmation", [Word(confirmation)]),
                    ("log", [Word(log)]),
                    ("owner", [step.Owner ?? Nobody]),
                    ("escalates to", [step.EscalateTo ?? Nobody]),
                    ("undone by", [step.Rollback ?? (step.Irreversible is { } why ? $"IRREVERSIBLE: {why}" : Nobody)]),
                    ("asks", Given(step.Question)),
                    ("key", Given(step.Key)),
                    ("arguments", step.Arguments.Count == 0 ? [] : [string.Join(", ", step.Arguments)]),
                    ("asks below", step.MinConfidence is { } confidence ? [$"confidence {confidence}"] : []),
                    ("may reach only", step.Allows.Count == 0 ? [] : [string.Join(", ", step.Allows)]),
                    ("reaches", facts is null ? ["unknown"] : Reached(facts)),
                    ("lowered", facts is null ? [] : Lowered(facts)),
                    ("blind spots", facts is null ? [] : BlindSpots(facts)),
                    ("not followed", facts is null ? [] : NotFollowed(facts)));
            }
        }
    }

    private void WriteEntryPoints()
    {
        page.Heading(2, "Entry points that are no step");
        if (manifest.EntryPoints is not { } entryPoints)
        {
            page.Paragraph("Unknown: only the analysis finds them.");
            return;
        }

        if (entryPoints.Count == 0)
        {
            page.Paragraph("None.");
        }

        foreach (var entryPoint in entryPoints)
        {
            page.Heading(3, entryPoint.Id);
            page.Fields(
                ("confirmation", [Word(entryPoint.Confirmation ?? "unknown")]),
                ("reaches", Reached(entryPoint)),
                ("backlog", [.. entryPoint.Backlog.Select(b => $"{b.Capability}: {b.Owner} until {b.Until}")]),
                ("lowered", Lowered(entryPoint)),
                ("blind spots", BlindSpots(entryPoint)),
                ("not followed", NotFollowed(entryPoint)));
        }
    }

    private void WriteWaivers(int level, string title, IReadOnlyList<ManifestWaiver> waivers)
    {
        if (waivers.Count > 0)
        {
            page.Heading(level, title);
            page.Table(
                ["rule", "approved by", "until", "for", "reason"],
                waivers.Select(w => new[] { w.Rule, w.ApprovedBy ?? Nobody, w.Until ?? Nobody, w.Target, w.Reason ?? Nobody }));
        }
    }

    private void Section(string title, string[] columns, IEnumerable<string[]> rows)
    {
        page.Heading(3, title);
        if (rows.ToList() is { Count: > 0 } all)
        {
            page.Table(columns, all);
        }
        else
        {
            page.Paragraph("None declared.");
        }
    }

    /// <summary>On its type, on a member of it, or on one of its steps.</summary>
    private IEnumerable<ManifestWaiver> WaiversOf(ManifestWorkflow workflow)
        => manifest.Waivers.Where(w => workflow.Type is { Length: > 2 } type
            && (w.Target == type || (w.Target.Length > 2 && w.Target[2..].StartsWith(type[2..] + ".", StringComparison.Ordinal))));

    private static string ShortId(ManifestStep step) => step.Workflow is { } workflow ? step.Id[(workflow.Length + 1)..] : step.Id;

    private static string Word(string word) => word.Replace('-', ' ');

    private static IReadOnlyList<string> Given(string? value) => value is null ? [] : [value];

    private static IReadOnlyList<string> Reached(ManifestFacts facts)
        => facts.Actions.Count == 0 ? ["nothing of the catalogue"] : [.. facts.Actions.Select(a => $"{Action(a.Capability, a.Tier)} by {a.Path}{At(a.At)}")];

    private static IReadOnlyList<string> Lowered(ManifestFacts facts)
        => [.. facts.Lowered.Select(l => $"{Action(l.Capability, l.Tier)} by {l.Path} counts as {l.CountsAs}: {l.Because}{At(l.At)}")];

    private static IReadOnlyList<string> BlindSpots(ManifestFacts facts) => [.. facts.BlindSpots.Select(b => $"{b.Kind}: {b.Detail}{At(b.At)}")];

    private static IReadOnlyList<string> NotFollowed(ManifestFacts facts) => [.. facts.NotFollowed.Select(n => $"{n.Target}{At(n.At)}")];

    private static string Action(string? capability, string? tier) => $"{capability} ({tier ?? "no tier"})";

    private static string At(string? at) => at is null ? "" : $" [{at}]";

    private static string After(string separator, string? text) => text is null ? "" : separator + text;
}
