using GovernanceAnalyzers.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Generation;

/// <summary>What an edit makes the generator do again: the outputs that follow from it, and no other.</summary>
public sealed class CachingTests
{
    private const string Desk = """
        using System.Threading.Tasks; using Governance;
        namespace Shop;
        [GovernedWorkflow("refunds", Owner = "ops")]
        public sealed partial class Desk(IStepGovernor governor)
        {
            [WorkflowStep("issue", RiskTier.Low)]
            public partial Task<int> IssueAsync(int amount);
            private Task<int> IssueCoreAsync(int amount) => Task.FromResult(amount + 1);
        }
        """;

    private const string Other = """
        using System.Threading.Tasks; using Governance;
        namespace Shop;
        [GovernedWorkflow("others", Owner = "ops")]
        public sealed partial class Other(IStepGovernor governor)
        {
            [WorkflowStep("other", RiskTier.Low)]
            public partial Task RunAsync();
            private Task RunCoreAsync() => Task.CompletedTask;
        }
        """;

    public static TheoryData<string, Edit, string> Edits => new()
    {
        { "nothing", new("", ""), "" },
        { "an unrelated file is added", new("", "", NewFile: "class Unrelated { }"), "" },
        { "an unrelated type is appended to the file", new("}\n", "}\nclass Unrelated { }\n"), "" },
        { "a comment above the step", new("    [WorkflowStep", "    // a comment\n    [WorkflowStep"), "" },
        { "white space", new("Task<int> IssueAsync(int amount)", "Task<int>  IssueAsync( int amount )"), "" },
        { "the body of Core", new("amount + 1", "amount + 2"), "" },
        { "Core moves to another file", new("private Task<int> IssueCoreAsync(int amount) => Task.FromResult(amount + 1);", "",
            "namespace Shop; partial class Desk { private System.Threading.Tasks.Task<int> IssueCoreAsync(int amount) => null!; }"), "" },
        { "the question", new("RiskTier.Low)", "RiskTier.Low, Question = \"Issue {amount}?\")"), "Manifest Shop.Desk" },
        { "the owner of the workflow", new("Owner = \"ops\"", "Owner = \"payments\""), "Manifest Shop.Desk" },
        { "the stage of the workflow", new("Owner = \"ops\"", "Owner = \"ops\", Stage = WorkflowStage.Pilot"), "Manifest" },
        { "the workflow is declared in another file", new("[GovernedWorkflow(\"refunds\", Owner = \"ops\")]", "",
            "namespace Shop; [Governance.GovernedWorkflow(\"refunds\", Owner = \"ops\")] partial class Desk { }"), "" },
        { "a parameter is renamed", new("int amount", "int sum"), "Manifest Shop.Desk" },
        { "Core takes the run", new("IssueCoreAsync(int amount)", "IssueCoreAsync(int amount, StepRun run)"), "Shop.Desk" },
        { "Core disappears", new("IssueCoreAsync", "SomethingElse"), "Shop.Desk StepTable" },
        { "the governor is renamed", new("governor", "guardian"), "Shop.Desk" },
        { "a step is added", new("    private", "    [WorkflowStep(\"more\", RiskTier.Low)] public partial Task MoreAsync();\n    private Task MoreCoreAsync() => Task.CompletedTask;\n    private"),
            "Manifest Shop.Desk StepTable" },
        { "a waiver is added", new("    [WorkflowStep", "    [GovernanceWaiver(\"GVN1008\", Reason = \"r\", ApprovedBy = \"a\", Until = \"2027-01-31\")]\n    [WorkflowStep"), "Manifest" },
        { "a contract is added", new("", "", NewFile: "interface IApi { [Governance.ConsequentialAction(\"files.delete\", Governance.RiskTier.High)] void Delete(); }"), "Manifest" },
    };

    private const string Contract = """
        using System.Threading.Tasks; using Governance;
        namespace Shop;
        public interface ICounted { int Count { get; } }
        [GovernedWorkflow("queues", Owner = "ops")]
        public interface IQueue : ICounted
        {
            [WorkflowStep("route", RiskTier.Low)]
            Task<int> RouteAsync(int amount);
            string Name { get; }
        }
        public sealed class Queue : IQueue
        {
            public Task<int> RouteAsync(int amount) => Task.FromResult(amount + 1);
            public string Name => "name";
            public int Count => 1;
        }
        """;

    public static TheoryData<string, Edit, string> EditsOfAnInterface => new()
    {
        { "nothing", new("", ""), "" },
        { "a comment", new("    [WorkflowStep", "    // a comment\n    [WorkflowStep"), "" },
        { "what implements it", new("amount + 1", "amount + 2"), "" },
        { "something derives from it", new("", "", NewFile: "namespace Shop; public interface IWide : IQueue { }"), "" },
        { "the stage of the workflow", new("Owner = \"ops\"", "Owner = \"ops\", Stage = WorkflowStage.Pilot"), "Manifest" },
        { "the question", new("RiskTier.Low)", "RiskTier.Low, Question = \"Route {amount}?\")"), "Manifest Shop.GovernedQueue" },
        { "a member that is no step", new("string Name", "string? Name"), "Shop.GovernedQueue" },
        { "a member of the inherited interface", new("int Count { get; }", "int Count { get; } int More { get; }"), "Shop.GovernedQueue" },
        { "an ordinary member becomes a step", new("    string Name", "    [WorkflowStep(\"more\", RiskTier.Low)] Task MoreAsync();\n    string Name"),
            "Manifest Shop.GovernedQueue StepTable" },
        { "the accessibility", new("public interface IQueue", "internal interface IQueue"), "Shop.GovernedQueue" },
    };

    [Theory, MemberData(nameof(Edits))]
    public void An_edit_writes_again_only_what_follows_from_it(string what, Edit edit, string written) => AssertWrites(Desk, what, edit, written);

    [Theory, MemberData(nameof(EditsOfAnInterface))]
    public void An_edit_of_an_interface_writes_again_only_what_follows_from_it(string what, Edit edit, string written)
        => AssertWrites(Contract, what, edit, written);

    private static void AssertWrites(string source, string what, Edit edit, string written)
    {
        var before = Compile(source, Other);
        var after = Compile(edit.From.Length == 0 ? source : source.Replace("\r\n", "\n").Replace(edit.From, edit.To), Other, edit.NewFile);
        Assert.True(edit.From.Length == 0 || !after.SyntaxTrees[0].IsEquivalentTo(before.SyntaxTrees[0], topLevel: false) || edit.To.Length > 0, what);

        var first = Driver().RunGenerators(before);
        var second = first.RunGenerators(after);
        Assert.Equal(written, string.Join(' ', Changed(first, second)));

        // What is not written again is not computed again: its output step is Cached.
        var rewritten = second.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs)
            .Count(o => o.Reason is not IncrementalStepRunReason.Cached);
        Assert.True(rewritten <= Math.Max(written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 0), $"{what}: {rewritten} outputs ran again");
    }

    [Fact]
    public void The_mode_is_written_again_when_it_changes()
    {
        var compilation = Compile(Desk, Other);
        var first = Driver().RunGenerators(compilation);
        var second = first.WithUpdatedAnalyzerConfigOptions(new Options("adopt")).RunGenerators(compilation);
        Assert.Equal(["Manifest"], Changed(first, second));
        Assert.Contains("\\\"mode\\\":\\\"adopt\\\"", Sources(second)["Manifest"]);
    }

    [Fact]
    public void The_order_of_files_does_not_matter()
        => Assert.Equal(Sources(Driver().RunGenerators(Compile(Desk, Other))), Sources(Driver().RunGenerators(Compile(Other, Desk))));

    [Fact]
    public void Two_runs_write_the_same_bytes()
    {
        var first = Sources(Driver().RunGenerators(Compile(Desk, Other)));
        Assert.Equal(first, Sources(Driver().RunGenerators(Compile(Desk, Other))));
        Assert.All(first.Values, source => Assert.DoesNotContain('\r', source));
        Assert.Equal(["Manifest", "Shop.Desk", "Shop.Other", "StepTable"], first.Keys.Order(StringComparer.Ordinal));
    }

    private static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new GovernanceGenerator().AsSourceGenerator()], optionsProvider: new Options("enforce"),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static CSharpCompilation Compile(params string?[] sources) => CSharpCompilation.Create(
        "Caching", sources.OfType<string>().Where(s => s.Length > 0).Select((s, i) => CSharpSyntaxTree.ParseText(s, path: $"/0/File{i}.cs")), TestReferences.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static IEnumerable<string> Changed(GeneratorDriver before, GeneratorDriver after)
    {
        var (old, now) = (Sources(before), Sources(after));
        return old.Keys.Union(now.Keys).Where(name => old.GetValueOrDefault(name) != now.GetValueOrDefault(name)).Order(StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Sources(GeneratorDriver driver) => driver.GetRunResult().Results.Single().GeneratedSources
        .ToDictionary(s => s.HintName.Replace(".Steps.g.cs", "").Replace("Governance.", "").Replace(".g.cs", ""), s => s.SourceText.ToString());

    public sealed record Edit(string From, string To, string? NewFile = null);

    private sealed class Options(string mode) : Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptionsProvider
    {
        public override Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions GlobalOptions { get; } = new Values(mode);

        public override Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values(string mode) : Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                value = key == GovernanceSetting.Mode.Key ? mode : "";
                return value.Length > 0;
            }
        }
    }
}
