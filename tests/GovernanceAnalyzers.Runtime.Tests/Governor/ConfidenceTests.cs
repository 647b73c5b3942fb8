namespace Governance.Tests;

/// <summary>A step that declares <c>MinConfidence</c> runs alone only where the model is sure enough.</summary>
public sealed class ConfidenceTests
{
    private readonly Bench _bench = new();
    private int _runs;

    [Theory]
    [InlineData(0.79, "the model's confidence is 0.79, and the step wants 0.8.")]
    [InlineData(0.0, "the model's confidence is 0, and the step wants 0.8.")]
    [InlineData(null, "the call says no confidence, and the step wants 0.8.")]
    public async Task A_low_step_is_handed_to_a_human_and_not_run(double? confidence, string because)
    {
        var outcome = await RunAsync(RiskTier.Low, confidence);
        Assert.Equal((StepStatus.Refused, because, 0), (outcome.Status, outcome.Reason, _runs));
        Assert.Equal(["refused", "escalated"], _bench.States);
        var told = Assert.Single(_bench.Escalations.All);
        Assert.Equal(("oncall", outcome.RequestId, "mail/draft was not run: " + because), (told.Target, told.RequestId, told.Message));
        Assert.Equal(confidence, _bench.Log.Records[0].Confidence);

        // Sure enough the next time, it is another act.
        Assert.True((await RunAsync(RiskTier.Low, 0.9)).IsCompleted);
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(1.0)]
    public async Task One_that_is_sure_enough_runs(double confidence)
    {
        Assert.True((await RunAsync(RiskTier.Low, confidence)).IsCompleted);
        Assert.Equal((1, 0), (_runs, _bench.Escalations.All.Count));
    }

    [Fact]
    public async Task Without_a_declaration_confidence_decides_nothing()
    {
        Assert.True((await RunAsync(RiskTier.Low, 0.01, wanted: null)).IsCompleted);
        Assert.Empty(_bench.Escalations.All);
    }

    [Theory]
    [InlineData(RiskTier.Medium)]
    [InlineData(RiskTier.High)]
    public async Task A_human_who_decides_anyway_is_told_why_to_look_twice(RiskTier tier)
    {
        ConfirmationRequest? asked = null;
        _bench.Gate.Answer = r =>
        {
            asked = r;
            return FakeGate.Decision(r);
        };
        Assert.True((await RunAsync(tier, 0.5)).IsCompleted);
        Assert.Equal("Draft a mail? Mind: the model's confidence is 0.5, and the step wants 0.8.", asked!.Question);
        Assert.Equal("mail/draft waits for a human's decision: the model's confidence is 0.5, and the step wants 0.8.", Assert.Single(_bench.Escalations.All).Message);
        Assert.Equal(["requested", "escalated", "confirmed", "started", "completed"], _bench.States);

        Assert.True((await RunAsync(tier, 0.9)).IsCompleted);
        Assert.Equal("Draft a mail?", asked!.Question);
    }

    private async Task<StepOutcome<int>> RunAsync(RiskTier tier, double? confidence, double? wanted = 0.8)
    {
        var plan = new StepPlan<int, int>
        {
            Step = new StepDescriptor
            {
                Workflow = "mail", Step = "draft", Tier = tier, EscalateTo = "oncall", MinConfidence = wanted, Question = "Draft a mail?", Digest = "d",
                WorkflowType = typeof(ConfidenceTests),
            },
            Body = (_, _, _) => Task.FromResult(++_runs),
            WriteArguments = static (_, _) => { },
        };
        using var context = AutomationContext.Begin("agent", "ticket 4711", model: "model-3", confidence: confidence);
        return await _bench.Governor.RunAsync(new StepCall<int, int>(plan, 0), default);
    }
}
