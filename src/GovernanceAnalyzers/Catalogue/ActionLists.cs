using System.Runtime.CompilerServices;
using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Catalogue;

/// <summary>A catalogue that the build brings along.</summary>
/// <param name="Path">The file.</param>
/// <param name="Source">Its layer: the organisation's policy, or the project itself.</param>
/// <param name="File">What it says.</param>
internal sealed record ActionList(string Path, ActionSource Source, CatalogueFile File);

/// <summary>
/// The lists that add to the built-in catalogue: those of an organisation's policy, and above them the project's own, which are its additional files
/// named <c>*.actions.txt</c>. A layer may raise what the ones below it say, never lower it. Beside them stand the summaries of other assemblies,
/// <c>*.reach.txt</c>, which say what was found and decide nothing.
/// </summary>
internal sealed class ActionLists
{
    private const string Suffix = ".actions.txt";
    private const string SummarySuffix = ".reach.txt";

    private static readonly ConditionalWeakTable<SourceText, CatalogueFile> s_parsed = new();
    private static readonly ConditionalWeakTable<SourceText, CatalogueFile> s_summaries = new();
    private static readonly ConditionalWeakTable<CatalogueFile, Dictionary<string, (Tier Tier, string By)>> s_tiers = new();

    private ActionLists(ImmutableArray<ActionList> all, ImmutableArray<ControlsFile> controls)
    {
        All = all;
        Controls = controls;
    }

    /// <summary>In the order of their layers, then of their paths.</summary>
    public ImmutableArray<ActionList> All { get; }

    /// <param name="options">The build's files and what is said about them.</param>
    /// <param name="builtIn">The built-in rows that the project has accepted.</param>
    public static ActionLists In(AnalyzerOptions options, CatalogueFile builtIn)
    {
        var lowest = s_tiers.GetValue(builtIn, static f => Highest([(f, "")]));
        var files = options.AdditionalFiles
            .Select(f => (Text: f, Source: SourceOf(f, options)))
            .Where(f => f.Source is not null)
            .OrderBy(f => f.Source).ThenBy(f => f.Text.Path, StringComparer.Ordinal)
            .Select(f => (f.Text, List: new ActionList(f.Text.Path, f.Source!.Value, Parse(f.Text, f.Source == ActionSource.Summary))))
            .ToList();
        var policy = Highest(files.Where(f => f.List.Source == ActionSource.Policy).Select(f => (f.List.File, System.IO.Path.GetFileName(f.List.Path))));
        return new([.. files.Select(f => f.List.Source switch
        {
            ActionSource.Summary => f.List,
            ActionSource.Policy => WithLoweredTiers(f.List, f.Text, [lowest]),
            _ => WithLoweredTiers(f.List, f.Text, [lowest, policy]),
        })], ControlsFile.In(options));
    }

    /// <summary>The lists of members that confirm or record.</summary>
    public ImmutableArray<ControlsFile> Controls { get; }

    /// <summary>The list that this additional file is; null where it is none.</summary>
    public ActionList? Of(AdditionalText file) => All.FirstOrDefault(l => l.Path == file.Path);

    private static ActionSource? SourceOf(AdditionalText file, AnalyzerOptions options) => PolicyMark.Of(file, options) switch
    {
        PolicyMark.Catalogue => ActionSource.Policy,
        null when file.Path.EndsWith(SummarySuffix, StringComparison.OrdinalIgnoreCase) => ActionSource.Summary,
        null when file.Path.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) => ActionSource.ProjectList,
        _ => null,
    };

    /// <summary>A file that cannot be read is a mistake, for a list that says nothing looks like one that allows all.</summary>
    private static CatalogueFile Parse(AdditionalText file, bool isSummary)
        => file.GetText() is { } text
            ? isSummary ? s_summaries.GetValue(text, static t => CatalogueParser.Parse(t, CatalogueKind.Summary)) : s_parsed.GetValue(text, static t => CatalogueParser.Parse(t))
            : new(EquatableArray<CatalogueRow>.Empty, new[] { new ListMistake(default, default, "the file cannot be read") }.ToEquatableArray());

    /// <summary>A line that would lower what a layer below says has no effect, so it is said.</summary>
    private static ActionList WithLoweredTiers(ActionList list, AdditionalText file, IReadOnlyList<Dictionary<string, (Tier Tier, string By)>> below)
    {
        if (file.GetText() is not { } text)
        {
            return list;
        }

        var lowered =
            from row in list.File.Rows
            let known = below.SelectMany(b => Subjects(row).Where(b.ContainsKey).Select(s => b[s])).OrderByDescending(k => k.Tier).FirstOrDefault()
            where row.Tier < known.Tier
            let span = text.Lines[row.Line].Span
            let whose = known.By.Length == 0 ? "" : $" in the organisation's {known.By}"
            select new ListMistake(
                span,
                text.Lines.GetLinePositionSpan(span),
                $"{row.Symbol.Text} is {known.Tier} as {row.Capability}{whose}; a list may raise a tier, never lower it");
        var mistakes = lowered.ToList();
        return mistakes.Count == 0 ? list : list with { File = list.File with { Mistakes = list.File.Mistakes.Concat(mistakes).ToEquatableArray() } };
    }

    private static Dictionary<string, (Tier Tier, string By)> Highest(IEnumerable<(CatalogueFile File, string By)> files)
        => files.SelectMany(f => f.File.Rows.SelectMany(r => Subjects(r).Select(s => (Subject: s, r.Tier, f.By))))
            .GroupBy(r => r.Subject, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(r => r.Tier).Select(r => (r.Tier, r.By)).First(), StringComparer.Ordinal);

    /// <summary>What two lines share that are about the same thing.</summary>
    public static IEnumerable<string> Subjects(CatalogueRow row) => row.Symbol.Subjects.Select(s => $"{s};{row.Capability}");
}
