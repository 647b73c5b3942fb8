using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Inspection;
using VerifyXunit;

namespace GovernanceAnalyzers.Tests.Generation;

public sealed class EmbeddedManifestTests
{
    private const string Declarations = """
        [assembly: GovernanceWaiver("GVN2006", Reason = "old tool, ticket 4711", ApprovedBy = "risk-office", Until = "2027-01-31", Target = "M:Shop.Old.Run")]
        [assembly: GovernanceWaiver("GVN1008", Reason = "no \"rota\" yet\n(second line), größer", ApprovedBy = "risk-office", Until = "2027-01-31")]
        namespace Shop;
        public interface IApi
        {
            [ConsequentialAction("payment.commit", RiskTier.High, Because = "moves money")] Task PayAsync(string id, params decimal[] parts);
            [ConsequentialAction("files.write", (RiskTier)9)] string Path { set; }
        }
        public class Store { [ConsequentialAction("db.write", RiskTier.Medium)] public Store(int? size) { } }

        [GovernedWorkflow("refunds", Owner = "payments-ops", GovernanceOwner = "risk-office", TechnicalOwner = "platform", EscalateTo = "oncall", Stage = WorkflowStage.Deploy, Runbook = "docs/r.md")]
        [Baseline("cycle-time", 6.2, Unit = "h", Target = 2.5, Kill = 8)]
        [Baseline("accuracy", 0.1, Direction = BaselineDirection.HigherIsBetter, Target = double.PositiveInfinity)]
        [Baseline("cost-per-unit", NotApplicable = "salaried \"desk\"")]
        [FailureMode("late", Response = "tell the lead", EscalateTo = "lead")]
        [Review("authority", EveryDays = 90, Last = "2026-10-01")]
        [Review("access")]
        [Sunset("2027-03-31", Reason = "budget")]
        [GovernanceWaiver("GVN2001", Reason = "class", ApprovedBy = "risk-office", Until = "2027-01-31")]
        public partial class Desk<T>(IStepGovernor governor)
        {
            [WorkflowStep("issue", RiskTier.High, Owner = "cashier", Rollback = nameof(UndoAsync), Key = "{id}", Question = "Pay {id}?", MinConfidence = 0.85, Allows = "payment.commit,mail.send , payment.commit")]
            [FailureMode("duplicate", Response = "deny")]
            [GovernanceWaiver("GVN2003", Reason = "method", ApprovedBy = "risk-office", Until = "2027-01-31")]
            public partial Task IssueAsync(string id, T item, CancellationToken ct);
            private Task IssueCoreAsync(string id, T item, CancellationToken ct) => Task.CompletedTask;
            private Task UndoAsync(string id, T item) => Task.CompletedTask;

            [WorkflowStep("by-hand", RiskTier.Low, Irreversible = "sent is sent", EscalateTo = "lead")] public void ByHand(IStepGovernor own, int count) { }
            public partial class Inner { [WorkflowStep("inner")] public void Untiered() { } }
        }
        [GovernedWorkflow("empty")] [GovernanceWaiver("GVN3001")] public partial class Empty { }
        [GovernanceWaiver("GVN1001", Reason = "second part", ApprovedBy = "a", Until = "2027-01-31")] public partial class Empty { }
        public class Old { [WorkflowStep("lonely", RiskTier.Low, Owner = " ")] public void Run() { } }
        """;

    [Fact]
    public async Task The_manifest_is_as_reviewed()
    {
        var run = new PlumbingTest { TestCode = Declarations, BuildProperties = { ["GovernanceMode"] = "adopt" } }.Run();
        var manifest = CompiledSteps.Load(run.Output).Manifest!;
        await Verifier.Verify(JsonSerializer.Serialize(JsonDocument.Parse(manifest).RootElement, new JsonSerializerOptions { WriteIndented = true }), "json");
    }

    [Theory]
    [InlineData("", "", "enforce", "0.1")]
    [InlineData("Adopt", "0.1", "adopt", "0.1")]
    [InlineData("consumer", " 0.1 ", "consumer", "0.1")]
    [InlineData("off", "0.7", "enforce", "0.1")]
    [InlineData(null, null, "enforce", "0.1")]
    public void The_policy_is_what_holds(string? mode, string? level, string heldMode, string heldLevel)
        => Assert.Equal(new DeclaredPolicy(heldMode, heldLevel), DeclaredPolicy.Of(mode, level));

    [Fact]
    public void A_contract_without_a_capability_is_declared_as_it_is()
    {
        var manifest = CompiledSteps.Load(new PlumbingTest { TestCode = "public class Store { [ConsequentialAction(null!, RiskTier.High)] public Store() { } }" }.Run().Output).Manifest!;
        Assert.Equal("""[{"capability":"","member":"M:Store.#ctor","tier":"High"}]""", JsonDocument.Parse(manifest).RootElement.GetProperty("contracts").GetRawText());
    }

    /// <summary>A compiler of 4.14 shows no generator what stands there; the SDK's own does (<c>ManifestSchemaTests</c>).</summary>
    [Theory]
    [InlineData("ConsequentialAction(\"db.write\", RiskTier.High)")]
    [InlineData("GovernanceWaiver(\"GVN2001\")")]
    public void With_the_oldest_compiler_what_is_declared_on_a_primary_constructor_is_refused(string attribute)
        => Assert.Contains(
            "carries a manifest that declares nothing",
            EvidenceOf(new PlumbingTest { TestCode = $"[method: {attribute}] public class Store(int size) {{ public int Size => size; }}" }).Problem,
            StringComparison.Ordinal);

    /// <summary>The run time reads the plan and not the manifest: what only the manifest had would decide nothing.</summary>
    [Fact]
    public void The_confidence_that_a_step_wants_is_in_its_plan_too()
        => Assert.Contains("MinConfidence = 0.85D,", string.Concat(new PlumbingTest { TestCode = Declarations }.Run().Output.SyntaxTrees), StringComparison.Ordinal);

    [Fact]
    public void The_bytes_are_canonical()
    {
        var manifest = CompiledSteps.Load(new PlumbingTest { TestCode = Declarations }.Run().Output).Manifest!;
        var root = JsonDocument.Parse(manifest).RootElement;
        Assert.Equal(manifest, Canonical(root));
        Assert.Contains("größer", manifest);
        foreach (var (array, key) in new[] { ("steps", "id"), ("workflows", "id"), ("contracts", "member"), ("waivers", "rule") })
        {
            var keys = root.GetProperty(array).EnumerateArray().Select(e => e.GetProperty(key).GetString()!).ToList();
            Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        }

        // Written by other code than ours: sorted members, no white space, the escapes of RFC 8785.
        static string Canonical(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => "{" + string.Join(',', element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal)
                .Select(p => $"\"{p.Name}\":{Canonical(p.Value)}")) + "}",
            JsonValueKind.Array => "[" + string.Join(',', element.EnumerateArray().Select(Canonical)) + "]",
            JsonValueKind.Number => JsonSerializer.Serialize(element.GetDouble()),
            _ => JsonSerializer.Serialize(element.GetString(), new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
        };
    }

    [Fact]
    public void A_step_digest_is_the_hash_of_its_entry()
    {
        var steps = CompiledSteps.Load(StepShape.Test("Rollbacks").Run().Output);
        var entries = JsonDocument.Parse(steps.Manifest!).RootElement.GetProperty("steps").EnumerateArray().ToDictionary(e => e.GetProperty("id").GetString()!);
        Assert.NotEmpty(steps.Table);
        Assert.All(steps.Table, entry => Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entries[entry.Step.Id].GetRawText()))), entry.Step.Digest));
    }

    /// <summary>Generator and inspector read the same declarations, one from symbols, the other from metadata: a difference fails a user's build.</summary>
    [Theory, MemberData(nameof(StepShape.Names), MemberType = typeof(StepShape))]
    public void The_inspector_finds_what_was_embedded(string shape) => AssertIsEvidence(StepShape.Test(shape));

    [Fact]
    public void The_inspector_finds_every_kind_of_declaration() => AssertIsEvidence(new PlumbingTest { TestCode = Declarations });

    [Fact]
    public void Equal_waivers_on_two_parts_of_a_type_are_one()
    {
        var test = new PlumbingTest { TestCode = "[GovernanceWaiver(\"GVN1001\")] public partial class Desk { }" };
        test.TestState.Sources.Add("[GovernanceWaiver(\"GVN1001\")] public partial class Desk { }");
        AssertIsEvidence(test);
    }

    [Fact]
    public void A_project_without_declarations_embeds_that_the_generator_ran()
        => Assert.Equal("none/1", CompiledSteps.Load(new PlumbingTest { TestCode = "class Nothing { }" }.Run().Output).Manifest);

    [Fact]
    public void A_project_without_our_contracts_gets_nothing()
    {
        var run = new PlumbingTest(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp9) { TestCode = "class Nothing { }", ReferenceAbstractions = false }.Run();
        Assert.Empty(run.Driver.GetRunResult().GeneratedTrees);
    }

    private static void AssertIsEvidence(PlumbingTest test)
    {
        var evidence = EvidenceOf(test);
        Assert.True(evidence.Problem is null, evidence.Problem);
        Assert.True(evidence.Declares);
    }

    private static AssemblyEvidence EvidenceOf(PlumbingTest test)
    {
        var file = Path.GetTempFileName();
        try
        {
            using (var stream = File.Create(file))
            {
                Assert.True(test.Run().Output.Emit(stream).Success);
            }

            return AssemblyEvidence.Read(file, isDue: true);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
