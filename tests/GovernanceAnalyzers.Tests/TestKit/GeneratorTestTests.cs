using GovernanceAnalyzers.TestKit;
using Microsoft.CodeAnalysis.CSharp.Testing;

namespace GovernanceAnalyzers.Tests.TestKit;

public sealed class GeneratorTestTests
{
    private const string Code = "[System.Obsolete] partial class Twin { }\n";

    [Fact]
    public Task Passes_and_matches_its_snapshot() => new GeneratorTest<CachedGenerator>(typeof(ToySteps)) { TestCode = Code }.VerifyAsync();

    [Fact]
    public async Task Fails_on_a_stale_snapshot()
    {
        // The class is named Twin in this method's snapshot.
        await KitAssert.FailsAsync(
            () => new GeneratorTest<CachedGenerator>(typeof(ToySteps)) { TestCode = "[System.Obsolete] partial class Twin; [System.Obsolete] partial class Other;" }.VerifyAsync(),
            "There is no snapshot", "Other.g.verified.cs", "differs, first at line 2", "expected: \"partial class TwinOfOld;\"");
        var received = Path.Combine(SnapshotFolder(), $"{nameof(GeneratorTestTests)}.{nameof(Fails_on_a_stale_snapshot)}#Twin.g.received.cs");
        Assert.True(File.Exists(received));
    }

    [Fact]
    public Task Fails_on_a_snapshot_that_nothing_gives() => KitAssert.FailsAsync(
        () => new GeneratorTest<CachedGenerator>(typeof(ToySteps)) { TestCode = "partial class Twin;", AbsentSteps = { ToySteps.Classes } }.VerifyAsync(),
        "Nothing gives this snapshot any more");

    [Fact]
    public Task Fails_on_an_uncached_generator() => FailsToRun<UncachedGenerator>("The step Classes ran again on a clone of the same input: Modified");

    [Fact]
    public Task Fails_on_a_symbol_in_the_pipeline() => FailsToRun<SymbolGenerator>("The step Classes holds a Roslyn object: .Class:");

    [Fact]
    public Task Fails_on_a_step_without_a_tracking_name() => FailsToRun<UnnamedGenerator>("carry no tracking name: Classes");

    [Fact]
    public Task Fails_where_the_generated_code_does_not_compile() => KitAssert.FailsAsync(
        () => Task.FromResult(new GeneratorTest<CachedGenerator>(typeof(ToySteps)) { TestCode = "[System.Obsolete] class Twin;" }.Run()),
        "does not compile cleanly", "CS0260");

    [Fact]
    public Task Generators_run_before_the_analyzers() => new WithGenerator { TestCode = "[System.Obsolete] partial class [|small|]; class Other { small? field; }" }.RunAsync();

    [Fact]
    public Task Generated_sources_are_compared_where_the_test_does_not_skip_it() => KitAssert.FailsAsync(
        () => new WithGenerator { TestCode = Code, TestBehaviors = Microsoft.CodeAnalysis.Testing.TestBehaviors.None }.RunAsync(),
        "generated, not expected: Twin.g.cs");

    private static Task FailsToRun<TGenerator>(string words)
        where TGenerator : Microsoft.CodeAnalysis.IIncrementalGenerator
        => KitAssert.FailsAsync(() => Task.FromResult(new GeneratorTest<TGenerator>(typeof(ToySteps)) { TestCode = Code }.Run()), words);

    private static string SnapshotFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "")
        => Path.Combine(Path.GetDirectoryName(file)!, "_snapshots");

    private sealed class WithGenerator : CSharpAnalyzerTest<CapitalAnalyzer>
    {
        public WithGenerator() => TestBehaviors = Microsoft.CodeAnalysis.Testing.TestBehaviors.SkipGeneratedSourcesCheck;

        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(CachedGenerator)];
    }
}
