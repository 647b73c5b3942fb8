using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers;

/// <summary>
/// What a rule registers with, once per compilation. Every callback runs guarded: what it throws is GVN9099 and not AD0001, a mere warning.
/// </summary>
internal sealed class RuleContext(string analyzer, CompilationStartAnalysisContext start, GovernanceSymbols symbols)
{
    public GovernanceSymbols Symbols { get; } = symbols;

    public Compilation Compilation => Start.Compilation;

    public GovernanceOptions Options { get; } = GovernanceOptions.Read(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);

    /// <summary>For what is not offered here; wrap the callback with <see cref="Guard"/>.</summary>
    public CompilationStartAnalysisContext Start { get; } = start;

    /// <summary>Calls the rule for each step, while typing. A partial step has one symbol for us: its declaring part.</summary>
    public void OnStep(Action<Step, Action<Diagnostic>> analyze)
    {
        if (Symbols.CanDeclare)
        {
            OnSymbol(SymbolKind.Method, (symbol, report) =>
            {
                if (symbol is IMethodSymbol { PartialDefinitionPart: null } method && Symbols.StepOf(method) is { } step)
                {
                    analyze(step, report);
                }
            });
        }
    }

    public void OnSymbol(SymbolKind kind, Action<ISymbol, Action<Diagnostic>> analyze)
        => Start.RegisterSymbolAction(c => Guard(() => analyze(c.Symbol, c.ReportDiagnostic), c.ReportDiagnostic), kind);

    public void OnCompilationEnd(Action<Action<Diagnostic>> analyze)
        => Start.RegisterCompilationEndAction(c => Guard(() => analyze(c.ReportDiagnostic), c.ReportDiagnostic));

    public void Guard(Action analyze, Action<Diagnostic> report)
    {
        try
        {
            analyze();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            report(Diagnostic.Create(
                GovernanceRule.InternalFailure, Location.None, analyzer, $"{failure.GetType().Name}: {failure.Message}".Replace('\n', ' ')));
        }
    }
}
