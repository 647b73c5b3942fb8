using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>
/// GVN1020: a person is asked about what will be done. A High step has a Question, and a placeholder of Key or Question leads to an argument.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepTemplateMustResolveAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1020",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Error,
        "A High step has a question, and every placeholder leads to an argument",
        "{0} of step '{1}' {2}");

    /// <summary>Makes the analyzer.</summary>
    public StepTemplateMustResolveAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep((step, report) =>
    {
        Analyze(step, "Key", step.Key, report);
        Analyze(step, "Question", step.Question, report);
        if (step is { Tier: Tier.High, Control: not StepControl.SelfGoverned } && !Template.IsGiven(step.Question))
        {
            ReportMissing(step, report);
        }
    });

    /// <summary>
    /// A warning, for the step works without; a wrong placeholder would not. A self-governed step puts its question itself, with the request
    /// for approval.
    /// </summary>
    private static void ReportMissing(Step step, Action<Diagnostic> report)
    {
        var suggestion = SuggestedQuestion.For(step);
        report(Diagnostic.Create(
            s_rule,
            step.Attribute.LocationOf("Question"),
            DiagnosticSeverity.Warning,
            additionalLocations: null,
            RuleProperty.Of(RuleProperty.Suggestion, suggestion),
            "Question",
            step.Title(),
            $"{(step.Question is { } placeholder ? $"asks nothing with '{placeholder}'" : "is missing")}, and a High step needs a person's yes: "
            + $"write Question = \"{suggestion}\", or better words for whoever decides"));
    }

    private static void Analyze(Step step, string argument, string? text, Action<Diagnostic> report)
    {
        if (text is null)
        {
            return;
        }

        var template = Template.Parse(text);
        foreach (var placeholder in template.Placeholders)
        {
            if (Template.Resolve(placeholder.Text, step).Problem is { } problem)
            {
                report(Diagnostic.Create(
                    s_rule, Place(step, argument, placeholder), argument, step.Title(), $"does not resolve: in {{{placeholder.Text}}}, {problem}"));
            }
        }

        if (template.Problem is { } unbalanced)
        {
            report(Diagnostic.Create(s_rule, step.Attribute.LocationOf(argument), argument, step.Title(), $"does not resolve: {unbalanced}"));
        }
    }

    /// <summary>The placeholder inside the literal, where source and value run alike (no escapes); else the whole argument.</summary>
    private static Location Place(Step step, string argument, Placeholder placeholder)
    {
        if (step.Attribute.Argument(argument) is LiteralExpressionSyntax { Token: var token }
            && token.Text.IndexOf(token.ValueText, StringComparison.Ordinal) is >= 0 and var start)
        {
            return Location.Create(
                token.SyntaxTree!, new TextSpan(token.SpanStart + start + placeholder.Start, placeholder.Text.Length + 2));
        }

        return step.Attribute.LocationOf(argument);
    }
}
