using System.Reflection;
using System.Runtime.CompilerServices;

namespace Governance.Tests;

/// <summary>An approval as a value: minted by the governor alone, for one request, good once.</summary>
public sealed class StepApprovalTests
{
    [Fact]
    public async Task It_is_used_up_by_the_act_that_it_was_given_for()
    {
        var bench = new Bench();
        var approval = await bench.Governor.RequireApprovalAsync(Ask(), default);

        await bench.Governor.UseApprovalAsync(approval, Ask(), default);

        await RefusedAsync(bench, approval, Ask(), $"the approval of request {approval.RequestId} was used before and is good once.");
    }

    [Fact]
    public async Task Of_many_who_use_it_at_once_one_does()
    {
        var bench = new Bench();
        var approval = await bench.Governor.RequireApprovalAsync(Ask(), default);

        var uses = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            try
            {
                await bench.Governor.UseApprovalAsync(approval, Ask(), default);
                return true;
            }
            catch (StepRefusedException)
            {
                return false;
            }
        })));

        Assert.Single(uses, used => used);
    }

    [Theory]
    [InlineData("/srv/b", "clean", null)]
    [InlineData("/srv/a", "wipe", null)]
    [InlineData("/srv/a", "clean", "k2")]
    public async Task Another_request_is_refused_on_record_and_the_approval_stays_good(string path, string step, string? key)
    {
        var bench = new Bench();
        var approval = await bench.Governor.RequireApprovalAsync(Ask(), default);

        await RefusedAsync(bench, approval, Ask(path, step, key), $"the approval is for request {approval.RequestId}, not for this one.");
        Assert.Equal(["requested", "confirmed", "refused"], bench.States);

        await bench.Governor.UseApprovalAsync(approval, Ask(), default);
    }

    [Fact]
    public async Task An_approval_that_has_ended_is_refused()
    {
        var bench = new Bench();
        var approval = await bench.Governor.RequireApprovalAsync(Ask(), default);
        bench.Clock.Advance(TimeSpan.FromHours(25));

        var refused = await Assert.ThrowsAsync<StepRefusedException>(() => bench.Governor.UseApprovalAsync(approval, Ask(), default));

        Assert.StartsWith($"the approval of request {approval.RequestId} ended on ", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_nobody_gave_has_no_effect()
    {
        var bench = new Bench();
        var real = await bench.Governor.RequireApprovalAsync(Ask(), default);
        var empty = (StepApproval)RuntimeHelpers.GetUninitializedObject(typeof(StepApproval));
        var made = (StepApproval)typeof(StepApproval).GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance).Single()
            .Invoke([real.RequestId, real.Digest, real.Approver, real.Assurance, real.ExpiresAt]);
        var copied = (StepApproval)typeof(object).GetMethod("MemberwiseClone", BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(real, null)!;
        var elsewhere = await new Bench().Governor.RequireApprovalAsync(Ask(), default);

        foreach (var forged in new[] { empty, made, copied, elsewhere })
        {
            await RefusedAsync(bench, forged, Ask(), "the approval is none that this governor has handed out.");
        }

        await Assert.ThrowsAsync<ArgumentNullException>(() => bench.Governor.UseApprovalAsync(null!, Ask(), default));
        await bench.Governor.UseApprovalAsync(real, Ask(), default);
    }

    [Fact]
    public async Task What_is_changed_in_it_changes_nothing()
    {
        var bench = new Bench();
        var approval = await bench.Governor.RequireApprovalAsync(Ask(), default);
        var other = await bench.Governor.RequireApprovalAsync(Ask("/srv/b"), default);
        foreach (var field in typeof(StepApproval).GetFields(BindingFlags.NonPublic | BindingFlags.Instance))
        {
            field.SetValue(approval, field.GetValue(other));
        }

        var refused = await Assert.ThrowsAsync<StepRefusedException>(() => bench.Governor.UseApprovalAsync(approval, Ask("/srv/b"), default));

        Assert.EndsWith("not for this one.", refused.Reason, StringComparison.Ordinal);
        await bench.Governor.UseApprovalAsync(approval, Ask(), default);
    }

    [Fact]
    public async Task A_request_that_cannot_be_read_is_refused()
    {
        var bench = new Bench();
        var approval = await bench.Governor.RequireApprovalAsync(Ask(), default);

        await Assert.ThrowsAsync<StepRefusedException>(() => bench.Governor.UseApprovalAsync(approval, new ConfirmationRequest { Tier = RiskTier.High }, default));
    }

    private static async Task RefusedAsync(Bench bench, StepApproval approval, ConfirmationRequest request, string because)
        => Assert.Equal(because, (await Assert.ThrowsAsync<StepRefusedException>(() => bench.Governor.UseApprovalAsync(approval, request, default))).Reason);

    private static ConfirmationRequest Ask(string path = "/srv/a", string step = "clean", string? key = null) => new()
    {
        Workflow = "disk", Step = step, Tier = RiskTier.High, Question = $"Delete {path}?", Key = key,
        Arguments = [new ConfirmationArgument("path", $"\"{path}\"")],
    };
}
