using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Rules.Facts;
using GovernanceAnalyzers.Tests.Enforcement;
using GovernanceAnalyzers.Tests.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Reaching;

/// <summary>The walk itself: which way it finds, that it is the same whoever asks first, and that it can be left.</summary>
public sealed class ReachWalkTests
{
    /// <summary>Forty tools that go through the same helpers, each by ways of several lengths.</summary>
    private static readonly string s_crowd =
        "public static class Tools {\n"
        + string.Concat(Enumerable.Range(0, 40).Select(n => $"[AutomationEntryPoint] public static void T{n}(IStore s) {{ H{(n + 1) % 20}(s); H{n % 20}(s); }}\n"))
        + string.Concat(Enumerable.Range(0, 20).Select(n => $"static void H{n}(IStore s) {{ if (s is null) H{(n + 7) % 20}(s!); H{(n + 3) % 20}(s!); {(n % 6 == 0 ? "s!.Remove();" : "")} {(n % 5 == 0 ? "File.Delete(\"x\");" : "")} }}\n"))
        + "}\npublic interface IStore { void Remove(); } class A : IStore { public void Remove() => File.Delete(\"a\"); } class B : IStore { public void Remove() => Directory.Delete(\"b\"); }";

    [Fact]
    public async Task The_result_is_the_same_whoever_asks_first()
    {
        var first = await Findings(false);
        Assert.True(first.Count > 100, $"{first.Count}");
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(first, await Findings(isReversed: i % 2 == 0));
        }

        async Task<List<string>> Findings(bool isReversed)
        {
            DiagnosticAnalyzer[] analyzers = [new GovernanceFactsAnalyzer(), new EntryPointMustNotActAnalyzer(), new InferredActionMustBeDeclaredAnalyzer()];
            var found = await Compile(s_crowd).WithAnalyzers([.. isReversed ? analyzers.Reverse() : analyzers]).GetAnalyzerDiagnosticsAsync();
            return [.. found.Select(d => $"{d} {string.Join(';', d.AdditionalLocations)} {string.Join(';', d.Properties.OrderBy(p => p.Key, StringComparer.Ordinal))}").Order(StringComparer.Ordinal)];
        }
    }

    [Theory]

    // The shortest way.
    [InlineData("Far(); Near();", "static void Far() => Near(); static void Near() => Act();", "Near → Act")]

    // Between equals, the one whose name comes first.
    [InlineData("B(); A();", "static void A() => C(); static void B() => C(); static void C() => Act();", "A → C → Act")]

    // A certain way comes before a shorter one that is inferred.
    [InlineData("s.Do(); Sure();", "static void Sure() => Surer(); static void Surer() => Act(); public interface IDo { void Do(); } class D : IDo { public void Do() => Surer(); } class E : IDo { public void Do() { } }", "Sure → Surer → Act")]
    public async Task One_way_is_found(string statements, string members, string expected)
    {
        var facts = await FactsOf.Source($$"""
            public static class Tools
            {
                [AutomationEntryPoint] public static void T({{(members.Contains("IDo", StringComparison.Ordinal) ? "IDo s" : "")}}) { {{statements}} }
                [ConsequentialAction("x.y", RiskTier.High)] static void Act() { }
                {{members}}
            }
            """);

        Assert.Equal($"x.y|High|T → {expected}", string.Join('|', facts["actions"]!.Split('|').Take(3)));
        Assert.DoesNotContain("inferred", facts["actions"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void It_can_be_left_and_begun_again()
    {
        var (model, step) = Model("""
            [GovernedWorkflow("w")] public sealed class W { [WorkflowStep("s", RiskTier.Low)] public void S() => Inner(); static void Inner() => File.Delete("x"); }
            """);
        Assert.ThrowsAny<OperationCanceledException>(() => model.Of(step, new CancellationToken(canceled: true)));
        Assert.Equal("S → Inner → File.Delete", Assert.Single(model.Of(step, CancellationToken.None).All.Actions).Path);
    }

    [Fact]
    public void Every_call_that_was_followed_is_an_edge()
    {
        var (model, step) = Model("""
            [GovernedWorkflow("w")] public sealed class W { [WorkflowStep("s", RiskTier.Low)] public void S() { A(); B(); } static void A() => B(); static void B() { A(); File.Delete("x"); } }
            """);
        Assert.Equal(
            ["A → B", "B → A", "S → A", "S → B"],
            model.Of(step).All.Edges.Select(e => $"{e.Caller.Name} → {e.Callee.Name}").Order(StringComparer.Ordinal));
    }

    [Theory]

    // Nothing anybody asks about is behind it.
    [InlineData("H();", "static void H() { }", "")]
    [InlineData("H();", "static void H() { Other(); H(); } static int Other() => \"x\".Length;", "")]
    [InlineData("H(() => { });", "static void H(Action a) => a();", "")]
    [InlineData("H(new Own());", "static void H(IOwn own) => own.Do(); interface IOwn { void Do(); } class Own : IOwn { public void Do() { } }", "")]

    [InlineData("G(); H();", "static void G() { } static void H() => G();", "")]

    // Something is, in itself or in what it calls.
    [InlineData("H();", "static void H() => File.Delete(\"x\");", "S → H")]
    [InlineData("H();", "static void H() => G(); static void G() => F(); static void F() => File.Delete(\"x\");", "G → F, H → G, S → H")]
    [InlineData("H();", "static void H() => Act(); [ConsequentialAction(\"x.y\", RiskTier.Low)] static void Act() { }", "S → H")]
    [InlineData("H(null!);", "static void H(W w) => w.Step(); [WorkflowStep(\"t\", RiskTier.Low)] public void Step() { }", "S → H")]
    [InlineData("H(null!);", "static void H(dynamic d) => d.Do();", "S → H")]
    [InlineData("H(null!);", "static void H(IOwn own) => own.Do(); interface IOwn { void Do(); }", "S → H")]
    [InlineData("H(null!);", "static void H(IOwn own) => own.Do(); interface IOwn { void Do(); } class Own : IOwn { [ConsequentialAction(\"x.y\", RiskTier.Low)] public void Do() { } }", "S → H")]
    [InlineData("H(null!);", "static void H(IOwn own) => own.Do(); interface IOwn { void Do(); } class Own : IOwn { public void Do() { } } class Act : IOwn { [ConsequentialAction(\"x.y\", RiskTier.Low)] public void Do() { } }", "S → H")]
    [InlineData("H(null!);", "static void H(IOwn own) => own.Do(); interface IOwn { void Do(); } [GovernedWorkflow(\"v\")] sealed class V : IOwn { [WorkflowStep(\"t\", RiskTier.Low)] public void Do() { } }", "S → H")]
    [InlineData("H(null!);", "static void H(IConfirmationGate gate) => gate.RequestAsync(null!, default);", "S → H")]
    [InlineData("H(null!);", "static void H(IOwn own) => own.Ask(); interface IOwn { bool Ask(); } class Own : IOwn { [HumanConfirmation] public bool Ask() => true; }", "S → H")]
    [InlineData("H();", "static void H() => _ = new ActionRecord { Workflow = \"w\", Step = \"s\", Tier = RiskTier.Low, State = \"x\" };", "S → H")]
    [InlineData("H();", "static void H() { _ = new ActionRecord(); _ = new ActionRecord(); }", "S → H")]
    [InlineData("H(new Own());", "static void H<T>(T x) => x!.ToString(); sealed class Own { public override string ToString() { File.Delete(\"x\"); return \"\"; } }", "H → ToString, S → H")]
    public void What_leads_to_nothing_is_not_walked(string statement, string members, string expected)
    {
        var (model, step) = Model($$"""
            [GovernedWorkflow("w")] public sealed class W { [WorkflowStep("s", RiskTier.Low)] public void S() { {{statement}} } {{members}} }
            """);
        Assert.Equal(expected, Edges(model, step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("File.Delete(\"x\");")]
    public void What_leads_to_nothing_is_the_same_whoever_asks_first(string last)
    {
        var source = $$"""
            [GovernedWorkflow("w")] public sealed class W
            {
                [WorkflowStep("s", RiskTier.Low)] public void S() => M0();
                [AutomationEntryPoint] public void T() => M300();
                {{string.Concat(Enumerable.Range(0, 600).Select(n => $"static void M{n}() => M{n + 1}();\n"))}} static void M600() { {{last}} }
            }
            """;
        var (alone, step) = Model(source);
        var (second, same) = Model(source);
        second.Of(second.EntryPoints.Of(same.Method.ContainingType.GetMembers("T").OfType<IMethodSymbol>().Single())!);
        Assert.Equal(Edges(alone, step), Edges(second, same));
    }

    [Theory]
    [InlineData("new Foreign.Failure()", "")]
    [InlineData("new Foreign.Data { Size = 1 }", "")]
    [InlineData("new Foreign.Data().Size", "")]
    [InlineData("new Foreign.Record(1)", "")]
    [InlineData("new Foreign.Value()", "")]
    [InlineData("new Foreign.Kind()", "")]
    [InlineData("new Foreign.Data() + 1", "")]
    [InlineData("(int)new Foreign.Data()", "")]
    [InlineData("new Foreign.Client()", "new Client|1")]
    [InlineData("new Foreign.Child()", "new Child|1")]
    [InlineData("new Foreign.Exception()", "new Exception|1")]
    [InlineData("new Foreign.Data().Load()", "Data.Load|1")]
    public async Task Making_data_of_another_assembly_leads_nowhere(string value, string expected)
    {
        using var image = new MemoryStream();
        var foreign = Compile("namespace Foreign; public class Failure : System.Exception { } public class Data { public int Size { get; set; } public static int operator +(Data a, int b) => b; public static explicit operator int(Data a) => 1; } "
            + "public record Record(int N); public class Client { public void Send() { } } public class Child : Client { } public class Exception { public void Send() { } } public enum Kind { } "
            + "public class Value { public bool Equals(Value? v) => true; public int CompareTo(Value? v) => 0; public Value Clone() => this; public void Deconstruct(out int n) => n = 1; public static void Reset() { } internal void Own() { } public override string ToString() => \"\"; } public static class Loading { public static int Load(this Data data) => 1; }", "Foreign");
        Assert.True(foreign.Emit(image).Success);
        var found = await Compile($"using Foreign; public static class Tools {{ [AutomationEntryPoint] public static void T() {{ _ = {value}; }} }}")
            .AddReferences(MetadataReference.CreateFromImage(image.ToArray()))
            .WithAnalyzers([new GovernanceFactsAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.Equal(expected.Replace("Data.Load", "Loading.Load", StringComparison.Ordinal), Assert.Single(found).Properties["notFollowed"]);
    }

    [Fact]
    public async Task Code_that_is_compiled_here_is_no_framework_whatever_it_is_called()
    {
        var found = await Compile("public static class Tools { [AutomationEntryPoint] public static void T() => Inner(); static void Inner() => File.Delete(\"x\"); }", "Microsoft.Own")
            .WithAnalyzers([new EntryPointMustNotActAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.Equal("GVN2006", Assert.Single(found).Id);
    }

    private static string Edges(GovernanceModel model, Steps.Step step)
        => string.Join(", ", model.Of(step).All.Edges.Select(e => $"{e.Caller.Name} → {e.Callee.Name}").Order(StringComparer.Ordinal));

    private static (GovernanceModel Model, Steps.Step Step) Model(string source)
    {
        var compilation = Compile(source);
        var symbols = GovernanceSymbols.For(compilation)!;
        var step = compilation.GetSymbolsWithName("S", SymbolFilter.Member).OfType<IMethodSymbol>().Select(symbols.StepOf).OfType<Steps.Step>().Single();
        var lists = ActionLists.In(new AnalyzerOptions([]), RuleBook.Shipped.UpTo(PackageRelease.Current));
        return (GovernanceModel.For(symbols, lists, PackageRelease.Current, RuleBook.Shipped), step);
    }

    private static CSharpCompilation Compile(string source, string name = "walk") => CSharpCompilation.Create(
        name,
        [
            CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest)),
            CSharpSyntaxTree.ParseText(ShippedGenerator.GlobalUsings.Content, new CSharpParseOptions(LanguageVersion.Latest)),
        ],
        TestReferences.All,
        new(OutputKind.DynamicallyLinkedLibrary));
}
