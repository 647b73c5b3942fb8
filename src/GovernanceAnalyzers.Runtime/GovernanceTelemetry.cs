using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Governance;

/// <summary>What OpenTelemetry sees: an activity per step and a counter, both named <c>Governance</c>.</summary>
internal static class GovernanceTelemetry
{
    public const string Name = "Governance";
    private static readonly ActivitySource s_source = new(Name);
    private static readonly Meter s_meter = new(Name);
    private static readonly Counter<long> s_steps = s_meter.CreateCounter<long>("governance.steps", description: "Calls of governed steps, by how they ended.");

    public static Activity? Start(StepDescriptor step) => s_source.HasListeners() ? s_source.StartActivity(step.Id) : null;

    public static void End(Activity? activity, StepDescriptor step, StepOutcome outcome)
    {
        if (s_steps.Enabled)
        {
            s_steps.Add(1, new("governance.step", step.Id), new("governance.tier", step.Tier.ToString()), new("governance.status", outcome.Status.ToString()));
        }

        activity?.SetTag("governance.step", step.Id).SetTag("governance.tier", step.Tier.ToString())
            .SetTag("governance.status", outcome.Status.ToString()).SetTag("governance.request", outcome.RequestId)
            .SetStatus(outcome.Status == StepStatus.Failed ? ActivityStatusCode.Error : ActivityStatusCode.Unset, outcome.Reason);
    }
}
