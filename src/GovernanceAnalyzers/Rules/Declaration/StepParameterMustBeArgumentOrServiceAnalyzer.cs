using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1018: whatever a step takes is either bound, logged and shown, or marked as none of the three.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepParameterMustBeArgumentOrServiceAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1018",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Error,
        "A step parameter is an argument or a service",
        "Parameter '{0}' of step '{1}' is a {2}, which can be neither bound to a confirmation nor logged: "
        + "take a value that stands for it (a path, an id, a "
        + "digest), or mark it [StepService] if the step only works with it");

    /// <summary>Makes the analyzer.</summary>
    public StepParameterMustBeArgumentOrServiceAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep(Analyze);

    private static void Analyze(Step step, Action<Diagnostic> report)
    {
        // A parameter that keeps the step from being plumbed at all is GVN1010's.
        var shape = step.Control != StepControl.SelfGoverned ? StepShape.Of(step).About : null;
        foreach (var parameter in step.Parameters)
        {
            if (parameter.Role == ParameterRole.Unsupported && !GovernanceSymbols.Same(parameter.Symbol, shape))
            {
                report(Diagnostic.Create(
                    s_rule, parameter.Symbol.Locations[0], parameter.Symbol.Name, step.Title(), parameter.Symbol.Type.Words()));
            }
        }
    }
}
