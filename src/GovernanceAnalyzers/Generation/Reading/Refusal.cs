using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Generation.Reading;

/// <summary>
/// Why a step is not plumbed, in the words of the exception that its implementing part throws. The analyzers say the same, at length, at
/// the declaration; the exception is for a build in which they did not run.
/// </summary>
internal static class Refusal
{
    /// <summary>The first reason, as <c>GVN1009: …</c>; null where the step can be plumbed.</summary>
    public static string? Of(Step step) => Reasons(step).FirstOrDefault() is { } reason
        ? $"{reason} The step '{step.FullId}' ({step.Method.ContainingType.Name}.{step.Method.Name}) was not run."
        : null;

    /// <summary>Why C# allows no implementing part at all.</summary>
    public static string Of(Step step, (ShapeProblem Problem, ISymbol? About) forbidden)
        => $"Step '{step.FullId}' ({step.Method.ToDisplayString()}) cannot be governed as it stands: "
         + forbidden.Problem.Words(forbidden.About, step);

    /// <summary>A name or a constraint is still being typed: nothing that the implementing part could repeat would match it.</summary>
    public static bool IsHalfTyped(IMethodSymbol method)
        => method.TypeParameters.SelectMany(p => p.ConstraintTypes).Any(IsUnknown)
        || method.Parameters.Concat<ISymbol>(TypeParametersAround(method)).Any(symbol => symbol.Name.Length == 0);

    private static IEnumerable<string> Reasons(Step step)
    {
        // Half-typed: plumbing would repeat the compiler's complaint wherever it names the type.
        var core = step.Control == StepControl.Decorated ? null : step.Core;
        var belonging = new[] { step.Method, core?.Method, step.Handler?.Method }.OfType<IMethodSymbol>();
        if (belonging.SelectMany(TypesNamed).Any(IsUnknown))
        {
            yield return "A signature names a type that the compiler does not know.";
        }

        if (StepShape.Of(step) is { Problem: not ShapeProblem.None } shape)
        {
            yield return $"GVN1010: {shape.Problem.Words(shape.About, step)}.";
        }

        if (step.Id.Trim().Length == 0)
        {
            yield return "GVN1003: the step has no id.";
        }

        if (step.Tier == Tier.Unspecified)
        {
            yield return "GVN1004: the step declares no risk tier.";
        }

        foreach (var parameter in step.Parameters.Where(p => p.Role == ParameterRole.Unsupported))
        {
            yield return $"GVN1018: the parameter '{parameter.Symbol.Name}' can be neither bound nor logged.";
        }

        // A Core body or handler that is not private breaks a rule, and the plumbing all the same does what it is there for.
        if (core is { Problem: not (BelongingProblem.None or BelongingProblem.NotPrivate) })
        {
            yield return $"GVN1009: there is no Core body '{step.CoreName}' that takes what the step takes and returns what it returns.";
        }

        if (core is not null && !GovernorExpression.TryFind(step, out _))
        {
            yield return "GVN1011: not exactly one IStepGovernor can be reached from the step.";
        }

        if (step.Handler is { Problem: not (BelongingProblem.None or BelongingProblem.NotPrivate) })
        {
            yield return $"GVN1006: there is no rollback handler '{step.Rollback}' that can be called with the step's arguments.";
        }

        foreach (var text in new[] { step.Key, step.Question }.OfType<string>())
        {
            var template = Template.Parse(text);
            var unresolved = template.Placeholders.Select(p => Template.Resolve(p.Text, step).Problem);
            if (unresolved.Prepend(template.Problem).FirstOrDefault(p => p is not null) is { } problem)
            {
                yield return $"GVN1020: in \"{text}\", {problem}.";
            }
        }
    }

    /// <summary>The same of anything that a decorator of the interface would have to repeat.</summary>
    public static bool IsHalfTyped(INamedTypeSymbol contract)
        => TypeReader.Chain(contract).Any(t => t.Name.Length == 0)
        || contract.TypeParameters.Any(p => p.Name.Length == 0 || p.ConstraintTypes.Any(IsUnknown))
        || contract.Interfaces.Concat(contract.AllInterfaces).Any(i => IsUnknown(i) || HasTwins(i))
        || HasTwins(contract)
        || Decorator.Slots(contract).Any(member => member switch
        {
            IMethodSymbol method => TypesNamed(method).Any(IsUnknown) || IsHalfTyped(method),
            IPropertySymbol property => property.Parameters.Select(p => p.Type).Append(property.Type).Any(IsUnknown),
            IEventSymbol @event => IsUnknown(@event.Type),
            _ => false,
        });

    /// <summary>Two members that C# does not let stand beside one another; nothing can implement both.</summary>
    private static bool HasTwins(INamedTypeSymbol contract)
    {
        var ids = contract.GetMembers().Where(m => m is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol or IEventSymbol)
            .Select(m => m.GetDocumentationCommentId()?.Substring(2)).ToList();
        return ids.Distinct(StringComparer.Ordinal).Count() < ids.Count;
    }

    private static IEnumerable<ITypeSymbol> TypesNamed(IMethodSymbol method)
        => method.Parameters.Select(p => p.Type).Append(method.ReturnType)
            .Concat(TypeParametersAround(method).SelectMany(p => p.ConstraintTypes));

    private static IEnumerable<ITypeParameterSymbol> TypeParametersAround(IMethodSymbol method)
        => TypeReader.Chain(method.ContainingType).SelectMany(t => t.TypeParameters).Concat(method.TypeParameters);

    private static bool IsUnknown(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => IsUnknown(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnknown),
        _ => false,
    };
}
