using GovernanceAnalyzers.CodeFixes.Enforcement;
using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Tests.Controls;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class StepMustNotSwallowFailureFixTests
{
    [Theory]
    [InlineData("try { await ACT; } [|catch (Exception e)|] { Console.WriteLine(e); return; }", "try { await ACT; } catch (Exception e) { Console.WriteLine(e); throw; }")]
    [InlineData("try { await ACT; } [|catch|] { return; } try { await ACT; } [|catch|] { return; }", "try { await ACT; } catch { throw; } try { await ACT; } catch { throw; }")]
    public Task The_failure_is_rethrown(string before, string after) => Test(before, after).RunAsync();

    [Fact]
    public Task An_empty_handler_throws() => Test(
        """
        try { await ACT; }
                [|catch (Exception)|]
                {
                }
        """,
        """
        try { await ACT; }
                catch (Exception)
                {
                    throw;
                }
        """).RunAsync();

    [Theory]
    [InlineData("foreach (var c in path) { try { await ACT; } [|catch (Exception)|] { continue; } }")]
    [InlineData("try { await ACT; } [|catch (Exception)|] { if (unrelated) { return; } desk.Note(); }")]
    public Task What_needs_a_thought_is_left(string statements) => Test(statements, null).RunAsync();

    private static RuleFixTest<StepMustNotSwallowFailureAnalyzer, StepMustNotSwallowFailureFix> Test(string before, string? after)
    {
        var test = new RuleFixTest<StepMustNotSwallowFailureAnalyzer, StepMustNotSwallowFailureFix> { TestCode = Code(before), TestState = { Sources = { StepBody.Desk } } };
        if (after is not null)
        {
            test.FixedCode = Code(after);
            test.FixedState.Sources.Add(StepBody.Desk);
        }

        return test;
    }

    private static string Code(string statements) => StepMustNotSwallowFailureTests.Code(statements.Replace("ACT", "desk.ActAsync()"));
}
