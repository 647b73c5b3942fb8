using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1010: controls can be written round the step, and nothing can step round the controls.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepShapeMustBePlumbableAnalyzer : GovernanceAnalyzer
{
    /// <summary>
    /// What the generator reports where C# allows no implementing part: the compiler's own error then keeps analyzers from being heard in a build.
    /// </summary>
    internal static readonly DiagnosticDescriptor Unimplementable = GovernanceRule.Enforced(
        "GVN1010", GovernanceRule.Declaration, "A step has a shape that controls can be written round", "{0}");

    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1010",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Error,
        "A step has a shape that controls can be written round",
        "Step '{0}' cannot be governed as it stands: {1}");

    /// <summary>Makes the analyzer.</summary>
    public StepShapeMustBePlumbableAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep(Analyze);

    private static void Analyze(Step step, Action<Diagnostic> report)
    {
        var (problem, about) = Problem(step);
        if (problem != ShapeProblem.None)
        {
            report(Diagnostic.Create(
                s_rule, Place(problem, about, step.Method), RuleProperty.Of(RuleProperty.Problem, problem.ToString()), step.Title(), problem.Words(about, step)));
        }
    }

    /// <summary>A self-governed step may have any signature; but it must have the body that is checked, and no override in its place.</summary>
    private static (ShapeProblem Problem, ISymbol? About) Problem(Step step)
    {
        var method = step.Method;
        return method.ContainingType.TypeKind == TypeKind.Interface ? (ShapeProblem.InInterface, method.ContainingType)
             : method.IsAbstract || method.IsVirtual ? (ShapeProblem.VirtualOrAbstract, method)
             : step.Control == StepControl.Plumbed ? StepShape.Of(step)
             : method is { IsOverride: true, IsSealed: false, ContainingType.IsSealed: false } ? (ShapeProblem.OpenOverride, method)
             : (ShapeProblem.None, null);
    }

    private static Location Place(ShapeProblem problem, ISymbol? about, IMethodSymbol method) => problem switch
    {
        ShapeProblem.NotAwaitable or ShapeProblem.AsyncVoid when ReturnType(method) is { } type => type.GetLocation(),
        ShapeProblem.ByReferenceParameter or ShapeProblem.PointerParameter or ShapeProblem.RefStructParameter => about!.Locations[0],
        _ => method.Locations[0],
    };

    private static TypeSyntax? ReturnType(IMethodSymbol method)
        => (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as MethodDeclarationSyntax)?.ReturnType;
}
