using System.Text.Json;
using GovernanceAnalyzers.Inspection;

namespace GovernanceAnalyzers.Tool.Show;

/// <summary>Reads a manifest from its file or from the assembly that carries it. What is absent is absent; what is there and wrong ends with one line.</summary>
internal static class ManifestReader
{
    private const string None = "none/1";
    private const string Declared = "governance-manifest/1";

    public static Manifest Read(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(IsAssembly(file) ? Embedded(file) : File.ReadAllText(file));
            return Of(json.RootElement, file);
        }
        catch (JsonException failure)
        {
            throw new CannotRunException($"{file} is not a governance manifest: it is no complete JSON (line {failure.LineNumber + 1}).");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CannotRunException(File.Exists(file) ? $"{file} cannot be read ({failure.Message})." : $"there is no file '{file}'.");
        }
    }

    private static bool IsAssembly(string file) => Path.GetExtension(file).ToLowerInvariant() is ".dll" or ".exe";

    private static string Embedded(string file)
    {
        if (!File.Exists(file))
        {
            throw new FileNotFoundException();
        }

        try
        {
            var evidence = AssemblyEvidence.Read(file);
            return evidence.Problem is { } problem ? throw new CannotRunException($"{file} {problem}.")
                 : evidence.Embedded is null ? throw new CannotRunException($"{file} carries no governance manifest: it was not built with the package.")
                 : ManifestFile.Text(evidence);
        }
        catch (InspectionException failure)
        {
            throw new CannotRunException(failure.Message);
        }
    }

    private static Manifest Of(JsonElement json, string file)
    {
        var root = new ManifestNode(json, file);
        if (root.Text("schema") != ManifestFile.Schema)
        {
            throw new CannotRunException(root.Text("schema") is { } other
                ? $"{file} has the schema '{other}', and this tool reads {ManifestFile.Schema}."
                : $"{file} is not a governance manifest: it names no schema.");
        }

        var declared = root.Member("declared") ?? throw new CannotRunException($"{file} is not a governance manifest: 'declared' is missing.");
        if (declared.Text("schema") is not (None or Declared))
        {
            throw new CannotRunException($"{file} declares with the schema '{declared.Text("schema")}', and this tool reads {Declared}.");
        }

        var analysis = root.Member("observed")?.Member("analysis");
        return new(root.Text("assembly") ?? Path.GetFileNameWithoutExtension(file))
        {
            Mode = declared.Member("policy")?.Text("mode"),
            Level = declared.Member("policy")?.Text("level"),
            Digest = root.Member("observed")?.Text("declaredDigest"),
            Workflows = declared.Items("workflows", Workflow),
            Steps = declared.Items("steps", Step),
            Contracts = declared.Items("contracts", c => new ManifestContract(c.Text("member") ?? "", c.Text("capability"), c.Text("tier"), c.Text("because"))),
            Waivers = declared.Items("waivers", w => new ManifestWaiver(
                w.Text("rule") ?? "", w.Text("target") ?? "", w.Text("approvedBy"), w.Text("until"), w.Text("reason"))),
            StepFacts = analysis?.Items("steps", Facts).GroupBy(f => f.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal),
            EntryPoints = analysis?.Items("entryPoints", Facts),
        };
    }

    private static ManifestWorkflow Workflow(ManifestNode workflow) => new(workflow.Text("id") ?? "", workflow.Text("type"))
    {
        Stage = workflow.Text("stage"),
        Owner = workflow.Text("owner"),
        TechnicalOwner = workflow.Text("technicalOwner"),
        GovernanceOwner = workflow.Text("governanceOwner"),
        EscalateTo = workflow.Text("escalateTo"),
        Runbook = workflow.Text("runbook"),
        Sunset = workflow.Member("sunset") is { } sunset ? new(sunset.Text("date"), sunset.Text("reason")) : null,
        Baselines = workflow.Items("baselines", b => new ManifestBaseline(
            b.Text("metric") ?? "", b.Number("value"), b.Text("unit"), b.Number("target"), b.Number("kill"), b.Text("direction"), b.Text("notApplicable"))),
        FailureModes = workflow.Items("failureModes", FailureMode),
        Reviews = workflow.Items("reviews", r => new ManifestReview(r.Text("kind") ?? "", r.Number("everyDays"), r.Text("last"))),
    };

    private static ManifestStep Step(ManifestNode step) => new(step.Text("id") ?? "", step.Text("member"), step.Text("tier"), step.Text("control"))
    {
        Owner = step.Text("owner"),
        EscalateTo = step.Text("escalateTo"),
        Rollback = step.Text("rollback"),
        Irreversible = step.Text("irreversible"),
        Key = step.Text("key"),
        Question = step.Text("question"),
        MinConfidence = step.Number("minConfidence"),
        Allows = step.Texts("allows"),
        Arguments = step.Texts("arguments"),
        FailureModes = step.Items("failureModes", FailureMode),
    };

    private static ManifestFailureMode FailureMode(ManifestNode mode) => new(mode.Text("id") ?? "", mode.Text("response"), mode.Text("escalateTo"));

    private static ManifestFacts Facts(ManifestNode facts) => new(facts.Text("id") ?? "", facts.Text("member"), facts.Text("confirmation"), facts.Text("log"))
    {
        Actions = facts.Items("actions", a => (a.Text("capability"), a.Text("tier"), a.Text("path"), a.Text("at"))),
        Lowered = facts.Items("lowered", l => (l.Text("capability"), l.Text("tier"), l.Text("path"), l.Text("countsAs"), l.Text("because"), l.Text("at"))),
        BlindSpots = facts.Items("blindSpots", b => (b.Text("kind"), b.Text("detail"), b.Text("at"))),
        NotFollowed = facts.Items("notFollowed", n => (n.Text("target"), n.Text("at"))),
        Backlog = facts.Items("backlog", b => (b.Text("capability"), b.Text("owner"), b.Text("until"))),
    };
}
