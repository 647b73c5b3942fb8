using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1011: the generated controls find the one governor they are to ask.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepMustReachGovernorAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1011",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Error,
        "A plumbed step reaches one IStepGovernor",
        "Step '{0}' {1}");

    /// <summary>Makes the analyzer.</summary>
    public StepMustReachGovernorAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep(Analyze);

    private static void Analyze(Step step, Action<Diagnostic> report)
    {
        if (step.Control != StepControl.Plumbed || StepShape.Of(step).Problem != ShapeProblem.None)
        {
            return;
        }

        var governor = step.Governor;
        if (governor.Problem != GovernorProblem.None)
        {
            report(Diagnostic.Create(
                s_rule,
                step.Method.Locations[0],
                RuleProperty.Of(RuleProperty.Problem, governor.Problem.ToString()),
                step.Title(),
                Words(governor, step)));
        }
    }

    private static string Words(GovernorAccess governor, Step step)
    {
        var type = step.Method.ContainingType.Name;
        return governor.Problem == GovernorProblem.Ambiguous
            ? $"reaches more than one IStepGovernor, the first is '{governor.Name}': keep one"
            : step.Method.IsStatic
            ? "is static and reaches no IStepGovernor: add a parameter IStepGovernor governor to it and to its Core body"
            : $"reaches no IStepGovernor: add a primary-constructor parameter, {type}(IStepGovernor governor), or a field of that type";
    }
}
