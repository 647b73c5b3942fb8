using GovernanceAnalyzers.CodeFixes.Enforcement;
using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Tests.Controls;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class LogFailureMustNotBeSwallowedFixTests
{
    [Theory]
    [InlineData("try { await BAD; } catch (IOException) { desk.Note(); return; }", "try { await LOG; } catch (IOException) { desk.Note(); throw; }")]
    [InlineData("_ = BAD;", "await LOG;")]
    [InlineData("BAD;", "await LOG;")]
    [InlineData("try { await BAD; await BAD; } catch (Exception) { return; }", "try { await LOG; await LOG; } catch (Exception) { throw; }")]
    public Task The_failure_is_let_through(string before, string after) => Test(before, after).RunAsync();

    [Fact]
    public Task A_handler_goes_on_to_throw() => Test(
        """
        try
                {
                    await BAD;
                }
                catch (Exception)
                {
                    desk.Note();
                }
        """,
        """
        try
                {
                    await LOG;
                }
                catch (Exception)
                {
                    desk.Note();
                    throw;
                }
        """).RunAsync();

    [Theory]
    [InlineData("foreach (var c in path) { try { await BAD; } catch (Exception) { if (unrelated) { continue; } } }")]
    [InlineData("await BAD.AsTask().ContinueWith(t => { });")]
    [InlineData("var t = BAD;")]
    public Task What_needs_a_thought_is_left(string statements) => Test(statements, null).RunAsync();

    private static RuleFixTest<LogFailureMustNotBeSwallowedAnalyzer, LogFailureMustNotBeSwallowedFix> Test(string before, string? after)
    {
        var test = new RuleFixTest<LogFailureMustNotBeSwallowedAnalyzer, LogFailureMustNotBeSwallowedFix>
        {
            TestCode = Named(before), TestState = { Sources = { StepBody.Desk } },
        };
        if (after is not null)
        {
            test.FixedCode = Named(after);
            test.FixedState.Sources.Add(StepBody.Desk);
        }

        return test;
    }

    private static string Named(string statements) => StepBody.With(statements.Replace("BAD", "log.[|AppendAsync|](a, ct)").Replace("LOG", "log.AppendAsync(a, ct)"));
}
