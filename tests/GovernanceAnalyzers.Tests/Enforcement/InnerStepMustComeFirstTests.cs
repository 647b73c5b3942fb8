using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class InnerStepMustComeFirstTests
{
    [Theory]
    [InlineData("EARLY; await InnerAsync(path);")]
    [InlineData("EARLY; if (path.Length > 3) { await InnerAsync(path); }")]
    [InlineData("await InnerAsync(path); EARLY; await InnerAsync(path);")]
    [InlineData("foreach (var c in path) { EARLY; await InnerAsync(path); }")]
    [InlineData("foreach (var c in path) { await InnerAsync(path); EARLY; }")]
    [InlineData("try { EARLY; } finally { await InnerAsync(path); }")]
    [InlineData("await Task.Run(() => EARLY); await InnerAsync(path);")]
    [InlineData("await Task.Run(async () => await Task.Run(() => EARLY)); await InnerAsync(path);")]
    [InlineData("EARLY; await Then(); Task Then() => InnerAsync(path);")]
    public Task An_action_before_an_inner_step_is_reported(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("await InnerAsync(path); LATE;")]
    [InlineData("if (path.Length > 3) { LATE; } else { await InnerAsync(path); }")]
    [InlineData("if (path.Length > 3) { LATE; return; } await InnerAsync(path);")]
    [InlineData("LATE; await LowAsync(path);")]
    [InlineData("LATE; await CleanAsync(path);")]
    [InlineData("File.ReadAllText(path); await InnerAsync(path);")]
    [InlineData("LATE;")]
    [InlineData("await InnerAsync(path); await InnerAsync(path); LATE;")]
    public Task An_action_after_the_inner_steps_is_silent(string statements) => Test(statements).RunAsync();

    [Fact]
    public Task The_message_names_both_steps()
    {
        var test = Test("File.{|#0:Delete|}(path); await {|#1:InnerAsync|}(path);");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2020", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1)
            .WithArguments("disk/clean", "files.delete (High)", "CleanAsync → File.Delete", "disk/inner"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("File.Delete(path); await InnerAsync(")]
    [InlineData("File.Delete(path; await InnerAsync(path);")]
    public Task Half_typed_code_does_not_fail(string statements)
    {
        var test = Test(statements);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        test.DisabledDiagnostics.Add("GVN2020");
        return test.RunAsync();
    }

    private static RuleTest<InnerStepMustComeFirstAnalyzer> Test(string statements) => new()
    {
        TestCode = $$"""
            [GovernedWorkflow("disk")]
            public sealed partial class Disk(IStepGovernor governor)
            {
                [WorkflowStep("clean", RiskTier.High)]
                public partial Task CleanAsync(string path);

                private async Task CleanCoreAsync(string path)
                {
                    {{statements.Replace("EARLY", "File.{|GVN2020:Delete|}(path)").Replace("LATE", "File.Delete(path)")}}
                }

                [WorkflowStep("inner", RiskTier.Medium)]
                public partial Task InnerAsync(string path);

                private Task InnerCoreAsync(string path) => Task.CompletedTask;

                [WorkflowStep("low", RiskTier.Low)]
                public partial Task LowAsync(string path);

                private Task LowCoreAsync(string path) => Task.CompletedTask;
            }
            """,
    };
}
