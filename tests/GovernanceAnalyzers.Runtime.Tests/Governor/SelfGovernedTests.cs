namespace Governance.Tests;

public sealed class SelfGovernedTests
{
    private static ConfirmationRequest Ask(string path = "/srv/a", string? key = null) => new()
    {
        Workflow = "ops", Step = "delete-file", Tier = RiskTier.High, Question = $"Delete \"{path}\"?", Owner = "ops", Rollback = "irreversible: gone",
        Arguments = [new("path", System.Text.Json.JsonSerializer.Serialize(path))], Key = key,
    };

    [Fact]
    public async Task An_approval_is_bound_to_the_request_and_recorded()
    {
        var bench = new Bench();
        var approval = await bench.Governor.RequireApprovalAsync(Ask(), default);
        var asked = Assert.Single(bench.Gate.Asked);
        Assert.Equal((asked.RequestId, asked.Digest, "dana"), (approval.RequestId, approval.Digest, approval.Approver));
        Assert.Equal(("refund-desk", "ticket 4711"), (asked.Actor, asked.Authority));
        Assert.Equal(["requested", "confirmed"], bench.States);
    }

    [Fact]
    public async Task It_never_returns_without_an_approval()
    {
        var bench = new Bench();
        bench.Gate.Answer = r => FakeGate.Decision(r, ConfirmationVerdict.Pending);
        await Assert.ThrowsAsync<StepPendingException>(() => bench.Governor.RequireApprovalAsync(Ask(), default));
        bench.Gate.Answer = r => FakeGate.Decision(r, ConfirmationVerdict.Denied, reason: "no");
        await Assert.ThrowsAsync<StepDeniedException>(() => bench.Governor.RequireApprovalAsync(Ask(), default));
        await Assert.ThrowsAsync<StepDeniedException>(() => bench.Governor.RequireApprovalAsync(Ask(), default));
        Assert.Equal(2, bench.Gate.Asked.Count);
        bench.Gate.Answer = r => FakeGate.Decision(r, digest: "other");
        await Assert.ThrowsAsync<StepRefusedException>(() => bench.Governor.RequireApprovalAsync(Ask("/srv/b"), default));
        bench.Gate.Answer = r => FakeGate.Decision(r, ConfirmationVerdict.Expired);
        await Assert.ThrowsAsync<StepExpiredException>(() => bench.Governor.RequireApprovalAsync(Ask("/srv/c"), default));
    }

    [Fact]
    public async Task An_approval_is_good_once()
    {
        var bench = new Bench();
        var first = await bench.Governor.RequireApprovalAsync(Ask(), default);
        var second = await bench.Governor.RequireApprovalAsync(Ask(), default);
        Assert.NotEqual(first.RequestId, second.RequestId);
        await bench.Governor.RequireApprovalAsync(Ask(key: "k"), default);
        await Assert.ThrowsAsync<StepRefusedException>(() => bench.Governor.RequireApprovalAsync(Ask(key: "k"), default));
        await Assert.ThrowsAsync<StepRefusedException>(() => bench.Governor.RequireApprovalAsync(Ask("/etc", key: "k"), default));
    }

    [Fact]
    public async Task What_is_no_request_is_refused()
    {
        var bench = new Bench();
        await Assert.ThrowsAsync<StepRefusedException>(() => bench.Governor.RequireApprovalAsync(new ConfirmationRequest { Tier = RiskTier.High }, default));
        await Assert.ThrowsAsync<StepRefusedException>(
            () => bench.Governor.RequireApprovalAsync(new ConfirmationRequest { Workflow = "w", Step = "s" }, default));
        var noJson = new ConfirmationRequest { Workflow = "w", Step = "s", Tier = RiskTier.High, Arguments = [new("a", "{")] };
        await Assert.ThrowsAsync<ArgumentException>(() => bench.Governor.RequireApprovalAsync(noJson, default));
    }
}
