namespace GovernanceAnalyzers.Steps;

/// <summary>What is wrong with a step's shape and what to do, in words: the rule and the generated code that refuses to run say the same.</summary>
internal static class ShapeProblemWords
{
    public static string Words(this ShapeProblem problem, ISymbol? about, Step step) => problem switch
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
        ShapeProblem.LocalFunction => "it is a local function or a lambda, which nobody can find as a step; make it a method of the type",
        ShapeProblem.LanguageTooOld => "partial methods that return something need C# 9; set LangVersion to 9 or later",
        _ => "it is an extension member, which has no instance to govern; make it an ordinary method",
    };
}
