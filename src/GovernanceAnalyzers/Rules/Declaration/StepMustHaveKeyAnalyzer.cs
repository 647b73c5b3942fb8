using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1019: a repeated call of a Medium or High step can be told from a new one, so that a retry asks nobody again.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Which arguments make two calls the same act is known to whoever knows the business, and a wrong guess makes two acts one.")]
public sealed class StepMustHaveKeyAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1019",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Warning,
        "A Medium or High step says what makes two calls the same act",
        "{0} step '{1}' has no Key{2}, so a retry asks a person again and a repeated request cannot be told from a new one: "
        + "write Key = \"…\" from what identifies the act{3}");

    /// <summary>Makes the analyzer.</summary>
    public StepMustHaveKeyAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep(Analyze);

    /// <summary>A self-governed step hands its key over itself, with the request for approval.</summary>
    private static void Analyze(Step step, Action<Diagnostic> report)
    {
        if (step is { NeedsConfirmation: true, Control: not StepControl.SelfGoverned } && !Template.IsGiven(step.Key))
        {
            report(Diagnostic.Create(
                s_rule,
                step.Attribute.LocationOf("Key"),
                step.Tier,
                step.Title(),
                step.Key is { } placeholder ? $", for '{placeholder}' identifies nothing" : "",
                ArgumentPlaceholders.Of(step) is { IsEmpty: false } all ? ", with any of " + string.Join(", ", all.Take(5)) : ""));
        }
    }
}
