using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1005: a Medium or High step can be undone, or says why not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepMustDeclareRollbackAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN1005",
        GovernanceRule.Declaration,
        "A Medium or High step declares how it is undone",
        "{0} step '{1}' has neither a rollback handler nor a reason why it cannot be undone{2}: "
        + "write Rollback = nameof({3}) and a {4} of that "
        + "name, or Irreversible = \"why\"");

    /// <summary>Makes the analyzer.</summary>
    public StepMustDeclareRollbackAnalyzer()
        : base(s_rule)
    {
    }

    /// <summary><c>IssueRefundAsync</c> → <c>RollbackIssueRefundAsync</c>.</summary>
    internal static string HandlerName(Step step) => "Rollback" + step.Method.Name;

    private protected override void Register(RuleContext context) => context.OnStep((step, report) => Analyze(step, context, report));

    private static void Analyze(Step step, RuleContext context, Action<Diagnostic> report)
    {
        if (!step.NeedsConfirmation || NamesHandler(step) || Answer.IsGiven(step.Irreversible) || context.IsSaidOnce(step))
        {
            return;
        }

        report(Diagnostic.Create(
            s_rule,
            step.Attribute.LocationOf(step.Attribute.Argument("Irreversible") is null ? "Rollback" : "Irreversible"),
            RuleProperty.Of(RuleProperty.Suggestion, HandlerName(step)),
            step.Tier,
            step.Title(),
            step.Irreversible is { } placeholder ? $", for '{placeholder}' is no reason" : "",
            HandlerName(step),
            step.Control == StepControl.Decorated ? "member" : "private method"));
    }

    /// <summary>A handler that is named but does not fit is GVN1006.</summary>
    private static bool NamesHandler(Step step) => step.Rollback is not null;
}
