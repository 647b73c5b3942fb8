namespace GovernanceAnalyzers.Steps;

/// <summary>The private method in which a plumbed step does its work.</summary>
internal sealed class CoreBody
{
    private CoreBody(IMethodSymbol? method, BelongingProblem problem, bool takesRun)
    {
        Method = method;
        Problem = problem;
        TakesRun = takesRun;
    }

    /// <summary>The method found by name; null where none is.</summary>
    public IMethodSymbol? Method { get; }

    public BelongingProblem Problem { get; }

    /// <summary>It has one <c>StepRun</c> more than the step.</summary>
    public bool TakesRun { get; }

    /// <summary>Looks for it; <see cref="Step.Core"/> keeps what was found.</summary>
    public static CoreBody Find(Step step)
    {
        var named = step.Method.ContainingType.GetMembers(step.CoreName).OfType<IMethodSymbol>()
            .Where(m => m.PartialDefinitionPart is null).ToImmutableArray();
        if (named.IsEmpty)
        {
            return new(null, BelongingProblem.Missing, false);
        }

        var fitting = named.Where(m => Fits(step, m, out _)).ToImmutableArray();
        if (fitting.IsEmpty)
        {
            named = named.RemoveAll(m => IsOfAnotherOverload(step, m));
            if (named.IsEmpty)
            {
                return new(null, BelongingProblem.Missing, false);
            }
        }

        var core = fitting.Length > 0 ? fitting[0] : named[0];
        Fits(step, core, out var takesRun);
        var problem = fitting.IsEmpty ? (named.Length > 1 ? BelongingProblem.Ambiguous : BelongingProblem.WrongParameters)
                    : fitting.Length > 1 ? BelongingProblem.Ambiguous
                    : core.IsStatic != step.Method.IsStatic ? BelongingProblem.StaticDiffers
                    : !Signature.ConstraintsFit(step.Method, core) ? BelongingProblem.WrongConstraints
                    : !ReturnFits(step, core) ? BelongingProblem.WrongReturn
                    : core.DeclaredAccessibility != Accessibility.Private ? BelongingProblem.NotPrivate
                    : BelongingProblem.None;
        return new(core, problem, takesRun);
    }

    /// <summary>The step's parameters in order, with at most one StepRun before the cancellation token or at the end.</summary>
    private static bool Fits(Step step, IMethodSymbol core, out bool takesRun)
    {
        takesRun = false;
        var method = step.Method;
        if (core.TypeParameters.Length != method.TypeParameters.Length)
        {
            return false;
        }

        var parameters = Signature.InTermsOf(method, core).Parameters;
        var at = parameters.Length == method.Parameters.Length + 1 ? RunPosition(step) : -1;
        if (parameters.Length != method.Parameters.Length + (at >= 0 ? 1 : 0))
        {
            return false;
        }

        for (int i = 0, j = 0; i < parameters.Length; i++)
        {
            var wanted = i == at ? step.Symbols.StepRun : method.Parameters[j++].Type;
            if (parameters[i].RefKind is not (RefKind.None or RefKind.In) || !Signature.SameType(parameters[i].Type, wanted))
            {
                return false;
            }
        }

        takesRun = at >= 0;
        return true;
    }

    /// <summary>Where the StepRun stands: before a closing cancellation token, else last.</summary>
    private static int RunPosition(Step step)
    {
        var parameters = step.Method.Parameters;
        return parameters is [.., var last] && GovernanceSymbols.Same(last.Type, step.Symbols.CancellationToken) ? parameters.Length - 1 : parameters.Length;
    }

    private static bool ReturnFits(Step step, IMethodSymbol core)
    {
        var returned = StepReturn.Of(Signature.InTermsOf(step.Method, core).ReturnType, step.Symbols);
        return returned is { Kind: not ReturnKind.Other, IsOutcome: false } && returned.IsTask == step.Return.IsTask
            && SameOrNeither(returned.Result, step.Return.Result) && SameOrNeither(returned.Item, step.Return.Item);
    }

    private static bool SameOrNeither(ITypeSymbol? type, ITypeSymbol? wanted)
        => type is null ? wanted is null : Signature.SameType(type, wanted);

    /// <summary>Another step of the same name has it for its body, so this one lacks its own.</summary>
    private static bool IsOfAnotherOverload(Step step, IMethodSymbol core)
        => step.Method.ContainingType.GetMembers(step.Method.Name).OfType<IMethodSymbol>()
            .Where(m => !GovernanceSymbols.Same(m, step.Method) && m.PartialDefinitionPart is null)
            .Any(m => step.Symbols.StepOf(m) is { } other && Fits(other, core, out _));
}
