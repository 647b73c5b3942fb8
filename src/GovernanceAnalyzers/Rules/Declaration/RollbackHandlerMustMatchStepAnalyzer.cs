using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1006: the rollback handler exists and can be given what the step was given.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RollbackHandlerMustMatchStepAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1006",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Error,
        "A rollback handler matches its step",
        "The rollback handler of step '{0}' {1}: write {2}");

    /// <summary>Makes the analyzer.</summary>
    public RollbackHandlerMustMatchStepAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep(Analyze);

    private static void Analyze(Step step, Action<Diagnostic> report)
    {
        if (step.Rollback is { } name && step.Handler is { Problem: not BelongingProblem.None } handler)
        {
            report(Diagnostic.Create(
                s_rule,
                step.Attribute.LocationOf("Rollback"),
                handler.Method?.Locations,
                RuleProperty.Of(RuleProperty.Problem, handler.Problem.ToString()),
                step.Title(),
                Words(handler.Problem, name, step),
                step.RollbackSignature(name)));
        }
    }

    private static string Words(BelongingProblem problem, string name, Step step) => problem switch
    {
        BelongingProblem.Missing => $"does not exist, for '{step.Method.ContainingType.Name}' has no method '{name}'",
        BelongingProblem.Ambiguous => $"is ambiguous, for '{step.Method.ContainingType.Name}' has more than one method '{name}'",
        BelongingProblem.WrongParameters => $"'{name}' takes other parameters than the step's arguments, then its result, a StepRun and a "
                                          + "CancellationToken, the last three where it wants them",
        BelongingProblem.WrongReturn => $"'{name}' returns neither Task nor ValueTask",
        BelongingProblem.NotImplemented => $"'{name}' is no method that whoever implements '{step.Method.ContainingType.Name}' gives",
        BelongingProblem.NotPrivate => $"'{name}' is not private, so code outside could undo without an order",
        _ => $"'{name}' is {(step.Method.IsStatic ? "not static although the step is" : "static although the step is not")}",
    };
}
