using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.TestKit;

/// <summary>A project of 1,000 steps in 200 files: what the speed of the generator and the analyzers is judged by.</summary>
public static class LargeProject
{
    /// <summary>How many files there are, each with a workflow.</summary>
    public const int Files = 200;

    /// <summary>How many steps each file has.</summary>
    public const int StepsOfAFile = 5;

    /// <summary>Compiles it, without what is generated.</summary>
    public static CSharpCompilation Compile() => CSharpCompilation.Create(
        "Large",
        Enumerable.Range(0, Files).Select(number => CSharpSyntaxTree.ParseText(File(number), path: $"/0/Desk{number}.cs")),
        TestReferences.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The project after an edit of one file.</summary>
    /// <exception cref="ArgumentException">The file does not hold the text.</exception>
    public static CSharpCompilation Edit(CSharpCompilation project, int file, string from, string to)
    {
        var tree = project.SyntaxTrees[file];
        var text = tree.ToString();
        return text.Contains(from, StringComparison.Ordinal)
            ? project.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text.Replace(from, to, StringComparison.Ordinal), path: tree.FilePath))
            : throw new ArgumentException($"'{from}' is not in {tree.FilePath}.", nameof(from));
    }

    // Every tenth file has, besides, what a project has little of: a contract, a waiver and an interface with a step.
    private static string File(int number) => $$"""
        using System.Threading;
        using System.Threading.Tasks;
        using Governance;

        namespace Large;

        public sealed record Request{{number}}(string Id, decimal Amount);

        [GovernedWorkflow("desk-{{number}}", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
        [Review("authority", EveryDays = 90)]
        public sealed partial class Desk{{number}}(IStepGovernor governor)
        {
        {{string.Concat(Enumerable.Range(0, StepsOfAFile).Select(step => Step(number, step)))}}
        }

        {{(number % 10 == 0 ? Rare(number) : "")}}
        """;

    private static string Step(int number, int step) => $$"""

            [WorkflowStep("step-{{step}}", RiskTier.High, Rollback = nameof(Undo{{step}}Async), Key = "{request.Id}", Question = "Pay {request.Amount}?")]
            public partial Task<StepOutcome<int>> Step{{step}}Async(Request{{number}} request, CancellationToken ct = default);

            private async Task<int> Step{{step}}CoreAsync(Request{{number}} request, CancellationToken ct)
            {
                await Task.Delay(1, ct);
                System.IO.File.Delete(request.Id);
                return request.Id.Length + {{step}};
            }

            private Task Undo{{step}}Async(Request{{number}} request, int? result, CancellationToken ct)
                => System.IO.File.WriteAllTextAsync(request.Id, "again", ct);

        """;

    private static string Rare(int number) => $$"""
        [GovernedWorkflow("queue-{{number}}", Owner = "payments-ops")]
        public interface IQueue{{number}}
        {
            [WorkflowStep("route", RiskTier.Low)]
            Task RouteAsync(string id);

            [GovernanceWaiver("GVN2006", Reason = "an example", ApprovedBy = "risk-office", Until = "2099-12-31")]
            [ConsequentialAction("files.delete", RiskTier.High)]
            Task DeleteAsync(string id);
        }
        """;
}
