using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Controls;

/// <summary>Whoever types on waits for no proof that he has made stale.</summary>
public sealed class BodyFlowCancellationTests
{
    private const string Code = """
        using System.Threading.Tasks;
        using Governance;
        public sealed class Desk
        {
            public async Task<int> Run(IStepGovernor governor, ConfirmationRequest request) { await Ask(governor, request); return 1; }
            private static Task Ask(IStepGovernor governor, ConfirmationRequest request) => governor.RequireApprovalAsync(request, default);
        }
        """;

    [Fact]
    public void A_proof_that_nobody_waits_for_is_not_made() => Assert.Throws<OperationCanceledException>(() => Prove(new CancellationToken(canceled: true)));

    [Fact]
    public void One_that_somebody_waits_for_is() => Assert.NotNull(Prove(CancellationToken.None));

    private static BodyFlow Prove(CancellationToken cancellationToken)
    {
        var compilation = CSharpCompilation.Create(
            "Shop", [CSharpSyntaxTree.ParseText(Code)], TestReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var symbols = GovernanceSymbols.For(compilation)!;
        var (controls, models) = (new ControlMembers(symbols), new SourceModels(compilation));
        var summaries = new HelperSummaries(controls, new(controls, symbols, models), models);
        var method = compilation.GetTypeByMetadataName("Desk")!.GetMembers("Run").OfType<IMethodSymbol>().Single();
        return new BodyFlow(BodyGraphs.Of(summaries.BodyOf(method))!, new(summaries, cancellationToken), []).Prove();
    }
}
