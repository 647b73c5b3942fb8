using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1020: a placeholder of Key or Question leads to an argument, so that a person is asked about what will be done.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("What a person is asked, and what makes two calls the same act, is not to be guessed.")]
public sealed class StepTemplateMustResolveAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1020",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Error,
        "A placeholder of Key or Question leads to an argument",
        "{0} of step '{1}' does not resolve: {2}");

    /// <summary>Makes the analyzer.</summary>
    public StepTemplateMustResolveAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep((step, report) =>
    {
        Analyze(step, "Key", step.Key, report);
        Analyze(step, "Question", step.Question, report);
    });

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
                    s_rule, Place(step, argument, placeholder), argument, step.Title(), $"in {{{placeholder.Text}}}, {problem}"));
            }
        }

        if (template.Problem is { } unbalanced)
        {
            report(Diagnostic.Create(s_rule, step.Attribute.LocationOf(argument), argument, step.Title(), unbalanced));
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
