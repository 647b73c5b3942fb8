using System.Text;
using Governance;
using VerifyXunit;

namespace GovernanceAnalyzers.Tests.Generation;

public sealed class PlumbingRunTests
{
    /// <summary>
    /// Runs each shape, then rolls each call back with and without its result, then takes each entry of the step table up again from what was
    /// recorded. What was said on the way is the snapshot.
    /// </summary>
    [Theory, MemberData(nameof(StepShape.Names), MemberType = typeof(StepShape))]
    public async Task Generated_code_does_what_it_says(string shape)
    {
        var log = new StringBuilder();
        var steps = CompiledSteps.Load(StepShape.Test(shape).Run().Output);
        var governor = new RecordingGovernor(Say);
        await steps.RunAsync(governor, Say);
        foreach (var (step, call) in governor.Calls)
        {
            await TryAsync($"roll back {step}", call.Rollback);
            await TryAsync($"roll back {step} without result", call.RollbackWithoutResult);
        }

        var calls = governor.Calls.ToDictionary();
        var services = steps.Services(governor, Say);
        foreach (var entry in steps.Table)
        {
            Say($"entry {entry.Step.Id}");
            Assert.True(calls.ContainsKey(entry.Step.Id), $"{entry.Step.Id} was never called");
            if (services is not null)
            {
                await TryAsync("resume", entry.Resume is null ? null : () => entry.Resume(services, calls[entry.Step.Id], default));
                var run = new StepRun(entry.Step, "R-2", "key-2", null);
                await TryAsync("roll back", entry.Rollback is null ? null : () => entry.Rollback(services, calls[entry.Step.Id], run, default));
            }
        }

        await Verifier.Verify(log.ToString(), testMethod: shape);

        void Say(string line) => log.Append(line).Append('\n');

        async Task TryAsync(string what, Func<Task?>? act)
        {
            if (act is null)
            {
                return;
            }

            try
            {
                // Said when it has ended: a body that yields says the rest on another thread.
                if (act() is { } task)
                {
                    await task;
                    Say(what);
                }
            }
            catch (Exception failure) when (failure is InvalidOperationException or TimeoutException)
            {
                Say($"{what}: {failure.Message}");
            }
        }
    }
}
