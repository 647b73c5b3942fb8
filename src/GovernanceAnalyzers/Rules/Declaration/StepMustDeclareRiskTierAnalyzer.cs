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
        "Step '{0}' {1}: write {2}");

    /// <summary>Makes the analyzer.</summary>
    public StepMustDeclareRiskTierAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep((step, report) => Analyze(step, context, report));

    private static void Analyze(Step step, RuleContext context, Action<Diagnostic> report)
    {
        if (step.Tier != Tier.Unspecified)
        {
            return;
        }

        var highest = context.Model.Of(step).All.Highest;
        report(Diagnostic.Create(
            s_rule,
            step.Attribute.LocationOf(1),
            highest is null ? null : RuleProperty.Of(RuleProperty.LowestTier, highest.Action.Tier.ToString()),
            step.Title(),
            step.Attribute.Argument(1) is { } written ? $"declares '{written}', which is no risk tier" : "declares no risk tier",
            highest is null ? AnyTier : $"at least RiskTier.{highest.Action.Tier}, because it reaches {highest.Action} by {highest.Path}"));
    }

    private const string AnyTier =
        "RiskTier.Low (runs alone), RiskTier.Medium (a person confirms) or RiskTier.High (a person other than the requester confirms)";
}
