using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Governance.Tests;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_call_is_an_activity_and_is_counted_by_how_it_ended()
    {
        var id = "telemetry/" + Guid.NewGuid().ToString("N");
        var activities = new List<Activity>();
        var statuses = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == "Governance", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = a =>
            {
                lock (activities)
                {
                    activities.Add(a);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var meters = new MeterListener();
        meters.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == "Governance")
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            var all = tags.ToArray().ToDictionary(t => t.Key, t => t.Value);
            if ((string?)all["governance.step"] == id)
            {
                statuses.Add((string)all["governance.status"]!);
            }
        });
        meters.Start();

        var bench = new Bench();
        var plan = new StepPlan<int, NoResult>
        {
            Step = new StepDescriptor { Workflow = "telemetry", Step = id["telemetry/".Length..], Tier = RiskTier.Low },
            Body = static (_, _, _) => Task.FromResult(default(NoResult)),
            WriteArguments = static (_, _) => { },
        };
        await bench.Governor.RunAsync(new StepCall<int, NoResult>(plan, 1), default);
        Assert.Equal(["Completed"], statuses);
        lock (activities)
        {
            Assert.Equal("Completed", Assert.Single(activities, a => a.OperationName == id).GetTagItem("governance.status"));
        }
    }
}
