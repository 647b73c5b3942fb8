using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1004: a step's authority is written down, never a default.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepMustDeclareRiskTierAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN1004",
        GovernanceRule.Declaration,
        "A step declares its risk tier",
        "Step '{0}' {1}: write RiskTier.Low (runs alone), RiskTier.Medium (a person confirms) or RiskTier.High (a person other than the requester confirms)");

    /// <summary>Makes the analyzer.</summary>
    public StepMustDeclareRiskTierAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep((step, report) => Analyze(step, context, report));

    private static void Analyze(Step step, RuleContext context, Action<Diagnostic> report)
    {
        if (step.Tier == Tier.Unspecified)
        {
            report(Diagnostic.Create(
                s_rule,
                step.Attribute.LocationOf(1),
                context.Model.Of(step).All.Highest is { } highest ? RuleProperty.Of(RuleProperty.LowestTier, highest.Action.Tier.ToString()) : null,
                step.Title(),
                step.Attribute.Argument(1) is { } written ? $"declares '{written}', which is no risk tier" : "declares no risk tier"));
        }
    }
}
