using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

/// <summary>What a test project references, as far as the rules know it by name.</summary>
internal static class HarnessLibrary
{
    private const string Source = """
        namespace Governance.Testing
        {
            public sealed class GovernanceHarness : System.IAsyncDisposable
            {
                public IStepGovernor Governor => null!;
                public HarnessClock Clock { get; } = new();
                public void Approve(string step, string by) { }
                public static GovernanceHarness Open() => new();
                public System.Threading.Tasks.ValueTask DisposeAsync() => default;
            }

            public class HarnessClock { public static int Ticks = 1; public void Advance() { } }
        }
        """;

    public static MetadataReference TestFramework { get; } = CSharpCompilation.Create("xunit.core", references: TestReferences.All).ToMetadataReference();

    public static MetadataReference Harness { get; } = CSharpCompilation.Create(
        "GovernanceAnalyzers.Testing",
        [CSharpSyntaxTree.ParseText(Source)],
        TestReferences.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();
}
