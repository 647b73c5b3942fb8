namespace GovernanceAnalyzers.Steps;

/// <summary>How messages speak of steps, methods and types.</summary>
internal static class StepWords
{
    private static readonly SymbolDisplayFormat s_type = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The step's full id; its method where the id is empty.</summary>
    public static string Title(this Step step)
        => step.Id.Trim().Length > 0 ? step.FullId : $"{step.Method.ContainingType.Name}.{step.Method.Name}";

    public static string Words(this ITypeSymbol type) => type.ToDisplayString(s_type);

    /// <summary><c>private Task&lt;Receipt&gt; IssueRefundCoreAsync(RefundRequest request, CancellationToken ct)</c></summary>
    public static string CoreSignature(this Step step)
        => $"private {Static(step)}{Awaitable(step)} {step.CoreName}{TypeParameters(step)}"
         + $"({Join(step.Method.Parameters.Select(Parameter))})";

    /// <summary>The fullest handler that any host can call: arguments that are on record, result, cancellation.</summary>
    public static string RollbackSignature(this Step step, string name)
    {
        var parameters = step.Parameters.Where(p => p is { Role: ParameterRole.Argument, IsRedacted: false }).Select(p => Parameter(p.Symbol));
        if (step.Return.Result is { } result)
        {
            parameters = parameters.Append($"{result.Words().TrimEnd('?')}? result");
        }

        var isPrivate = step.Control == StepControl.Decorated ? "" : "private ";
        return $"{isPrivate}{Static(step)}Task {name}{TypeParameters(step)}({Join(parameters.Append("CancellationToken cancellationToken"))})";
    }

    private static string Awaitable(Step step)
    {
        if (step.Return.Item is { } item)
        {
            return $"IAsyncEnumerable<{item.Words()}>";
        }

        var kind = step.Return is { Kind: ReturnKind.ValueTask } ? "ValueTask" : "Task";
        return step.Return.Result is { } result ? $"{kind}<{result.Words()}>" : kind;
    }

    private static string Static(Step step) => step.Method.IsStatic ? "static " : "";

    private static string TypeParameters(Step step)
        => step.Method.TypeParameters.IsEmpty ? "" : $"<{Join(step.Method.TypeParameters.Select(t => t.Name))}>";

    private static string Parameter(IParameterSymbol parameter) => $"{parameter.Type.Words()} {parameter.Name}";

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);
}
