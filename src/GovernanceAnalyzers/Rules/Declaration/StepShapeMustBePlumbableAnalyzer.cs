using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1010: controls can be written round the step, and nothing can step round the controls.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepShapeMustBePlumbableAnalyzer : GovernanceAnalyzer
{
    /// <summary>
    /// What the generator reports where C# allows no implementing part: the compiler's own error then mutes the analyzers in a build.
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

    private protected override void Register(RuleContext context)
    {
        context.OnStep(Analyze);
        context.OnLocalFunction((function, report) =>
        {
            if (context.Symbols.StepOf(function) is { } step && context.Symbols.IsSettled(function))
            {
                Report(step, ShapeProblem.LocalFunction, null, report);
            }
        });
    }

    private static void Analyze(Step step, Action<Diagnostic> report)
    {
        var (problem, about) = Problem(step);
        if (problem != ShapeProblem.None)
        {
            Report(step, problem, about, report);
        }
    }

    private static void Report(Step step, ShapeProblem problem, ISymbol? about, Action<Diagnostic> report) => report(Diagnostic.Create(
        s_rule, Place(problem, about, step), RuleProperty.Of(RuleProperty.Problem, problem.ToString()),
        step.Title(), problem.Words(about, step)));

    /// <summary>A self-governed step may have any signature, but it has the body that is checked, and no override instead.</summary>
    private static (ShapeProblem Problem, ISymbol? About) Problem(Step step)
    {
        var method = step.Method;
        return step.Control == StepControl.Decorated ? StepShape.Of(step)
             : method.ContainingType.TypeKind == TypeKind.Interface
                ? (method.IsPartialDefinition ? ShapeProblem.InInterface : ShapeProblem.NoSlot, method.ContainingType)
             : method.IsAbstract || method.IsVirtual ? (ShapeProblem.VirtualOrAbstract, method)
             : step.Control == StepControl.Plumbed ? StepShape.Of(step)
             : method is { IsOverride: true, IsSealed: false, ContainingType.IsSealed: false } ? (ShapeProblem.OpenOverride, method)
             : (ShapeProblem.None, null);
    }

    private static Location Place(ShapeProblem problem, ISymbol? about, Step step) => problem switch
    {
        ShapeProblem.NotAwaitable or ShapeProblem.AsyncVoid or ShapeProblem.SynchronousSequence or ShapeProblem.PushedSequence
            or ShapeProblem.DeferredResult when ReturnType(step.Method) is { } type => type.GetLocation(),
        ShapeProblem.ByReferenceParameter or ShapeProblem.PointerParameter or ShapeProblem.RefStructParameter => about!.Locations[0],
        ShapeProblem.LocalFunction => step.Attribute.NameLocation(),
        _ => step.Method.Locations[0],
    };

    private static TypeSyntax? ReturnType(IMethodSymbol method)
        => (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as MethodDeclarationSyntax)?.ReturnType;
}
