namespace GovernanceAnalyzers.Tests.Fuzz;

/// <summary>A fix says what it will do as a command, with the name of what it does it to.</summary>
public sealed class FixTitleTests
{
    private const string Command = "^(Add|Ask|Await|Correct|Declare|Generate|Govern|Let|Make|Mark|Name|Raise|Register|Remove|Replace|Rethrow|Seal) .*['\"].+['\"](.*[^.])?$";

    /// <summary>What the samples break in a way that only a person can mend, or do not break.</summary>
    private const string Mendable = """
        using Microsoft.Extensions.DependencyInjection;

        [GovernedWorkflow("claims", Owner = "payments-ops", EscalateTo = "oncall-payments")]
        public sealed partial class ClaimDesk(IStepGovernor governor)
        {
            [WorkflowStep("pay-claim", RiskTier.High, Rollback = nameof(UndoAsync), Key = "{claim}")]
            public partial Task<int> PayClaimAsync(string claim);

            private Task<int> PayClaimCoreAsync(string claim) => Task.FromResult(claim.Length);

            [WorkflowStep("count-claims", RiskTier.Low)]
            public Task<int> CountClaimsAsync(string day) => Task.FromResult(day.Length);
        }

        [GovernedWorkflow("shelf", Owner = "payments-ops")]
        public interface IShelf { [WorkflowStep("file-claim", RiskTier.Low)] Task FileAsync(string claim); }

        public sealed class Shelf : IShelf { public Task FileAsync(string claim) => Task.CompletedTask; }

        public static class Services { public static void Add(IServiceCollection services) => services.AddSingleton<IShelf, Shelf>(); }
        """;

    /// <summary>The samples break each rule once; what is offered for it there is what a developer reads in the menu.</summary>
    [Fact]
    public async Task Every_title_is_a_command_that_names_its_object()
    {
        var silent = AllRules.FixTypes.Select(t => t.Name).ToHashSet();
        foreach (var file in SampleFile.Names.Where(name => name.StartsWith("Violations/", StringComparison.Ordinal) || name == "OpsServer/DiskTools.cs"))
        {
            var editor = await OpenEditor.OpenAsync(file);
            var text = file.EndsWith("IPayments.cs", StringComparison.Ordinal) ? Mendable : editor.Root.ToFullString();
            foreach (var (fix, title) in (await editor.EditAsync(text)).Titles)
            {
                Assert.Matches(Command, title);
                silent.Remove(fix);
            }
        }

        Assert.Empty(silent);
    }
}
