using Governance;

namespace GovernanceAnalyzers.Tool.Tests.Confirm;

public sealed class ConfirmCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task List_shows_what_waits_and_nothing_else()
    {
        await Ask("R-AAAA");
        await Ask("R-BBBB", question: "Delete it\u001b[8m?");
        Assert.Equal(0, GovernanceTool.Run(_folder, "confirm", "deny", "R-AAAA", "--reason", "no").ExitCode);
        var run = GovernanceTool.Run(_folder, "confirm", "list");
        Assert.True(run.ExitCode == 0, run.ToString());
        var line = Assert.Single(run.Lines);
        Assert.Matches(@"^R-BBBB  High   59 min left  refunds/issue-refund  Delete it\\u\{001B\}\[8m\?  \(asked by refund-bot\)$", line);
        Assert.Contains("R-AAAA  High   denied  ", GovernanceTool.Run(_folder, "confirm", "list", "--all").Output);
    }

    [Fact]
    public async Task Show_has_everything_that_the_decision_is_bound_to()
    {
        await Ask("R-AAAA");
        var run = GovernanceTool.Run(_folder, "confirm", "show", "r-aaaa");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(
            """
            Refund 12.50 EUR for order "4711"?

            Request       R-AAAA
            Step          refunds/issue-refund
            Tier          High
            Standing      59 min left
            Asked by      refund-bot
            On behalf of  erin
            Authority     ticket 4711
            Owner         payments-ops
            Rollback      ReverseRefundAsync
            Key           4711/1
            Arguments
              orderId = "4711"
              amount = 12.50

            governance confirm approve R-AAAA
            governance confirm deny R-AAAA --reason "…"

            """.ReplaceLineEndings("\n"),
            run.Output);
    }

    [Fact]
    public async Task Approve_is_the_account_of_the_process_and_bound_to_the_request()
    {
        var request = await Ask("R-AAAA");
        var run = GovernanceTool.Run(_folder, "confirm", "approve", "R-AAAA", "--reason", "checked by phone");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal($"Approved: R-AAAA, by {Environment.UserName}: checked by phone. It holds for these arguments, once.\n", run.Output);
        var decision = new ConfirmationInbox(_folder["governance"]).Find("R-AAAA").Decision!;
        Assert.Equal((ConfirmationVerdict.Approved, Environment.UserName, ConfirmationAssurance.OsAccount, request.Digest),
                     (decision.Verdict, decision.Approver, decision.Assurance, decision.Digest));
    }

    [Fact]
    public async Task Deny_needs_a_reason()
    {
        await Ask("R-AAAA");
        var run = GovernanceTool.Run(_folder, "confirm", "deny", "R-AAAA");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("governance: Option '--reason' is required. See governance --help.\n", run.Error);
        Assert.Equal(InboxState.Waiting, new ConfirmationInbox(_folder["governance"]).Find("R-AAAA").State);
    }

    [Fact]
    public async Task A_decision_stands_and_a_second_one_is_refused()
    {
        await Ask("R-AAAA");
        GovernanceTool.Run(_folder, "confirm", "deny", "R-AAAA", "--reason", "no");
        var run = GovernanceTool.Run(_folder, "confirm", "approve", "R-AAAA");
        Assert.Equal(new ToolRun(2, "", $"Could not run: Request R-AAAA was denied by {Environment.UserName}.\n"), run);
    }

    [Fact]
    public async Task Who_asked_may_not_approve_a_High_step()
    {
        await Ask("R-AAAA", onBehalfOf: Environment.UserName);
        var run = GovernanceTool.Run(_folder, "confirm", "approve", "R-AAAA");
        Assert.True(run is { ExitCode: 2, Output: "" } && run.Error.Contains("may not approve it", StringComparison.Ordinal), run.ToString());
    }

    [Fact]
    public async Task A_request_that_was_edited_cannot_be_approved()
    {
        await Ask("R-AAAA");
        var file = Directory.EnumerateFiles(_folder["governance/inbox"], "R-AAAA*").Single();
        File.WriteAllText(file, File.ReadAllText(file).Replace("12.50", "12.51", StringComparison.Ordinal));
        var run = GovernanceTool.Run(_folder, "confirm", "approve", "R-AAAA");
        Assert.True(run is { ExitCode: 2, Output: "" } && run.Error.Contains("its hash does not fit its content", StringComparison.Ordinal), run.ToString());
    }

    [Fact]
    public async Task An_unknown_request_and_a_missing_inbox_are_one_line()
    {
        Assert.StartsWith("Could not run: There is no inbox at ", GovernanceTool.Run(_folder, "confirm", "list").Error);
        await Ask("R-AAAA");
        var run = GovernanceTool.Run(_folder, "confirm", "show", "R-ZZZZ");
        Assert.Equal(new ToolRun(2, "", $"Could not run: The inbox {_folder["governance/inbox"]} has no request R-ZZZZ.\n"), run);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<ConfirmationRequest> Ask(string id, string question = "Refund 12.50 EUR for order \"4711\"?", string onBehalfOf = "erin")
    {
        var request = new ConfirmationRequest
        {
            RequestId = id,
            Workflow = "refunds",
            Step = "issue-refund",
            Tier = RiskTier.High,
            Question = question,
            Arguments = [new("orderId", "\"4711\""), new("amount", "12.50")],
            Key = "4711/1",
            Actor = "refund-bot",
            OnBehalfOf = onBehalfOf,
            Authority = "ticket 4711",
            Owner = "payments-ops",
            Rollback = "ReverseRefundAsync",
            Digest = new string('a', 64),
            RequestedAt = DateTimeOffset.UtcNow,
            ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(60).AddSeconds(-1),
        };
        await new FolderInbox(_folder["governance"]).RequestAsync(request, CancellationToken.None);
        return request;
    }
}
