using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2021: a step that says what it may do does nothing else, its rollback handler included.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Widening what a step may do is a decision; taking the action out is one, too.")]
public sealed class StepMustStayWithinAllowanceAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN2021",
        GovernanceRule.Enforcement,
        "A step reaches only what it allows",
        "Step '{0}' allows {1} but reaches {2} by {3}{4}: take it out, or decide that the step may do it and add {5} to Allows");

    /// <summary>Makes the analyzer.</summary>
    public StepMustStayWithinAllowanceAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
        => context.OnStep((step, report, cancellationToken) =>
        {
            if (!step.AllowedCapabilities.IsEmpty)
            {
                Analyze(step, context.Model.Of(step, cancellationToken), report);
            }
        });

    private static void Analyze(Step step, StepReach reach, Action<Diagnostic> report)
    {
        var beyond = reach.All.Certain.Actions.Where(a => !step.AllowedCapabilities.Contains(a.Action.Capability)).GroupBy(a => a.Action.Capability, StringComparer.Ordinal);
        foreach (var actions in beyond)
        {
            var first = actions.OrderBy(a => a.Action.NewIn).First();
            var places = Places.Of(actions, first);
            report(Diagnostic.Create(
                s_rule,
                step.Attribute.LocationOf("Allows"),
                [places.Location, .. places.Further],
                first.Action.Properties,
                step.Title(),
                string.Join(", ", step.AllowedCapabilities),
                first.Action,
                first.Path,
                places.Words,
                first.Action.Capability));
        }
    }
}
