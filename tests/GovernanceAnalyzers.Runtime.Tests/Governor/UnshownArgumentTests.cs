using System.Text.Json.Serialization;

namespace Governance.Tests;

/// <summary>What becomes of a call whose arguments cannot be shown whole: a person is never asked about less; a Low call is logged with a note.</summary>
public sealed class UnshownArgumentTests
{
    [Theory]
    [InlineData(RiskTier.Medium)]
    [InlineData(RiskTier.High)]
    public async Task A_person_is_not_asked_about_what_cannot_be_shown(RiskTier tier)
    {
        await using var g = new GovernedDesk();
        var outcome = await CallAsync(g, tier, new Card("4711", "hidden"));
        Assert.Equal(StepStatus.Refused, outcome.Status);
        Assert.Equal(
            "an argument cannot be shown: card.Pin (String): it is kept out of JSON by [JsonIgnore]. A confirmation is bound to exactly what the person sees: "
            + "pass a value that JSON shows whole.",
            outcome.Reason);
        Assert.Empty(g.Harness.Pending);
        Assert.Empty(g.Ledger.Acts);
        Assert.Equal("refused", Assert.Single(g.Harness.Records).State);
        Assert.Contains("$unserializable", g.Harness.Records[0].Input, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", g.Harness.Records[0].Input, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_low_call_runs_and_its_record_says_what_it_does_not_show()
    {
        await using var g = new GovernedDesk();
        Assert.True((await CallAsync(g, RiskTier.Low, new Card("4711", "hidden"))).IsCompleted);
        var record = Assert.Single(g.Harness.Records);
        Assert.Equal(("completed", "not on record: card.Pin (String): it is kept out of JSON by [JsonIgnore]"), (record.State, record.Reason));
        Assert.Equal("""{"card":{"Number":"4711","Pin":{"$unserializable":"String","why":"it is kept out of JSON by [JsonIgnore]"}}}""", record.Input);
    }

    [Fact]
    public async Task A_low_call_that_fails_says_it_too()
    {
        await using var g = new GovernedDesk();
        g.Ledger.On = (_, _) => throw new TimeoutException("late");
        Assert.Equal(StepStatus.Failed, (await CallAsync(g, RiskTier.Low, new Card("4711", "hidden"))).Status);
        Assert.StartsWith("not on record: card.Pin", g.Harness.Records[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_is_longer_than_allowed_is_refused_before_anybody_is_asked()
    {
        await using var g = new GovernedDesk(o => o.LongestValue = 1000);
        var outcome = await CallAsync(g, RiskTier.Medium, new byte[2000]);
        Assert.Contains("longer than 1000 bytes", outcome.Reason, StringComparison.Ordinal);
        Assert.Empty(g.Harness.Pending);
    }

    [Theory]
    [InlineData(RiskTier.Low, "{card.Rate}", StepStatus.Refused)]
    [InlineData(RiskTier.Low, null, StepStatus.Completed)]
    [InlineData(RiskTier.Medium, null, StepStatus.Refused)]
    public async Task A_placeholder_that_throws_ends_the_call_where_it_is_needed(RiskTier tier, string? key, StepStatus status)
    {
        await using var g = new GovernedDesk();
        var plan = Plan(tier, key, static (_, writer) => writer.Write("card.Rate", Rate()));
        var outcome = await g.Harness.Governor.RunAsync(new StepCall<(Ledger, object), NoResult>(plan, (g.Ledger, "text")), default);
        Assert.Equal(status, outcome.Status);
        Assert.Equal(status == StepStatus.Refused ? "a placeholder of its key or question cannot be read: InvalidOperationException: no rate." : null, outcome.Reason);
    }

    private static int Rate() => throw new InvalidOperationException("no rate");

    private static Task<StepOutcome<NoResult>> CallAsync(GovernedDesk g, RiskTier tier, object card)
        => g.Harness.Governor.RunAsync(new StepCall<(Ledger, object), NoResult>(Plan(tier, null, null), (g.Ledger, card)), default);

    private static StepPlan<(Ledger Ledger, object Card), NoResult> Plan(RiskTier tier, string? key, Action<(Ledger, object), IArgumentWriter>? placeholders) => new()
    {
        Step = new StepDescriptor { Workflow = "desk", Step = "block", Tier = tier, Key = key, Digest = "d" },
        Body = static async (state, _, _) =>
        {
            await state.Ledger.ActAsync("blocked");
            return default;
        },
        WriteArguments = static (state, writer) => writer.Write("card", state.Card),
        WritePlaceholders = placeholders,
    };

    private sealed record Card(string Number, [property: JsonIgnore] string Pin);
}
