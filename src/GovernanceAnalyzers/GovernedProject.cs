using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GovernanceAnalyzers.Backlog;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Rules.Accountability;

namespace GovernanceAnalyzers;

/// <summary>What a build brings along beside its sources: settings, waivers, owners, backlog, catalogues. Read once for all rules, and what few ask for when it is asked for.</summary>
internal sealed class GovernedProject
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<(AnalyzerOptions, RuleBook), GovernedProject>> s_projects = new();

    private readonly Lazy<ProjectBacklog> _backlog;
    private readonly Lazy<ActionLists> _lists;
    private readonly Lazy<GovernanceModel> _model;

    private GovernedProject(GovernanceSymbols symbols, AnalyzerOptions options, RuleBook book)
    {
        var settings = GovernanceOptions.Read(options.AnalyzerConfigOptionsProvider.GlobalOptions);
        Waivers = new(symbols, settings, new(options));
        _backlog = new(() => new(options.AdditionalFiles, settings));
        _lists = new(() => ActionLists.In(options, book.UpTo(settings.Level)));
        _model = new(() => GovernanceModel.For(symbols, _lists.Value, settings.Level, book));
    }

    public Waivers Waivers { get; }

    public ProjectBacklog Backlog => _backlog.Value;

    public ActionLists Lists => _lists.Value;

    public GovernanceModel Model => _model.Value;

    /// <summary>The one of this compilation; a host that hands options of their own to single analyzers has one for each.</summary>
    public static GovernedProject Of(GovernanceSymbols symbols, AnalyzerOptions options, RuleBook book)
        => s_projects.GetValue(symbols.Compilation, static _ => new()).GetOrAdd((options, book), key => new(symbols, key.Item1, key.Item2));
}
