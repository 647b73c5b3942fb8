namespace GovernanceAnalyzers.Steps;

/// <summary>From a symbol to a step.</summary>
internal static class StepReader
{
    /// <summary>The step this method declares; null where it declares none, or where the attribute is still half-typed.</summary>
    public static Step? Read(IMethodSymbol method, GovernanceSymbols symbols)
    {
        var declaration = method.PartialDefinitionPart ?? method;
        return declaration.Attribute(symbols.WorkflowStep) is { } attribute && attribute.IsComplete()
            ? new Step(declaration, attribute, symbols)
            : null;
    }
}
