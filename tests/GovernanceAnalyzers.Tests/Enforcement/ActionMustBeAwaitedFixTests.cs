using GovernanceAnalyzers.CodeFixes.Enforcement;
using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Tests.Controls;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class ActionMustBeAwaitedFixTests
{
    [Theory]
    [InlineData("desk.[|ActAsync|]();", "await desk.ActAsync();")]
    [InlineData("_ = desk.[|ActAsync|](); // later", "await desk.ActAsync(); // later")]
    [InlineData("_ = desk.[|ActAsync|]().ConfigureAwait(false);", "await desk.ActAsync().ConfigureAwait(false);")]
    [InlineData("_ = Task.Run(() => desk.[|ActNow|]());", "await Task.Run(() => desk.ActNow());")]
    [InlineData("_ = Task.Run(() => desk.[|ActAsync|]()); desk.[|ActAsync|]();", "await Task.Run(() => desk.ActAsync()); await desk.ActAsync();")]
    [InlineData("lock (r) { Task.Run(async () => { desk.[|ActAsync|](); await Task.Yield(); }).Wait(); }", "lock (r) { Task.Run(async () => { await desk.ActAsync(); await Task.Yield(); }).Wait(); }")]
    [InlineData("await Task.Run(async () => { desk.[|ActAsync|](); await Task.Yield(); });", "await Task.Run(async () => { await desk.ActAsync(); await Task.Yield(); });")]
    public Task The_task_is_awaited(string before, string after) => Test(before, after).RunAsync();

    [Theory]
    [InlineData("var t = desk.[|ActAsync|]();")]
    [InlineData("_ = desk.[|ActAsync|]().Id;")]
    [InlineData("desk?.{|GVN2008:ActAsync|}();")]
    [InlineData("await Task.Factory.StartNew(() => desk.[|ActAsync|]());")]
    [InlineData("new System.Threading.Thread(() => desk.[|ActNow|]()).Start();")]
    [InlineData("await Task.Run(() => { desk.[|ActAsync|](); });")]
    [InlineData("lock (r) { desk.[|ActAsync|](); }")]
    [InlineData("unsafe { desk.[|ActAsync|](); }")]
    [InlineData("await Task.WhenAll(Unsafe()); unsafe async Task Unsafe() { desk.[|ActAsync|](); }")]
    public Task What_needs_a_thought_is_left(string statements) => Test(statements, null).RunAsync();

    [Theory]
    [InlineData("private Task CleanCoreAsync() { desk.[|ActAsync|](); return Task.CompletedTask; }", "private async Task CleanCoreAsync() { await desk.ActAsync(); }")]
    [InlineData("private Task CleanCoreAsync() { if (_off) { return Task.CompletedTask; } _ = desk.[|ActAsync|](); desk.[|ActAsync|](); return Task.CompletedTask; }",
                "private async Task CleanCoreAsync() { if (_off) { return; } await desk.ActAsync(); await desk.ActAsync(); }")]
    [InlineData("private Task CleanCoreAsync() { desk.[|ActAsync|](); return _other; }", null)]
    [InlineData("private Task CleanCoreAsync(in int a) { desk.[|ActAsync|](); return Task.CompletedTask; }", null)]
    public Task A_method_without_a_result_becomes_asynchronous(string before, string? after)
    {
        var test = new RuleFixTest<ActionMustBeAwaitedAnalyzer, ActionMustBeAwaitedFix> { TestCode = Desk(before), TestState = { Sources = { StepBody.Desk } } };
        if (after is not null)
        {
            test.FixedCode = Desk(after);
            test.FixedState.Sources.Add(StepBody.Desk);
        }

        return test.RunAsync();
    }

    private static string Desk(string core) => $$"""
        [GovernedWorkflow("disk")]
        public sealed partial class Disk(IDesk desk, IStepGovernor governor)
        {
            private readonly bool _off = false;
            private readonly Task _other = Task.CompletedTask;

            [WorkflowStep("clean", RiskTier.High)]
            public partial Task CleanAsync({{(core.Contains("in int a", StringComparison.Ordinal) ? "in int a" : "")}});
            {{core}}
        }
        """;

    private static RuleFixTest<ActionMustBeAwaitedAnalyzer, ActionMustBeAwaitedFix> Test(string before, string? after)
    {
        var test = new RuleFixTest<ActionMustBeAwaitedAnalyzer, ActionMustBeAwaitedFix> { TestCode = StepBody.With(before), TestState = { Sources = { StepBody.Desk } } };
        if (after is not null)
        {
            test.FixedCode = StepBody.With(after);
            test.FixedState.Sources.Add(StepBody.Desk);
        }

        return test;
    }
}
