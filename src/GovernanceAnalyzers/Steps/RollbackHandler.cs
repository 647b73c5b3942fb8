namespace GovernanceAnalyzers.Steps;

/// <summary>
/// The method that undoes a step: a private one in a class, another member of the interface for a step on one. It takes the step's parameters
/// in order (services may be left out, and redacted arguments, which are told by name, so that no secret ends in another's place), then optionally the result,
/// a <c>StepRun</c> and a cancellation token.
/// </summary>
internal sealed class RollbackHandler
{
    private RollbackHandler(IMethodSymbol? method, BelongingProblem problem, ImmutableArray<RollbackArgument> arguments)
    {
        Method = method;
        Problem = problem;
        Arguments = arguments;
    }

    public IMethodSymbol? Method { get; }

    public BelongingProblem Problem { get; }

    /// <summary>What the plumbing hands to each parameter of the handler; empty where it does not fit.</summary>
    public ImmutableArray<RollbackArgument> Arguments { get; }

    /// <summary>Looks for the handler of that name; <see cref="Step.Handler"/> keeps what was found.</summary>
    public static RollbackHandler Find(Step step, string name)
    {
        var named = step.Method.ContainingType.GetMembers(name).OfType<IMethodSymbol>()
            .Where(m => m is { MethodKind: MethodKind.Ordinary, PartialDefinitionPart: null }).ToImmutableArray();
        if (named.IsEmpty)
        {
            return new(null, BelongingProblem.Missing, []);
        }

        var fitting = named.Select(m => (Method: m, Arguments: Match(step, m))).Where(m => !m.Arguments.IsDefault).ToImmutableArray();
        if (fitting.IsEmpty)
        {
            return new(named[0], named.Length > 1 ? BelongingProblem.Ambiguous : BelongingProblem.WrongParameters, []);
        }

        var (handler, arguments) = fitting[0];
        var problem = fitting.Length > 1 ? BelongingProblem.Ambiguous
                    : handler.IsStatic != step.Method.IsStatic ? BelongingProblem.StaticDiffers
                    : StepReturn.Of(handler.ReturnType, step.Symbols) is not { IsTask: true, Result: null, IsOutcome: false }
                        ? BelongingProblem.WrongReturn
                    : step.Control == StepControl.Decorated ? (Decorator.CanHold(handler) ? BelongingProblem.None : BelongingProblem.NotImplemented)
                    : handler.DeclaredAccessibility != Accessibility.Private ? BelongingProblem.NotPrivate
                    : BelongingProblem.None;
        return new(handler, problem, arguments);
    }

    /// <summary>Default where the handler's parameters do not fit.</summary>
    private static ImmutableArray<RollbackArgument> Match(Step step, IMethodSymbol handler)
    {
        if (handler.TypeParameters.Length != step.Method.TypeParameters.Length || !Signature.ConstraintsFit(step.Method, handler))
        {
            return default;
        }

        var parameters = Signature.InTermsOf(step.Method, handler).Parameters;
        var arguments = ImmutableArray.CreateBuilder<RollbackArgument>(parameters.Length);
        var next = 0;
        foreach (var parameter in step.Parameters)
        {
            if (next < parameters.Length && !GovernanceSymbols.Same(parameter.Symbol.Type, step.Symbols.CancellationToken)
                && Signature.SameType(parameters[next].Type, parameter.Symbol.Type)
                && (!parameter.IsRedacted || handler.Parameters[next].Name == parameter.Symbol.Name))
            {
                arguments.Add(new(RollbackArgumentKind.Parameter, parameter.Symbol));
                next++;
            }
            else if (parameter is { Role: ParameterRole.Argument, IsRedacted: false })
            {
                return default;
            }
        }

        if (next < parameters.Length && step.Return.Result is { } result && IsResult(parameters[next].Type, result))
        {
            arguments.Add(new(RollbackArgumentKind.Result, null));
            next++;
        }

        if (next < parameters.Length && GovernanceSymbols.Same(parameters[next].Type, step.Symbols.StepRun))
        {
            arguments.Add(new(RollbackArgumentKind.Run, null));
            next++;
        }

        if (next < parameters.Length && GovernanceSymbols.Same(parameters[next].Type, step.Symbols.CancellationToken))
        {
            arguments.Add(new(RollbackArgumentKind.CancellationToken, null));
            next++;
        }

        return next == parameters.Length && parameters.All(p => p.RefKind == RefKind.None) ? arguments.ToImmutable() : default;
    }

    /// <summary>T or T?: a rollback may be ordered for a run that failed and so has no result.</summary>
    private static bool IsResult(ITypeSymbol type, ITypeSymbol result)
        => Signature.SameType(type, result)
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } && Signature.SameType(value, result);
}

internal enum RollbackArgumentKind
{
    /// <summary>A parameter of the step.</summary>
    Parameter,

    /// <summary>The step's result, or the type's default.</summary>
    Result,
    Run,
    CancellationToken,
}

/// <summary>What one parameter of a rollback handler is given.</summary>
internal readonly record struct RollbackArgument(RollbackArgumentKind Kind, IParameterSymbol? Parameter);
