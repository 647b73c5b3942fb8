using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Tests;

/// <summary>Code is half-typed most of the time. Whatever piece is missing, no analyzer fails, and neither does the generator.</summary>
public sealed class HalfTypedCodeTests
{
    private const int Cases = 170;

    public static TheoryData<string> BrokenDeclarations =>
    [
        "",
        "using Governance; class C { [WorkflowStep] public partial void M(); }",
        "using Governance; class C { [WorkflowStep(] void M() { } }",
        "using Governance; class C { [WorkflowStep(null, (RiskTier)99, Owner = null, Rollback = null)] public partial int M(ref int a); }",
        "using Governance; class C { [WorkflowStep(\"a\", RiskTier.)] public partial Task M(Missing m, ); }",
        "using Governance; class C { [WorkflowStep(\"a\", RiskTier.High, Rollback = nameof(M), Key = \"{\", Question = \"}{x\")] partial void M<T>(); }",
        "using Governance; [GovernedWorkflow] class C { } [GovernedWorkflow(null, Stage = (WorkflowStage)77)] struct S { [WorkflowStep(\"a\")] int this[int i] => i; }",
        "using Governance; [assembly: GovernanceWaiver] [assembly: GovernanceWaiver(null, Until = \"2027-13-45\", Target = \"M:\")] class C { }",
        "using Governance; partial interface I { [WorkflowStep(\"a\")] void M(); } file partial class F { [WorkflowStep(\"a\")] public partial Task M(); }",
        "using Governance; partial class C : C { [WorkflowStep(\"a\", RiskTier.High)] public override partial Task M(__arglist); }",
        "using Governance; [WorkflowStep(\"a\")] void Local() { } [AutomationEntryPoint] static void Main2() => File.Delete",
    ];

    [Theory]
    [InlineData(1, Plumbed)]
    [InlineData(2, SelfGoverned)]
    [InlineData(3, Tools)]
    public async Task No_missing_piece_makes_us_fail(int seed, string source)
    {
        var random = new Random(seed);
        for (var i = 0; i < Cases; i++)
        {
            var start = random.Next(source.Length);
            var length = Math.Min(random.Next(1, random.Next(2, 60)), source.Length - start);
            var text = source.Remove(start, length);
            var failures = (await AnalyzeAsync(text)).Where(d => d.Id is "GVN9099" or "AD0001" or "CS8785").ToArray();
            Assert.True(
                failures.Length == 0,
                $"Seed {seed}, case {i}, without '{source.Substring(start, length)}' at {start}: "
                + string.Join("\n", failures.Select(f => f.GetMessage(CultureInfo.InvariantCulture))) + "\n" + text);
        }
    }

    [Theory]
    [InlineData(Plumbed)]
    [InlineData(SelfGoverned)]
    [InlineData(Tools)]
    public async Task The_whole_code_compiles_and_every_rule_runs_on_it(string source)
    {
        var diagnostics = await AnalyzeAsync(source);
        Assert.Contains(diagnostics, d => d.Id == "GVN1001");
        Assert.DoesNotContain(diagnostics, d => d.Id == "GVN9099");
        Assert.Empty(Compile(source).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
    }

    [Theory]
    [MemberData(nameof(BrokenDeclarations))]
    public async Task No_broken_declaration_makes_us_fail(string source)
        => Assert.DoesNotContain(await AnalyzeAsync(source), d => d.Id is "GVN9099" or "AD0001" or "CS8785");

    /// <summary>What a declaration lacks may be just being written: in its own attributes, its parameters', its workflow's or the type's round it.</summary>
    [Theory]
    [InlineData("[GovernedWorkf(\"refunds\", Owner = \"ops\")] class Desk { [WorkflowStep(\"triage\", RiskTier.Low)] public Task TriageAsync() => Task.CompletedTask; }")]
    [InlineData("[GovernedWorkflow(\"refunds\", Ow = \"ops\")] class Desk { [WorkflowStep(\"triage\", RiskTier.Low)] public Task TriageAsync() => Task.CompletedTask; }")]
    [InlineData("[GovernedWorkf(\"refunds\")] class Desk { class Inner { [WorkflowStep(\"triage\", RiskTier.Low)] public Task TriageAsync() => Task.CompletedTask; } }")]
    [InlineData("[GovernedWorkf(\"refunds\")] [Review(\"authority\", EveryDays = 90)] class Desk { }")]
    [InlineData(Overseen + "[Rev(\"authority\", EveryDays = 90)] class Desk { }")]
    [InlineData(Overseen + "[Review(\"authority\", Every)] class Desk { }")]
    [InlineData(Overseen + "[Review(\"authority\", Ever = 90)] class Desk { }")]
    [InlineData("[GovernedWorkflow(\"refunds\", Owner = \"ops\", GovernanceOwner = \"risk-office\", Stage = WorkflowStage.Harden, Run = \"docs/r.md\")] [Review(\"authority\", EveryDays = 90)] class Desk { }")]
    [InlineData(Overseen + "[Review(\"authority\", EveryDays = 90)] [Basel(\"cycle-time\", 6)] class Desk { }")]
    [InlineData(Overseen + "[Review(\"authority\", EveryDays = 90)] [Baseline(\"cycle-time\", 6, Unit = \"h\", Targ = 2)] class Desk { }")]
    [InlineData(Owned + "class Desk { [WorkflowStep(\"triage\", RiskTie = RiskTier.Low)] public Task TriageAsync() => Task.CompletedTask; }")]
    [InlineData(Owned + "class Desk { [Obsol, WorkflowStep(\"triage\")] public Task TriageAsync() => Task.CompletedTask; }")]
    [InlineData(Owned + "class Desk { [WorkflowStep(\"login\", RiskTier.Low)] public Task LoginAsync([Redac] string password) => Task.CompletedTask; }")]
    [InlineData(Owned + "class Desk { [WorkflowStep(\"save\", RiskTier.Low)] public Task SaveAsync([StepServ] Stream stream) => Task.CompletedTask; }")]
    [InlineData("class Desk { void Run() { [Obsol, WorkflowStep(\"save\", RiskTier.Low)] Task SaveAsync() => Task.CompletedTask; } }")]
    public async Task Nothing_is_said_of_a_declaration_that_is_just_being_written(string source)
    {
        Assert.Contains(Compile(source).GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        Assert.DoesNotContain(await AnalyzeAsync(source), d => d.Id[..4] is "GVN1" or "GVN4");
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string text)
    {
        var compilation = Compile(text, out var generatorDiagnostics);
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await new CompilationWithAnalyzers(compilation, [.. AllRules.AnalyzerTypes.Select(AllRules.Create)], options).GetAnalyzerDiagnosticsAsync();
        return diagnostics.AddRange(generatorDiagnostics);
    }

    private static Compilation Compile(string text) => Compile(text, out _);

    private static Compilation Compile(string text, out ImmutableArray<Diagnostic> generatorDiagnostics)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = new[] { (ShippedGenerator.GlobalUsings.Content, "/0/Usings.cs"), (text, "/0/Test.cs") }
            .Select(f => CSharpSyntaxTree.ParseText(SourceText.From(f.Item1), parse, f.Item2));
        var compilation = CSharpCompilation.Create(
            "HalfTyped", trees, TestReferences.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver
            .Create(ShippedGenerator.Types.Select(t => Activator.CreateInstance(t) switch
            {
                IIncrementalGenerator generator => generator.AsSourceGenerator(),
                var other => (ISourceGenerator)other!,
            }), parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out generatorDiagnostics);
        return generated;
    }

    private const string Overseen = "[GovernedWorkflow(\"refunds\", Owner = \"ops\", GovernanceOwner = \"risk-office\", Stage = WorkflowStage.Pilot)] ";
    private const string Owned = "[GovernedWorkflow(\"refunds\", Owner = \"ops\")] ";

    private const string Plumbed = """
        [assembly: GovernanceWaiver("GVN1008", Reason = "rota starts in January", ApprovedBy = "risk-office", Until = "2027-01-31", Target = "T:Shop.RefundDesk")]

        namespace Shop
        {
            [GovernedWorkflow("refunds", Owner = "payments-ops", GovernanceOwner = "risk-office", Stage = WorkflowStage.Pilot, Runbook = "docs/refunds.md")]
            public sealed partial class RefundDesk(IPaymentApi payments, IStepGovernor governor)
            {
                [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync), Key = "{request.OrderId}/{request.Lines.Count}",
                              Question = "Refund {request.Amount} for {request.Customer.Name} {{literally}}?")]
                public partial Task<StepOutcome<Receipt>> IssueRefundAsync(RefundRequest request, [StepService] Stream audit, CancellationToken ct = default);

                private async ValueTask<Receipt> IssueRefundCoreAsync(RefundRequest request, Stream audit, StepRun run, CancellationToken ct)
                    => await payments.RefundAsync(request.OrderId, request.Amount, run.Key, ct);

                private Task ReverseRefundAsync(RefundRequest request, Receipt? receipt, StepRun run, CancellationToken ct) => Task.CompletedTask;

                [WorkflowStep("triage", tier: RiskTier.Low, Owner = "TODO")]
                [GovernanceWaiver("GVN1003", Reason = "old id", ApprovedBy = "payments-ops", Until = "2027-01-31")]
                internal partial Task<T[]> TriageAsync<T>(Dictionary<string, T> items, params int[] ids) where T : class;

                private Task<T[]> TriageCoreAsync<T>(Dictionary<string, T> items, int[] ids) where T : class => Task.FromResult(items.Values.ToArray());

                private partial record Nested(IStepGovernor Governor)
                {
                    [WorkflowStep("close", RiskTier.Medium, Irreversible = "a closed case stays closed", EscalateTo = "oncall")]
                    public static partial ValueTask CloseAsync(Guid id, IStepGovernor governor);

                    private static ValueTask CloseCoreAsync(Guid id, IStepGovernor governor) => default;
                }
            }

            public interface IPaymentApi
            {
                [ConsequentialAction("payment.commit", RiskTier.High, Because = "money leaves")]
                Task<Receipt> RefundAsync(string orderId, decimal amount, string key, CancellationToken ct);
            }

            public sealed record RefundRequest(string OrderId, decimal Amount, Customer? Customer, IReadOnlyList<Line> Lines);
            public sealed record Customer(string Name);
            public readonly record struct Line(string Article, int Count);
            public sealed record Receipt(string Id);
        }
        """;

    private const string SelfGoverned = """
        using System.Diagnostics.CodeAnalysis;

        #pragma warning disable GVN2001
        [GovernedWorkflow("cleanup", EscalateTo = "oncall-files")]
        public class CleanupDesk(IConfirmationGate gate, IActionLog log, IStepGovernor governor)
        {
            [WorkflowStep("remove", RiskTier.High, Irreversible = "files are gone")]
            [SuppressMessage("Governance", "GVN1001:A step has an owner", Justification = "none")]
            public async Task<int> RemoveAsync(string folder, bool sure, CancellationToken ct)
            {
                var decision = await gate.RequestAsync(new ConfirmationRequest { Workflow = "cleanup", Step = "remove" }, ct);
                if (decision.Verdict != ConfirmationVerdict.Approved)
                {
                    return 0;
                }

                await log.AppendAsync(new ActionRecord { Workflow = "cleanup", State = "started" }, ct);
                try
                {
                    foreach (var file in Directory.GetFiles(folder).Where(f => f.Length > 3))
                    {
                        File.Delete(file);
                        Action later = () => File.Move(file, file + ".old");
                        later();
                        void Local(string name) => Directory.Delete(name, true);
                        Local(folder);
                    }

                    return 1;
                }
                catch (IOException failure) when (failure.Message.Length > 0)
                {
                    throw;
                }
                finally
                {
                    await log.AppendAsync(new ActionRecord { Workflow = "cleanup", State = "completed" }, ct);
                }
            }

            [WorkflowStep("approve-and-run", RiskTier.Medium)]
            public async Task RunAsync(string command)
            {
                var approval = await governor.RequireApprovalAsync(new ConfirmationRequest(), default);
                _ = approval switch { null => 1, _ => System.Diagnostics.Process.Start(command).Id };
            }

            [HumanConfirmation(ApprovedWhen = "Status == Granted", Distinct = true)]
            private Task<Answer> AskAsync() => Task.FromResult(new Answer(Status.Granted));

            [RecordsAction(RecordMoment.Scope)]
            private IDisposable Record(string what) => throw new NotSupportedException(what);

            public sealed record Answer(Status Status);
            public enum Status { Denied, Granted }
        }
        """;

    private const string Tools = """
        namespace ModelContextProtocol.Server
        {
            [AttributeUsage(AttributeTargets.Method)]
            public sealed class McpServerToolAttribute : Attribute { public string? Name { get; set; } public bool Destructive { get; set; } }
        }

        namespace Microsoft.Extensions.AI
        {
            public static class AIFunctionFactory { public static object Create(Delegate method, string? name = null) => (method, name); }
        }

        namespace Ops
        {
            using Microsoft.Extensions.AI;
            using ModelContextProtocol.Server;

            public static partial class DiskTools
            {
                [McpServerTool(Name = "delete_file", Destructive = true)]
                public static string DeleteFile(string path)
                {
                    File.Delete(path);
                    return $"gone: {path}";
                }

                [WorkflowStep("wipe", RiskTier.High, Irreversible = "disk is gone", EscalateTo = "oncall", Question = "Wipe {disk}?")]
                public static partial Task WipeAsync(string disk, IStepGovernor governor, CancellationToken ct);

                private static Task WipeCoreAsync(string disk, IStepGovernor governor, StepRun run, CancellationToken ct)
                {
                    Directory.Delete(disk, recursive: true);
                    return Task.CompletedTask;
                }

                [AutomationEntryPoint]
                public static async Task<int> RunAsync(string[] arguments)
                {
                    using var process = System.Diagnostics.Process.Start(arguments[0], string.Join(' ', arguments[1..]));
                    await process.WaitForExitAsync();
                    return process is { HasExited: true, ExitCode: var code } ? code : -1;
                }

                public static object[] All() =>
                [
                    AIFunctionFactory.Create(DeleteFile),
                    AIFunctionFactory.Create((string path) => { File.Delete(path); return 1; }, name: "delete"),
                    AIFunctionFactory.Create(new Func<string, Task>(async url => await new System.Net.Http.HttpClient().PostAsync(url, null))),
                ];
            }
        }
        """;
}
