using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>
/// GVN1013: a step whose author writes no control could have generated ones. Silent where an action is taken: GVN2001 and GVN2002 say then what is
/// missing, and GVN2001 says this with it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepCouldBePlumbedAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1013",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Info,
        "A step without controls of its own is plumbed",
        "Step '{0}' writes no control itself, so its calls are on no record: make it a partial method whose private '{1}' does the work, and the controls are generated");

    /// <summary>Makes the analyzer.</summary>
    public StepCouldBePlumbedAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep((step, report, cancellationToken) =>
    {
        if (CanBePlumbed(step) && IsWithoutControl(context.Model.Of(step, cancellationToken)))
        {
            report(Diagnostic.Create(s_rule, step.Method.Locations[0], step.Title(), step.CoreName));
        }
    });

    /// <summary>A stream's token and a partial step's two parts are for its author to sort out.</summary>
    private static bool CanBePlumbed(Step step)
        => step is { Control: StepControl.SelfGoverned, Return.IsTask: true, Method: { IsPartialDefinition: false, IsExtern: false } }
        && step.Parameters.All(p => p.Role != ParameterRole.Unsupported)
        && HasBody(step.Method) && StepShape.CanBecomePlumbed(step) && step.Core.Problem == BelongingProblem.Missing;

    /// <summary>One that is half-typed has none yet.</summary>
    private static bool HasBody(IMethodSymbol method) => method.DeclaringSyntaxReferences.Any(r =>
        r.GetSyntax() is MethodDeclarationSyntax declaration && (declaration.Body is not null || declaration.ExpressionBody is not null));

    private static bool IsWithoutControl(StepReach reach)
        => reach.Proof is { Confirms: false, Logs: false }
        && !reach.OwnActions.Any(a => a.Proof.IsReachable && (a.Action.NeedsConfirmation || a.Action.NeedsLog));
}
