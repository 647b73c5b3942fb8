using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>How a rule about single actions reports: it projects the verdicts that carry its id.</summary>
internal static class VerdictRegistration
{
    /// <summary>What every such rule says: step, action, path, and what is wrong.</summary>
    public const string Message = "Step '{0}' performs {1} by {2} {3}";

    public static void OnActionVerdict(this RuleContext context, DiagnosticDescriptor rule) => context.OnStep((step, report) =>
    {
        if (step.Control != StepControl.SelfGoverned)
        {
            return;
        }

        foreach (var verdict in context.VerdictsOn(context.Model.Of(step)).Where(v => v.Rule == rule.Id))
        {
            var (proof, action, path) = verdict.Action;
            report(Diagnostic.Create(
                rule,
                proof.Site.Syntax.GetLocation(),
                verdict.Others.Select(o => o.GetLocation()),
                action.Properties.SetItems(verdict.Properties),
                step.Title(),
                action,
                path,
                verdict.Reason));
        }
    });
}
