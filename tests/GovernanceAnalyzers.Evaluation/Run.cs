using GovernanceAnalyzers.Evaluation.Binding;
using GovernanceAnalyzers.Evaluation.Sources;
using GovernanceAnalyzers.Evaluation.Table;
using GovernanceAnalyzers.Evaluation.Verdicts;

namespace GovernanceAnalyzers.Evaluation;

/// <summary>What was reported in one compilation, and whose it is.</summary>
internal sealed record RootAnalysis(NamedFolder Root, Analysis Analysis);

/// <summary>What a run found.</summary>
/// <param name="Verdicts">By row.</param>
/// <param name="Judged">The compilations that have tools of the table.</param>
/// <param name="Silent">The compilations in which nothing may be reported.</param>
/// <param name="Notes">What could not be read as it was meant.</param>
internal sealed record RunResult(
    ImmutableArray<Verdict> Verdicts, ImmutableArray<RootAnalysis> Judged, ImmutableArray<RootAnalysis> Silent, ImmutableArray<string> Notes)
{
    /// <summary>What is declared nowhere, by repository: a tool may be missed for a call of it in a file far from the tool.</summary>
    public IEnumerable<string> Unresolved => Judged.GroupBy(a => a.Root.Name)
        .Select(g => (Name: g.Key, Lacking: g.SelectMany(a => MissingNames.Of(a.Analysis.Compilation)).GroupBy(n => n).OrderByDescending(n => n.Count()).ThenBy(n => n.Key, StringComparer.Ordinal).ToList()))
        .Where(r => r.Lacking.Count > 0)
        .Select(r => $"{r.Name}: {string.Join(", ", r.Lacking.Select(n => $"{n.Key}{(n.Count() > 1 ? $" ×{n.Count()}" : "")}"))}");

    public IEnumerable<string> Failures => Judged.Concat(Silent).SelectMany(a => a.Analysis.Failures);

    /// <summary>What is reported where nothing may be; the record of facts is no report.</summary>
    public IEnumerable<(NamedFolder Folder, Finding Finding)> Noise
        => Silent.SelectMany(a => a.Analysis.Findings.Where(f => f.Diagnostic.Severity >= DiagnosticSeverity.Info).Select(f => (a.Root, f)));
}

/// <summary>Binds what is needed, analyses it once, and judges each row.</summary>
internal sealed class Run
{
    private readonly Arguments _arguments;
    private readonly ProjectReader _reader = new();
    private readonly Binder _binder;
    private readonly Dictionary<string, RootAnalysis> _analyses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceRoot> _roots;

    /// <exception cref="BadInputException">A reference cannot be read.</exception>
    public Run(Arguments arguments)
    {
        _arguments = arguments;
        var references = new ReferenceSet(arguments.References);
        _binder = new(_reader, references, new(arguments.Stubs, references));
        _roots = arguments.Roots.Select(r => r.Folder).Distinct().ToDictionary(f => f, f => new SourceRoot(f, _reader));
    }

    /// <exception cref="BadInputException">The table cannot be read, or a repository of it has no root.</exception>
    public RunResult Result()
    {
        var rows = _arguments.Table is null ? [] : ToolTable.Read(_arguments.Table);
        rows = [.. rows.Where(r => !_arguments.Skipped.Contains(r.Repository, StringComparer.OrdinalIgnoreCase))];
        if (rows.GroupBy(r => r.Repository).FirstOrDefault(g => RootOf(g.Key) is null) is { } rootless)
        {
            throw new BadInputException(
                $"{rootless.Key}, with {rootless.Count()} rows, has no sources: give --root {rootless.Key}=FOLDER, or leave it out with --skip {rootless.Key}.");
        }

        return new(
            [.. rows.Select(Judge)],
            [.. _analyses.Values],
            [.. _arguments.Silent.SelectMany(s => new SourceRoot(s.Folder, _reader).All.Select(p => new RootAnalysis(s, Analyze(p))))],
            [.. _reader.Notes]);
    }

    private Verdict Judge(ToolRow row)
    {
        var named = RootOf(row.Repository)!;
        var root = _roots[named.Folder];
        if (root.Find(row.File) is not { } file)
        {
            return Verdict.Unplaced(row, "there is no such file");
        }

        foreach (var project in root.With(file))
        {
            if (!_analyses.TryGetValue(project.Path, out var known))
            {
                _analyses.Add(project.Path, known = new(named, Analyze(project)));
            }

            var tree = known.Analysis.Compilation.SyntaxTrees.First(t => t.FilePath == file);
            return ToolMethod.Find(tree, known.Analysis.Compilation, row) is { } method
                ? Verdict.Of(row, method, known.Analysis)
                : Verdict.Unplaced(row, "there is no such method in the file");
        }

        return Verdict.Unplaced(row, "the file belongs to no project");
    }

    private Analysis Analyze(SourceProject project) => Analysis.Of(project, _binder.Bind(project), _arguments.Additional, Analysis.Shipped);

    private NamedFolder? RootOf(string repository) => _arguments.Roots.FirstOrDefault(r => r.Name.Equals(repository, StringComparison.OrdinalIgnoreCase));
}
