using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1010: controls can be written round the step, and nothing can step round the controls.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepShapeMustBePlumbableAnalyzer : GovernanceAnalyzer
{
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
                s_rule, Place(problem, about, step.Method), RuleProperty.Of(RuleProperty.Problem, problem.ToString()), step.Title(), Words(problem, about, step)));
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

    private static string Words(ShapeProblem problem, ISymbol? about, Step step) => problem switch
    {
        ShapeProblem.NotAwaitable => $"it returns {step.Method.ReturnType.Words()}, but a person answers in hours; return Task, Task<T>, ValueTask, ValueTask<T> or "
                                   + "Task<StepOutcome<T>>",
        ShapeProblem.AsyncVoid => "it is async void, so nobody learns how it ended; return Task",
        ShapeProblem.ByReferenceParameter => $"parameter '{about!.Name}' is passed by reference, and nothing can be handed back hours later; take a value and return a "
                                           + "result",
        ShapeProblem.PointerParameter => $"parameter '{about!.Name}' is a pointer, which can be neither recorded nor resumed; take a value",
        ShapeProblem.RefStructParameter => $"parameter '{about!.Name}' is a ref struct, which cannot outlive the call; take an array or a string",
        ShapeProblem.TypeNotPartial => $"'{about!.Name}' is not partial, so its controls cannot be generated; write 'partial' before its keyword",
        ShapeProblem.InStruct => $"'{about!.Name}' is a struct, whose copy would be governed; make it a class",
        ShapeProblem.InInterface => $"'{about!.Name}' is an interface, and whoever implements it would not be held to the step; put [WorkflowStep] on the "
                                  + "implementing method and [ConsequentialAction] here",
        ShapeProblem.FileLocalType => $"'{about!.Name}' is local to its file, where no generated part can be added; remove 'file'",
        ShapeProblem.VirtualOrAbstract => "it is virtual or abstract, so an override would run without its controls; make it an ordinary method",
        ShapeProblem.OpenOverride => "it can be overridden again, and that override would run without its controls; write 'sealed' before 'override'",
        ShapeProblem.LanguageTooOld => "partial methods that return something need C# 9; set LangVersion to 9 or later",
        _ => "it is an extension member, which has no instance to govern; make it an ordinary method",
    };
}
