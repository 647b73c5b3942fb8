namespace GovernanceAnalyzers;

/// <summary>
/// Owns the ceremony, so that a rule is a constructor and a method: concurrency, generated code, the gate, and that an analyzer never throws.
/// </summary>
public abstract class GovernanceAnalyzer : DiagnosticAnalyzer
{
    private protected GovernanceAnalyzer(params DiagnosticDescriptor[] rules)
        => SupportedDiagnostics = [.. rules, GovernanceRule.InternalFailure];

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <summary>What is demanded since when: what this package ships, but for tests.</summary>
    internal RuleBook Book { get; init; } = RuleBook.Shipped;

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // A file marked as generated is governed like any other: the mark is anybody's to write.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (GovernanceSymbols.For(start.Compilation) is { } symbols)
            {
                var rule = new RuleContext(GetType().Name, start, symbols, Book);
                try
                {
                    Register(rule);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    rule.OnCompilationEnd(_ => throw failure);
                }
            }
        });
    }

    /// <summary>Registers with a context that is not this analyzer's own: for the rule that asks what the others find.</summary>
    internal void RegisterWith(RuleContext context) => Register(context);

    private protected abstract void Register(RuleContext context);
}
