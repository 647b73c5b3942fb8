using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1009: a plumbed step does its work in a private Core method of its own signature.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlumbedStepMustHaveCoreBodyAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1009",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Error,
        "A plumbed step has a Core body",
        "Step '{0}' {1}: write {2}");

    /// <summary>Makes the analyzer.</summary>
    public PlumbedStepMustHaveCoreBodyAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep(Analyze);

    private static void Analyze(Step step, Action<Diagnostic> report)
    {
        // A shape that cannot be plumbed is GVN1010's, and comes first: its repair changes the signature that Core must have.
        if (step.Control != StepControl.Plumbed || StepShape.Of(step).Problem != ShapeProblem.None)
        {
            return;
        }

        var core = step.Core;
        if (core.Problem != BelongingProblem.None)
        {
            report(Diagnostic.Create(
                s_rule,
                Place(step, core.Method),
                RuleProperty.Of(RuleProperty.Problem, core.Problem.ToString()),
                step.Title(),
                Words(core.Problem, step),
                step.CoreSignature()));
        }
    }

    /// <summary>At the Core method where there is one; not in another file, where it would not show while typing.</summary>
    private static Location Place(Step step, IMethodSymbol? core)
    {
        var declared = step.Method.Locations[0];
        return core?.Locations.FirstOrDefault(l => l.SourceTree == declared.SourceTree) ?? declared;
    }

    private static string Words(BelongingProblem problem, Step step) => problem switch
    {
        BelongingProblem.Missing => $"has no body, for '{step.Method.ContainingType.Name}' has no method '{step.CoreName}'",
        BelongingProblem.Ambiguous => $"has no one body, for '{step.Method.ContainingType.Name}' has more than one method '{step.CoreName}'",
        BelongingProblem.WrongParameters => $"cannot call '{step.CoreName}', which takes other parameters (its own, and a StepRun before the "
                                          + "CancellationToken if it wants one)",
        BelongingProblem.WrongConstraints => $"cannot call '{step.CoreName}', whose type parameters demand more than the step's",
        BelongingProblem.WrongReturn => $"cannot call '{step.CoreName}', which returns something else",
        BelongingProblem.NotPrivate => $"can be bypassed, for '{step.CoreName}' is not private",
        _ => $"cannot call '{step.CoreName}', which is "
           + $"{(step.Method.IsStatic ? "not static although the step is" : "static although the step is not")}",
    };
}
