using System.Collections.Concurrent;
using System.Threading;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Accountability;

/// <summary>
/// A context in which a rule reports nothing: what it finds is kept with the symbol that it speaks about, as if there were no waiver. For the rule
/// that asks what a waiver is still for.
/// </summary>
internal sealed class CollectingContext(string analyzer, CompilationStartAnalysisContext start, GovernanceSymbols symbols, RuleBook book)
    : RuleContext(analyzer, start, symbols, book)
{
    private readonly ConcurrentBag<(string Rule, ISymbol? Symbol)> _findings = [];
    private readonly ConcurrentBag<Action<Action<Diagnostic>>> _atEnd = [];
    private int _failures;

    /// <summary>The rule did not get through, so what it would have found is unknown.</summary>
    public bool HasFailed => _failures > 0;

    /// <summary>Everything the rule finds. To be asked once, at the end of the compilation.</summary>
    public IReadOnlyCollection<(string Rule, ISymbol? Symbol)> Findings()
    {
        foreach (var analyze in _atEnd)
        {
            Guard(() => analyze(Drop), Drop);
        }

        return _findings;
    }

    /// <summary>What is said once for many is still found.</summary>
    public override bool IsSaidOnce(Step step, CancellationToken cancellationToken = default) => false;

    public override IEnumerable<ActionVerdict> VerdictsOn(StepReach reach) => ActionVerdicts.All(reach);

    /// <summary>Runs when <see cref="Findings"/> is asked for: the order of end actions is nobody's promise.</summary>
    public override void OnCompilationEnd(Action<Action<Diagnostic>> analyze) => _atEnd.Add(analyze);

    public override Action<Diagnostic> Waivable(ISymbol? symbol, Action<Diagnostic> report) => diagnostic => _findings.Add((diagnostic.Id, symbol));

    /// <summary>What no waiver could cover is of no interest here.</summary>
    public override Action<Diagnostic> Graded(Action<Diagnostic> report) => Drop;

    /// <summary>The rule itself reports that it failed.</summary>
    private protected override void Fail(Exception failure, Action<Diagnostic> report) => Interlocked.Increment(ref _failures);

    private static void Drop(Diagnostic diagnostic)
    {
    }
}
