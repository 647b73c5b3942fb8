using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class StepMustStayWithinAllowanceTests
{
    [Fact]
    public Task An_action_beyond_the_allowance_is_reported_once_for_each_capability() => Test(
        "Allows = {|#0:\"files.write, mail.send\"|}",
        "File.WriteAllText(path, \"\"); File.Delete(path); Directory.Delete(path);",
        "Step 'disk/clean' allows files.write, mail.send but reaches files.delete (High) by CleanAsync → File.Delete (1 of 2 places): take it out, "
        + "or decide that the step may do it and add files.delete to Allows");

    [Fact]
    public Task A_low_action_counts_too() => Test(
        "Allows = {|#0:\"files.write\"|}",
        "_ = File.ReadAllText(path);",
        "Step 'disk/clean' allows files.write but reaches files.read (Low) by CleanAsync → File.ReadAllText: take it out, "
        + "or decide that the step may do it and add files.read to Allows");

    [Fact]
    public Task What_the_rollback_handler_does_counts() => Test(
        "Allows = {|#0:\"files.write\"|}, Rollback = nameof(UndoAsync)",
        "File.WriteAllText(path, \"\");",
        "Step 'disk/clean' allows files.write but reaches files.delete (High) by CleanAsync → UndoAsync → File.Delete: take it out, "
        + "or decide that the step may do it and add files.delete to Allows",
        "private Task UndoAsync(string path) { File.Delete(path); return Task.CompletedTask; }");

    [Theory]
    [InlineData("Allows = \"files.delete,files.write\"", "File.WriteAllText(path, \"\"); File.Delete(path);")]
    [InlineData("Allows = \"files.delete\"", "")]
    [InlineData("Allows = null", "File.Delete(path);")]
    [InlineData("Allows = \"\"", "File.Delete(path);")] // GVN1015's.
    [InlineData("Owner = \"ops\"", "File.Delete(path);")]
    public Task What_is_allowed_or_not_limited_is_fine(string arguments, string body) => Test(arguments, body, null);

    private static Task Test(string arguments, string body, string? says, string more = "")
    {
        var test = new RuleTest<StepMustStayWithinAllowanceAnalyzer>
        {
            TestCode = $$"""
                [GovernedWorkflow("disk")]
                public sealed partial class Disk(IStepGovernor governor)
                {
                    [WorkflowStep("clean", RiskTier.High, {{arguments}})]
                    public partial Task CleanAsync(string path);

                    private Task CleanCoreAsync(string path)
                    {
                        {{body}}
                        return Task.CompletedTask;
                    }

                    {{more}}
                }
                """,
        };
        if (says is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2021", DiagnosticSeverity.Error).WithLocation(0).WithMessage(says));
        }

        return test.RunAsync();
    }
}
