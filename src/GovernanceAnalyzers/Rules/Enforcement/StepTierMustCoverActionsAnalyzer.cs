using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2003: a step is declared at least in the tier of what it reaches, its rollback handler included.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepTierMustCoverActionsAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN2003",
        GovernanceRule.Enforcement,
        "A step's tier covers every action it reaches",
        "Step '{0}' is declared {1} but reaches {2} by {3}: raise it to RiskTier.{4}");

    /// <summary>Makes the analyzer.</summary>
    public StepTierMustCoverActionsAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
        => context.OnStep((step, report, cancellationToken) => Analyze(step, context.Model.Of(step, cancellationToken).All.Certain, report));

    private static void Analyze(Step step, RootReach reach, Action<Diagnostic> report)
    {
        // A missing tier is GVN1004.
        if (step.Tier != Tier.Unspecified && (Uncovered(step, reach.Accepted) ?? Uncovered(step, reach)) is { } highest)
        {
            var places = Places.Of(reach.Actions.Where(a => a.Action == highest.Action), highest);
            report(Diagnostic.Create(
                s_rule,
                step.Attribute.LocationOf(1),
                [places.Location, .. places.Further],
                highest.Action.Properties.Add(RuleProperty.LowestTier, highest.Action.Tier.ToString()),
                step.Title(),
                step.Tier,
                highest.Action,
                highest.Path + places.Words,
                highest.Action.Tier));
        }
    }

    private static ReachedAction? Uncovered(Step step, RootReach reach)
        => reach.Highest is { } highest && highest.Action.Tier > step.Tier ? highest : null;
}
