using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>How a rule about single actions reports: it projects the verdicts that carry its id.</summary>
internal static class VerdictRegistration
{
    /// <summary>What every such rule says: step, action, path, and what is wrong.</summary>
    public const string Message = "Step '{0}' performs {1} by {2} {3}";

    /// <summary>So that nobody looks for a fault that is not there.</summary>
    private const string NotDecided = "this is not decided, for a helper that it calls is too deep or too long to be followed";

    public static void OnActionVerdict(this RuleContext context, DiagnosticDescriptor rule) => context.OnStep((step, report, cancellationToken) =>
    {
        if (step.Control != StepControl.SelfGoverned)
        {
            return;
        }

        foreach (var verdict in context.VerdictsOn(context.Model.Of(step, cancellationToken)).Where(v => v.Rule == rule.Id))
        {
            var places = verdict.Action.Places;
            report(Diagnostic.Create(
                rule,
                places.Location,
                verdict.Others.Select(NamedPlace.Of).Concat(places.Further),
                places.First.Action.Properties.SetItems(verdict.Properties),
                step.Title(),
                places.First.Action,
                verdict.Action.Path,
                verdict.Action.Proof.IsCutShort && verdict.Concern != Concern.Value ? $"{verdict.Reason}; {NotDecided}" : verdict.Reason));
        }
    });
}
