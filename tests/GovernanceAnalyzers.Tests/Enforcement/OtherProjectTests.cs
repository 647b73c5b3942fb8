using System.Runtime.CompilerServices;
using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Rules.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using VerifyXunit;

namespace GovernanceAnalyzers.Tests.Enforcement;

/// <summary>
/// A solution of three projects, compiled one after the other: contracts, which promise; helpers, which act; and the tools that call both. Only what is
/// declared or summarised crosses a project boundary.
/// </summary>
public sealed class OtherProjectTests
{
    private const string Contracts = """
        namespace Shop.Contracts
        {
            public interface IPayments
            {
                [ConsequentialAction("payment.commit", RiskTier.High)] Task PayAsync(string id);
                Task<decimal> BalanceAsync(string id);
            }
            public interface IAsk
            {
                [HumanConfirmation] bool Ask(string question);
                [HumanConfirmation(Distinct = true)] bool AskAnother(string question);
            }
            public interface IAudit { [RecordsAction(RecordMoment.Scope)] IDisposable Open(string what); }
        }
        """;

    private const string Helpers = """
        namespace Shop.Helpers
        {
            public static class Cleaner
            {
                public static void Purge(string path) => System.IO.File.Delete(path);
                public static string Trim(string path) => path.Trim();
                [ConsequentialAction("files.delete", RiskTier.Medium, Because = "only temporary files")] public static void Sweep(string path) => System.IO.File.Delete(path);
            }
            public class Worker { public virtual void Work() { } }
        }
        """;

    private const string Summary = """
        # governance-reach 1; assembly=Shop.Helpers
        M:Shop.Helpers.Cleaner.Purge(*); files.delete; High; no; deletes a file; path=File.Delete
        M:Shop.Helpers.Cleaner.Sweep(*); files.delete; High; no; deletes a file; path=Cleaner.All → File.Delete
        M:Shop.Helpers.Worker.Work(*); process.execute; High; no; starts a program; path=IStarter.Start → Process.Start; confidence=inferred
        """;

    private static readonly MetadataReference s_contracts = Compile("Shop.Contracts", Contracts);
    private static readonly MetadataReference s_helpers = Compile("Shop.Helpers", Helpers, s_contracts);

    [Theory]
    [InlineData("await payments.PayAsync(path);", "High", "payment.commit (High)", "IPayments.PayAsync")]
    [InlineData("Cleaner.Purge(path);", "High", "files.delete (High)", "Cleaner.Purge → File.Delete")]
    [InlineData("Helper(path); void Helper(string p) => Cleaner.Purge(p);", "High", "files.delete (High)", "Cleaner.Purge → File.Delete")]
    [InlineData("Cleaner.Sweep(path);", "High", "files.delete (High)", "Cleaner.Sweep → Cleaner.All → File.Delete")]
    public Task What_another_project_does_counts_with_its_path(string statements, string tier, string action, string path)
    {
        var test = Tool(statements, "{|#0:RiskTier.Low|}");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2003", DiagnosticSeverity.Error).WithLocation(0)
            .WithArguments("tools/run", "Low", action, $"Run → {path}", tier));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("await payments.BalanceAsync(path);")]
    [InlineData("_ = Cleaner.Trim(path);")]
    public Task What_it_only_reads_does_not(string statements) => Tool(statements, "RiskTier.Low").RunAsync();

    [Fact]
    public async Task A_summary_is_of_its_own_assembly_alone()
    {
        var test = Tool("_ = Cleaner.Trim(path); Other.Purge(path);", "RiskTier.Low");
        test.TestState.AdditionalFiles.Clear();
        test.TestState.AdditionalFiles.Add(("/0/other.reach.txt", "# governance-reach 1; assembly=Elsewhere\nM:Shop.Helpers.Cleaner.Trim(*); files.delete; High; no; not its own\nM:Other.Purge(*); files.delete; High; no; not its own\n"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData(Summary, "Cleaner.Purge(path); _ = Cleaner.Trim(path);", "")]
    [InlineData(Summary, "new Worker().Work();", "")]
    [InlineData("", "Cleaner.Purge(path); _ = Cleaner.Trim(path);", "Cleaner.Purge|Cleaner.Trim")]
    [InlineData("# governance-reach 1; assembly=Elsewhere", "_ = Cleaner.Trim(path);", "Cleaner.Trim")]
    [InlineData("# governance-reach 1; assembly=Shop.Helpers\nnonsense", "_ = Cleaner.Trim(path);", "Cleaner.Trim")]
    public async Task Without_a_line_it_reaches_nothing_and_without_a_summary_nobody_knows(string summary, string statements, string notFollowed)
    {
        var facts = await FactsAsync(statements, summary);

        Assert.Equal(notFollowed, string.Join("|", facts["notFollowed"]!.Split('\n').Select(l => l.Split('|')[0])));
    }

    [Fact]
    public async Task What_leaves_the_code_is_counted_as_a_line_would_name_it()
    {
        var facts = await FactsAsync("Cleaner.Purge(path); Cleaner.Purge(path); new Worker().Work(); await payments.BalanceAsync(path);", "");

        Assert.Equal(
            "M:Shop.Contracts.IPayments.BalanceAsync(*)|Shop.Contracts|1\nM:Shop.Helpers.Cleaner.Purge(*)|Shop.Helpers|2\nM:Shop.Helpers.Worker.#ctor(*)|Shop.Helpers|1\nM:Shop.Helpers.Worker.Work(*)|Shop.Helpers|1",
            string.Join("\n", facts["boundary"]!.Split('\n').Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_way_that_is_inferred_there_is_inferred_here()
    {
        var facts = await FactsAsync("new Worker().Work();", Summary);

        Assert.StartsWith("process.execute|High|Run → Worker.Work → IStarter.Start → Process.Start", facts["actions"]);
    }

    [Fact]
    public Task And_is_a_warning_that_names_the_member()
    {
        var test = new RuleTest<InferredActionMustBeDeclaredAnalyzer> { TestCode = Code("new Worker().{|#0:Work|}();", "RiskTier.Low") };
        Fill(test, Summary);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2016", DiagnosticSeverity.Warning).WithLocation(0).WithArguments(
            "Step", "tools/run", "process.execute (High)", "Run → Worker.Work → IStarter.Start → Process.Start",
            "who answers 'Worker.Work', which another assembly may implement, too", "put [ConsequentialAction(\"process.execute\", RiskTier.High)] on it"));
        return test.RunAsync();
    }

    /// <summary>An editor has the sources of other projects at hand; they are entry points of those projects, and not of this one.</summary>
    [Theory]
    [InlineData("static void M(Microsoft.Extensions.DependencyInjection.IMcpServerBuilder b) => Microsoft.Extensions.DependencyInjection.McpServerBuilderExtensions.WithTools<Shop.Tools.Plain>(b);")]
    [InlineData("static object t = Microsoft.Extensions.AI.AIFunctionFactory.Create(Shop.Tools.Plain.Purge);")]
    [InlineData("public interface IRun { [AutomationEntryPoint] void Run(string path); } public sealed class Runner : Shop.Tools.Plain, IRun;")]
    [InlineData("[AutomationEntryPoint] public static void T(Shop.Tools.Plain plain) => plain.Next!.Run(\"a\");")]
    [InlineData("[AutomationEntryPoint] public static void T(Shop.Tools.Plain plain) => plain.First!.Run(\"a\");")]
    public async Task A_tool_whose_code_is_in_another_project_is_not_looked_into(string member)
    {
        var library = CSharpCompilation.Create("Shop.Foreign", [CSharpSyntaxTree.ParseText("using System; using System.Threading; using System.Threading.Tasks;\n" + ForeignLibraries.Source)], TestReferences.All, new(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();
        var other = CSharpCompilation.Create(
            "Shop.Tools",
            [CSharpSyntaxTree.ParseText("namespace Shop.Tools { public class Plain { public readonly Plain? First; public Plain? Next { get; private set; } public Plain() => First = null; public void Set(Plain plain) => Next = plain; public virtual void Run(string path) => System.IO.File.Delete(path); public static void Purge(string path) => System.IO.File.Delete(path); } }")],
            TestReferences.All,
            new(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();
        var compilation = CSharpCompilation.Create(
            "Shop.Server",
            [CSharpSyntaxTree.ParseText($"using System; using Governance; public static class Server {{ {member} }}")],
            [.. TestReferences.All, library, other],
            new(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));

        var found = await compilation.WithAnalyzers([new EntryPointMustNotActAnalyzer(), new GovernanceFactsAnalyzer(), new GovernedCodeMustBeVisibleAnalyzer()])
            .GetAnalyzerDiagnosticsAsync();

        Assert.DoesNotContain(found, d => d.Id is "AD0001" or "GVN9099" or "GVN2006");
    }

    [Theory]
    [InlineData("if (ask.AskAnother(path)) using (audit.Open(path)) await payments.PayAsync(path);")]
    [InlineData("if (ask.Ask(path)) using (audit.Open(path)) await payments.{|GVN2001:PayAsync|}(path);")]
    [InlineData("_ = ask.AskAnother(path); using (audit.Open(path)) await payments.{|GVN2004:PayAsync|}(path);")]
    public Task A_control_of_another_project_is_one(string statements)
    {
        var test = new RuleTest<ActionMustBeConfirmedAnalyzer>
        {
            TestCode = Code(statements, "RiskTier.High"),
            AdditionalAnalyzers = { new ConfirmationMustGateActionAnalyzer() },
        };
        Fill(test, Summary);
        return test.RunAsync();
    }

    [Theory]
    [InlineData("Send(new(HttpMethod.Get, path));", "network.read (Low)")]
    [InlineData("Get(path);", "network.read (Low)")]
    [InlineData("Get(path); Get(path + path);", "network.read (Low)")]
    [InlineData("Post(path);", "network.write (Medium)")]
    [InlineData("Get(path); Post(path);", "network.write (Medium)")]
    [InlineData("Request(new(path), path);", "network.write (High)")]
    [InlineData("Get(path); Request(new(path), path);", "network.write (High)")]
    [InlineData("Action<HttpMethod, string> late = Request; late(HttpMethod.Get, path);", "network.write (High)")]
    [InlineData("Get(path); Action<HttpMethod, string> late = Request;", "network.write (High)")]
    public async Task A_helper_is_read_with_what_this_step_hands_it(string statements, string expected)
    {
        const string Helpers = """
            private void Get(string to) => Request(HttpMethod.Get, to);
            private void Post(string to) => Request(HttpMethod.Post, to);
            private void Request(HttpMethod method, string to) { var request = new HttpRequestMessage(method, to); request.Headers.Add(to, to); Send(request); }
            private void Send(HttpRequestMessage request) => Client.Send(request, HttpCompletionOption.ResponseHeadersRead);
            private static HttpClient Client => new();
            public void Elsewhere(string to) => Request(HttpMethod.Delete, to);
            """;
        var facts = await FactsAsync(statements, Summary, Helpers);

        Assert.Equal(expected, string.Join(", ", facts["actions"]!.Split('\n').Select(l => l.Split('|')).Select(f => $"{f[0]} ({f[1]})")));
    }

    private static RuleTest<StepTierMustCoverActionsAnalyzer> Tool(string statements, string tier)
    {
        var test = new RuleTest<StepTierMustCoverActionsAnalyzer> { TestCode = Code(statements, tier) };
        Fill(test, Summary);
        return test;
    }

    private static void Fill<T>(RuleTest<T> test, string summary)
        where T : DiagnosticAnalyzer, new()
    {
        test.TestState.AdditionalReferences.Add(s_contracts);
        test.TestState.AdditionalReferences.Add(s_helpers);
        if (summary.Length > 0)
        {
            test.TestState.AdditionalFiles.Add(("/0/helpers.reach.txt", summary));
        }
    }

    private static async Task<IReadOnlyDictionary<string, string?>> FactsAsync(
        string statements, string summary, string members = "", [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        var compilation = CSharpCompilation.Create(
            "tools",
            [CSharpSyntaxTree.ParseText(Code(statements, "RiskTier.High", members)), CSharpSyntaxTree.ParseText(ShippedGenerator.GlobalUsings.Content)],
            [.. TestReferences.All, s_contracts, s_helpers],
            new(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var options = new AnalyzerOptions(summary.Length == 0 ? [] : [new SummaryFile(summary)]);
        var diagnostics = await compilation.WithAnalyzers([new GovernanceFactsAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Baseline.Of(testFile).Compare($"{test} {Baseline.Digest(statements, summary, members)}", DiagnosticListing.Of(diagnostics));
        return Assert.Single(diagnostics).Properties;
    }

    private static string Code(string statements, string tier, string members = "") => $$"""
        using System.Net.Http;
        using Shop.Contracts;
        using Shop.Helpers;

        public static class Other { public static void Purge(string path) { } }

        [GovernedWorkflow("tools")]
        public sealed class Tools(IPayments payments, IAsk ask, IAudit audit)
        {
            private readonly object _all = (payments, ask, audit);

            [WorkflowStep("run", {{tier}})]
            public async Task Run(string path) { await Task.Yield(); {{statements}} }

            {{members}}
        }
        """;

    private static MetadataReference Compile(string name, string code, params MetadataReference[] references)
    {
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText($"using System; using System.Threading.Tasks; using Governance;\n{code}")],
            [.. TestReferences.All, .. references],
            new(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private sealed class SummaryFile(string text) : AdditionalText
    {
        public override string Path => "/0/helpers.reach.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
