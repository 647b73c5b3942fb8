namespace GovernanceAnalyzers.OperatingModel;

/// <summary>Reads the operating model that stands on a workflow or a step. A half-typed attribute is not there yet.</summary>
internal static class Declared
{
    public static ImmutableArray<Baseline> Baselines(ISymbol symbol, GovernanceSymbols symbols)
        => [.. On(symbol, symbols.Baseline).Select(a => new Baseline(a))];

    public static ImmutableArray<FailureMode> FailureModes(ISymbol symbol, GovernanceSymbols symbols)
        => [.. On(symbol, symbols.FailureMode).Select(a => new FailureMode(a))];

    public static ImmutableArray<Review> Reviews(ISymbol symbol, GovernanceSymbols symbols)
        => [.. On(symbol, symbols.Review).Select(a => new Review(a))];

    public static Sunset? Sunset(ISymbol symbol, GovernanceSymbols symbols)
        => On(symbol, symbols.Sunset).Select(a => new Sunset(a)).FirstOrDefault();

    private static IEnumerable<AttributeData> On(ISymbol symbol, INamedTypeSymbol? type)
        => type is null ? [] : symbol.GetAttributes().Where(a => GovernanceSymbols.Same(a.AttributeClass, type) && a.IsComplete());
}
