using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1003: ids stand in logs, manifests and on command lines for years, so they are plain.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("The id is the lasting name in logs and manifests; the message suggests one, a person chooses.")]
public sealed class GovernanceIdMustBeWellFormedAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1003",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Error,
        "A workflow or step id is made of lower-case words",
        "'{0}' is no {1} id, which is " + GovernanceId.Form + ": write \"{2}\"");

    /// <summary>Makes the analyzer.</summary>
    public GovernanceIdMustBeWellFormedAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        context.OnStep((step, report) => Analyze(step.Attribute, step.Id, "step", step.Method, report));
        context.OnWorkflow((workflow, report) => Analyze(workflow.Attribute, workflow.Id, "workflow", workflow.Type, report));
    }

    private static void Analyze(AttributeData attribute, string id, string kind, ISymbol symbol, Action<Diagnostic> report)
    {
        if (!GovernanceId.IsWellFormed(id))
        {
            var suggestion = GovernanceId.Suggest(id) ?? GovernanceId.Suggest(GovernanceId.WithoutAsync(symbol.Name)) ?? kind;
            report(Diagnostic.Create(
                s_rule, attribute.LocationOf(0), RuleProperty.Of(RuleProperty.Suggestion, suggestion), id, kind, suggestion));
        }
    }
}
