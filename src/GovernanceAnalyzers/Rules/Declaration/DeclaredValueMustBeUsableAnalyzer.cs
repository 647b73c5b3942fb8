using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.OperatingModel;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1015: a number, date or word that nobody can use would pass for a declaration that holds.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("The right value is a fact about the work; the message says what it has to be.")]
public sealed class DeclaredValueMustBeUsableAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1015",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Error,
        "A declared value can be used",
        "{0} '{1}': {2}");

    /// <summary>Makes the analyzer.</summary>
    public DeclaredValueMustBeUsableAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        context.OnWorkflow((workflow, report) => Report("Workflow", workflow.Id, OfWorkflow(workflow, context.Symbols), report));
        context.OnStep((step, report) => Report("Step", step.Title(), OfStep(step), report));
    }

    private static void Report(string kind, string name, IEnumerable<Shortcoming> shortcomings, Action<Diagnostic> report)
    {
        foreach (var shortcoming in shortcomings)
        {
            report(Diagnostic.Create(s_rule, shortcoming.Place, kind, name, shortcoming.Problem));
        }
    }

    private static IEnumerable<Shortcoming> OfWorkflow(Workflow workflow, GovernanceSymbols symbols)
    {
        var baselines = Declared.Baselines(workflow.Type, symbols).Where(b => b.Attribute.IsSettled()).ToList();
        var failureModes = Declared.FailureModes(workflow.Type, symbols).Where(m => m.Attribute.IsSettled()).ToList();
        var reviews = Declared.Reviews(workflow.Type, symbols).Where(r => r.Attribute.IsSettled()).ToList();
        return
        [
            .. baselines.SelectMany(b => b.Shortcomings()),
            .. Twice(baselines, b => b.Metric, b => b.Attribute, "baseline"),
            .. failureModes.SelectMany(m => m.Shortcomings()),
            .. Twice(failureModes, m => m.Id, m => m.Attribute, "failure mode"),
            .. reviews.SelectMany(r => r.Shortcomings()),
            .. Twice(reviews, r => r.Kind, r => r.Attribute, "review"),
            .. Declared.Sunset(workflow.Type, symbols) is { } sunset && sunset.Attribute.IsSettled() ? sunset.Shortcomings() : [],
        ];
    }

    private static IEnumerable<Shortcoming> OfStep(Step step)
    {
        var failureModes = Declared.FailureModes(step.Method, step.Symbols).Where(m => m.Attribute.IsSettled()).ToList();
        return
        [
            .. failureModes.SelectMany(m => m.Shortcomings()),
            .. Twice(failureModes, m => m.Id, m => m.Attribute, "failure mode"),
            .. step.MinConfidence is { } confidence && confidence is not (>= 0 and <= 1)
                ? [new Shortcoming(step.Attribute.LocationOf("MinConfidence"), "MinConfidence is a confidence, from 0 to 1")]
                : Array.Empty<Shortcoming>(),
            .. OfAllowance(step),
        ];
    }

    /// <summary>An allowance without a word would allow everything, and one that is misspelt nothing.</summary>
    private static IEnumerable<Shortcoming> OfAllowance(Step step)
    {
        if (step.Attribute.Argument("Allows") is null || step.Attribute.Named("Allows") is null)
        {
            return [];
        }

        var words = step.AllowedCapabilities;
        var problem = words.IsEmpty
            ? "Allows names no capability; write those that the step may reach, such as \"files.write, mail.send\", or leave it out"
            : words.Select(Capabilities.Problem).FirstOrDefault(p => p is not null) is { } misspelt ? $"Allows: {misspelt}" : null;
        return problem is null ? [] : [new(step.Attribute.LocationOf("Allows"), problem)];
    }

    private static IEnumerable<Shortcoming> Twice<T>(IEnumerable<T> declared, Func<T, string> name, Func<T, AttributeData> attribute, string kind)
        => declared.GroupBy(name, StringComparer.Ordinal).Where(same => same.Key.Length > 0)
            .SelectMany(same => same.Skip(1).Select(again => new Shortcoming(attribute(again).LocationOf(0), $"{kind} '{same.Key}' is declared twice")));
}
