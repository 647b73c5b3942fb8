using System.Text.Json;
using GovernanceAnalyzers.Package.Tests.Rig;

namespace GovernanceAnalyzers.Package.Tests;

[Collection(Packed.Name)]
public sealed class ManifestSchemaTests(PackedPackages packages)
{
    internal static JsonElement Schema { get; } = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(PackedPackages.Repository, "docs", "schema", "governance-manifest.schema.json"))).RootElement;

    /// <summary>Every shape of declaration there is, so that the manifest's every member and the recomputed documentation ids are put to the test.</summary>
    private const string Shapes = """
        using System.Collections.Immutable;
        using Governance;
        [assembly: GovernanceWaiver("GVN2006", Reason = "ticket 1", ApprovedBy = "risk-office", Until = "2027-01-31", Target = "T:Shop.Outer`1")]
        [assembly: GovernanceWaiver("GVN2003", Reason = "\"quoted\" \\ \u0007 – ünï𝄞", ApprovedBy = "risk-office", Until = "2027-01-31")]

        namespace Shop;

        public enum Colour { Red }
        [StepService] public sealed class Clock;
        public readonly record struct Money(decimal Amount, string Currency);
        public interface IStore { [ConsequentialAction("vendor.store", RiskTier.Low)] void Put(int[,] grid, ref int count, in long sum, out nint size); }
        public unsafe delegate void Raw(int* at);

        file interface IFile { [ConsequentialAction("vendor.file", RiskTier.Low)] void Put(IFile other); }

        public static class Extensions
        {
            extension<T>(List<T> list)
            {
                [ConsequentialAction("vendor.extend", RiskTier.Low)] public void Extend<U>(U with, T and) { }
                [ConsequentialAction("vendor.extended", RiskTier.Low)] public int Extended => 1;
            }
        }

        [method: ConsequentialAction("vendor.construct", RiskTier.Low)]
        [method: GovernanceWaiver("GVN2001", Reason = "once", ApprovedBy = "risk-office", Until = "2027-01-31")]
        public record Positional(int A)
        {
            public void Use()
            {
                Local();
                [ConsequentialAction("vendor.local", RiskTier.Low)] static void Local() { }
            }
        }

        public class Generic<T> where T : struct
        {
            [ConsequentialAction("vendor.spans", RiskTier.Low)] public void Spans(ref readonly int a, scoped Span<int> b, params ReadOnlySpan<T?> c) { }
            [System.Runtime.CompilerServices.IndexerName("Thing")] [ConsequentialAction("vendor.index", RiskTier.Low)] public int this[T at] => 0;
            [ConsequentialAction("vendor.checked", RiskTier.Low)] public static explicit operator checked int(Generic<T> from) => 0;
            public static explicit operator int(Generic<T> from) => 0;
            public class In<U> { public class Deep { [ConsequentialAction("vendor.deep", RiskTier.Low)] public void E<V>(In<V>.Deep x, Generic<int>.In<V[]> z) { } } }
            [ConsequentialAction("vendor.function", RiskTier.Low)] public static unsafe void Function(delegate*<int, void> call, nint?[] sizes) { }
        }

        public sealed class Contracts : IStore, IComparable<Contracts>
        {
            [ConsequentialAction("vendor.make", RiskTier.Low, Because = "cheap")] public Contracts() { }
            [ConsequentialAction("vendor.read", RiskTier.Low)] public string this[int at, string name] => name;
            [ConsequentialAction("vendor.own", RiskTier.Low)] public string Own { get; set; } = "";
            public string Half { get; [ConsequentialAction("vendor.half", RiskTier.Low)] set; } = "";
            [ConsequentialAction("vendor.to", RiskTier.Low)] public static implicit operator string(Contracts it) => "";
            [ConsequentialAction("vendor.plus", RiskTier.Low)] public static Contracts operator +(Contracts left, Contracts right) => left;
            [ConsequentialAction("vendor.explicit", RiskTier.Low)] void IStore.Put(int[,] grid, ref int count, in long sum, out nint size) => size = 0;
            [ConsequentialAction("vendor.compare", RiskTier.Low)] int IComparable<Contracts>.CompareTo(Contracts? other) => 0;
            [ConsequentialAction("vendor.generic", RiskTier.Low)] public static T Pick<T, U>(Dictionary<T, List<U[]>>.Enumerator from, (int A, T? B) pair, dynamic any) where T : notnull => default!;
            [ConsequentialAction("vendor.pointer", RiskTier.Low)] public static unsafe void At(int* at, int[][,] jagged, params string[] rest) { }
        }

        [Baseline("cycle-time", 6.2, Unit = "h", Target = 2.5, Kill = 8)]
        [Baseline("accuracy", 0.1, Direction = BaselineDirection.HigherIsBetter, Target = 1E+30)]
        [Baseline("cost-per-unit", NotApplicable = "salaried \"desk\"")]
        [FailureMode("late", Response = "tell the lead", EscalateTo = "lead")]
        [Review("authority", EveryDays = 90, Last = "2026-10-01")]
        [Review("access", EveryDays = 30)]
        [Baseline("error-rate", 3), Baseline("rework-rate", NotApplicable = "nothing is done twice")]
        [Sunset("2027-03-31", Reason = "budget")]
        [GovernedWorkflow("shapes", Owner = "  ", TechnicalOwner = "platform", GovernanceOwner = "risk-office", EscalateTo = "oncall", Stage = WorkflowStage.Deploy, Runbook = "docs/b.md")]
        public static partial class Outer<TOuter>
        {
            [GovernedWorkflow("inner.flow", Owner = "ops", GovernanceOwner = "risk-office", EscalateTo = "oncall", Runbook = "docs/a.md")]
            public static partial class Inner<TInner>
            {
                [FailureMode("empty-grid", Response = "answer that there is none")]
                [WorkflowStep("all-arguments", RiskTier.Low, MinConfidence = 0.3, Allows = "files.read,  mail.send", Owner = "team-a", Question = "Really {colour}? {{yes}}")]
                public static partial Task AllAsync<T>(
                    TOuter outer, TInner? inner, T own, Colour colour, Colour? maybe, Money money, byte[] bytes, Guid id, Uri? link, DateOnly day,
                    ImmutableArray<int> numbers, IReadOnlyDictionary<string, Money[]> map, (int, string) pair,
                    IStepGovernor governor, Clock clock, [StepService] Stream stream, IServiceProvider services, IProgress<int>? progress, CancellationToken ct);

                private static Task AllCoreAsync<T>(
                    TOuter outer, TInner? inner, T own, Colour colour, Colour? maybe, Money money, byte[] bytes, Guid id, Uri? link, DateOnly day,
                    ImmutableArray<int> numbers, IReadOnlyDictionary<string, Money[]> map, (int, string) pair,
                    IStepGovernor governor, Clock clock, Stream stream, IServiceProvider services, IProgress<int>? progress, CancellationToken ct)
                    => Task.CompletedTask;
            }

            [WorkflowStep("by-hand", RiskTier.Low, Owner = "ops")]
            [GovernanceWaiver("GVN2001", Reason = "once", ApprovedBy = "risk-office", Until = "2027-01-31")]
            [GovernanceWaiver("GVN2002", Reason = "once", ApprovedBy = "risk-office", Until = "2027-01-31")]
            public static Task<TOuter?> ByHandAsync(TOuter? what) => Task.FromResult(what);
        }
        """;

    [Fact]
    public void The_manifest_of_every_shape_fits_the_schema_and_is_borne_out_by_the_metadata()
    {
        var work = packages.Workspace("shapes").Project("Shop.csproj", "<AllowUnsafeBlocks>true</AllowUnsafeBlocks><GovernanceDate>2026-11-25</GovernanceDate>").Write("Shapes.cs", Shapes)
            .Write("Desk.cs", Code.Desk);

        // With warnings: a waiver of every shape covers nothing (GVN3004).
        work.Build(".").Succeeded();
        var text = File.ReadAllText(work["bin/Debug/net10.0/Shop.governance.json"]);
        JsonSchema.Check(Schema, JsonDocument.Parse(text).RootElement);
        Assert.Contains("M:Shop.Outer`1.Inner`1.AllAsync``1(`0,`1,``0,", text, StringComparison.Ordinal);
        Assert.Contains("\"clock\"", Section(text, "\"services\""), StringComparison.Ordinal);
        Assert.Contains("ünï𝄞", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_that_declares_nothing_fits_the_schema()
    {
        var work = packages.Workspace("none").Project("Plain.csproj").Write("Text.cs", Code.Plain);
        work.Build(".").Silent();
        JsonSchema.Check(Schema, JsonDocument.Parse(File.ReadAllText(work["bin/Debug/net10.0/Plain.governance.json"])).RootElement);
    }

    [Fact]
    public void The_schema_refuses_what_is_no_manifest()
    {
        Assert.ThrowsAny<Exception>(() => JsonSchema.Check(Schema, JsonDocument.Parse("{}").RootElement));
        Assert.ThrowsAny<Exception>(() => JsonSchema.Check(Schema, JsonDocument.Parse(
            """{ "assembly": "A", "declared": { "schema": "none/2" }, "observed": { "steps": [] }, "schema": "governance-assembly/1" }""").RootElement));
    }

    private static string Section(string text, string start) => text[text.IndexOf(start, StringComparison.Ordinal)..];
}
