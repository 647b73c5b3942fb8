namespace GovernanceAnalyzers.Steps;

/// <summary>What is wrong with a step's shape and what to do, in words: the rule and the generated code that refuses to run say the same.</summary>
internal static class ShapeProblemWords
{
    public static string Words(this ShapeProblem problem, ISymbol? about, Step step) => problem switch
    {
        ShapeProblem.NotAwaitable => $"it returns {step.Method.ReturnType.Words()}, but a person answers in hours; return Task, Task<T>, ValueTask, ValueTask<T>, "
                                   + "Task<StepOutcome<T>> or IAsyncEnumerable<T>",
        ShapeProblem.SynchronousSequence => $"it returns {step.Method.ReturnType.Words()}, which is read without waiting, but a person answers in hours; return "
                                          + $"IAsyncEnumerable<{Items(step)}>, or Task<IReadOnlyList<{Items(step)}>>",
        ShapeProblem.PushedSequence => $"it returns {step.Method.ReturnType.Words()}, which nobody reads to an end that could be recorded; return "
                                     + $"IAsyncEnumerable<{Items(step)}>",
        ShapeProblem.DeferredResult => $"it returns {step.Method.ReturnType.Words()}, so its work would go on after its end has been recorded; return "
                                     + Inner(step.Return.Result!),
        ShapeProblem.AsyncVoid => "it is async void, so nobody learns how it ended; return Task",
        ShapeProblem.ByReferenceParameter => $"parameter '{about!.Name}' is passed by reference, and nothing can be handed back hours later; take a value and return a "
                                           + "result",
        ShapeProblem.PointerParameter => $"parameter '{about!.Name}' is a pointer, which can be neither recorded nor resumed; take a value",
        ShapeProblem.RefStructParameter => $"parameter '{about!.Name}' is a ref struct, which cannot outlive the call; take an array or a string",
        ShapeProblem.TypeNotPartial => $"'{about!.Name}' is not partial, so its controls cannot be generated; write 'partial' before its keyword",
        ShapeProblem.InStruct => $"'{about!.Name}' is a struct, whose copy would be governed; make it a class",
        ShapeProblem.InInterface => $"'{about!.Name}' is an interface, where no generated body can stand; leave 'partial' out of the member, so that whoever "
                                  + "implements it does the work",
        ShapeProblem.NoSlot => "it is no method that whoever implements the interface gives (it is static, sealed, private, explicit or an accessor), so no "
                             + "decorator can stand before it; make it an ordinary method",
        ShapeProblem.InterfaceNotWorkflow => $"'{about!.Name}' is an interface without [GovernedWorkflow], and only such a one gets a decorator; write "
                                           + "[GovernedWorkflow(\"…\")] on it",
        ShapeProblem.StaticAbstractMember => $"'{about!.ContainingType.Name}.{about.Name}' is static and abstract, and a decorator has no implementation to "
                                           + "hand it on to; keep it in another interface",
        ShapeProblem.HiddenMember => $"'{about!.ContainingType.Name}.{about.Name}' is not visible beside the interface, so a decorator cannot hand it on; make it "
                                   + "public or internal",
        ShapeProblem.DecoratorNameTaken => $"the decorator of '{about!.Name}' is to be called '{Decorator.NameOf((INamedTypeSymbol)about)}', and that name is "
                                         + "taken; rename one of the two",
        ShapeProblem.FileLocalType => $"'{about!.Name}' is local to its file, where no generated part can be added; remove 'file'",
        ShapeProblem.VirtualOrAbstract => "it is virtual or abstract, so an override would run without its controls; make it an ordinary method",
        ShapeProblem.OpenOverride => "it can be overridden again, and that override would run without its controls; write 'sealed' before 'override'",
        ShapeProblem.LocalFunction => "it is a local function or a lambda, which nobody can find as a step; make it a method of the type",
        ShapeProblem.LanguageTooOld when step.Control == StepControl.Decorated => "generated decorators need C# 9; set LangVersion to 9 or later",
        ShapeProblem.LanguageTooOld => "partial methods that return something need C# 9; set LangVersion to 9 or later",
        ShapeProblem.ExplicitImplementation => "it implements an interface explicitly, which C# forbids to a partial method; make it an ordinary method, and let "
                                             + "the explicit implementation call it",
        ShapeProblem.AccessorOrOperator => "it is an accessor or an operator, and nobody expects one to wait for a person; make it a method",
        _ => "it is a member of an extension block, in which C# allows no partial method; make it an extension method with 'this'",
    };

    private static string Items(Step step) => step.Method.ReturnType is INamedTypeSymbol { TypeArguments: [var item] } ? item.Words() : "T";

    /// <summary>What could be returned instead of a task of it.</summary>
    private static string Inner(ITypeSymbol result) => result is INamedTypeSymbol { Name: "IObservable" or "IAsyncEnumerator", TypeArguments: [var item] }
        ? $"IAsyncEnumerable<{item.Words()}>"
        : result.Words();
}
