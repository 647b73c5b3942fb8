using System.Collections.Concurrent;
using GovernanceAnalyzers.Backlog;

namespace GovernanceAnalyzers.Rules.Accountability;

/// <summary>
/// GVN3004: an exception from which nothing is excepted is a hole for the next mistake. Asks every rule again what it would find without waivers, so that
/// the answer is the same whichever analyzers run beside this one; but only in a project that has a waiver at all.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WaiverMustCoverFindingAnalyzer : GovernanceAnalyzer
{
    private const string Id = "GVN3004";

    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        Id,
        GovernanceRule.Accountability,
        DiagnosticSeverity.Warning,
        "A waiver or backlog line covers a finding",
        "{0} covers nothing any more{1}: remove it",
        WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Makes the analyzer.</summary>
    public WaiverMustCoverFindingAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        context.OnStaleBacklogLine((line, place, report) => context.Waivable(null, report)(Diagnostic.Create(
            s_rule, place, $"The backlog line of {line.EntryPoint} with {line.Capability}", "")));

        if (context.Symbols.GovernanceWaiver is null || !FileMentions.In(context.Compilation, Mention.Waiver))
        {
            return;
        }

        var waivers = new ConcurrentDictionary<SyntaxReference, Waiver>(ByPlace.Instance);
        context.OnWaiver((waiver, _) =>
        {
            if (waiver.Attribute.ApplicationSyntaxReference is { } place && Waiver.CanWaive(waiver.Rule) && !waiver.IsOnLocalFunction)
            {
                waivers[place] = waiver;
            }
        });
        var rules = Rules(context).ToList();
        context.OnCompilationEnd(report => Report(waivers, rules, context, report));
    }

    /// <summary>Every analyzer of ours that has a rule to waive, registered to find and not to report.</summary>
    private IEnumerable<(ImmutableArray<string> Ids, CollectingContext Context)> Rules(RuleContext context)
    {
        foreach (var analyzer in ShippedRules.Analyzers.Where(a => a is not WaiverMustCoverFindingAnalyzer))
        {
            var ids = analyzer.SupportedDiagnostics.Select(d => d.Id).Where(Waiver.CanWaive).ToImmutableArray();
            if (!ids.IsEmpty)
            {
                var collecting = new CollectingContext(analyzer.GetType().Name, context.Start, context.Symbols, Book);
                collecting.Guard(() => analyzer.RegisterWith(collecting), _ => { });
                yield return (ids, collecting);
            }
        }
    }

    private static void Report(
        ConcurrentDictionary<SyntaxReference, Waiver> waivers, List<(ImmutableArray<string> Ids, CollectingContext Context)> rules, RuleContext context,
        Action<Diagnostic> report)
    {
        if (waivers.IsEmpty)
        {
            return;
        }

        var findings = rules.SelectMany(r => r.Context.Findings()).ToList();
        var known = rules.Where(r => !r.Context.HasFailed).SelectMany(r => r.Ids).ToImmutableHashSet();
        var idle = waivers.Values.Where(w => known.Contains(w.Rule)).ToList();
        Cover(findings, idle, context);

        // While a declaration is wrong for the compiler, the rules keep silent about it.
        if (idle.Count > 0 && IsBroken(context.Compilation))
        {
            return;
        }

        var forgiven = waivers.Values.Where(w => w.Rule == Id).ToList();
        foreach (var waiver in idle)
        {
            var symbol = Target(waiver, context.Compilation);
            context.Waivable(symbol, report)(Diagnose(waiver, symbol));
        }

        // A waiver of this rule is for a waiver that is idle here, such as in one of two target frameworks. It is not for itself.
        Cover([.. idle.Select(w => (Id, Target(w, context.Compilation)))], forgiven, context);
        foreach (var waiver in forgiven)
        {
            report(Diagnose(waiver, Target(waiver, context.Compilation)));
        }
    }

    /// <summary>Takes out of the waivers those that one of the findings is for, be they whole and in time or not.</summary>
    private static void Cover(List<(string Rule, ISymbol? Symbol)> findings, List<Waiver> waivers, RuleContext context)
    {
        foreach (var (rule, symbol) in findings)
        {
            foreach (var covering in context.Waivers.Around(symbol).Where(w => w.Rule == rule))
            {
                waivers.RemoveAll(w => ByPlace.Instance.Equals(w.Attribute.ApplicationSyntaxReference, covering.Attribute.ApplicationSyntaxReference));
            }
        }
    }

    private static Diagnostic Diagnose(Waiver waiver, ISymbol? target) => Diagnostic.Create(
        s_rule,
        waiver.Attribute.LocationOf(0),
        $"The waiver of {waiver.Rule}",
        waiver.Target is { } id && target is null ? $", for its Target '{id}' names nothing in this assembly" : "");

    /// <summary>What the waiver is for; null for the assembly as a whole, and for a target that is not there.</summary>
    private static ISymbol? Target(Waiver waiver, Compilation compilation)
        => !waiver.IsOnAssembly ? waiver.On
         : waiver.Target is not null && DocumentationCommentId.GetFirstSymbolForDeclarationId(waiver.Target, compilation) is { } target
           && GovernanceSymbols.Same(target.ContainingAssembly, compilation.Assembly) ? target
         : null;

    private static bool IsBroken(Compilation compilation)
        => compilation.GetDeclarationDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error)
        || compilation.GetParseDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error);

    private sealed class ByPlace : IEqualityComparer<SyntaxReference?>
    {
        public static readonly ByPlace Instance = new();

        public bool Equals(SyntaxReference? one, SyntaxReference? other) => one?.SyntaxTree == other?.SyntaxTree && one?.Span == other?.Span;

        public int GetHashCode(SyntaxReference? reference) => reference?.Span.GetHashCode() ?? 0;
    }
}
