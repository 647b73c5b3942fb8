using Microsoft.CodeAnalysis.CSharp;
using VerifyXunit;
using Xunit.Sdk;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Compiles a test's files, runs generators and analyzers, and compares the diagnostics with the expected ones.</summary>
public abstract class AnalyzerTest
{
    /// <summary>Adds a source.</summary>
    public string TestCode
    {
        set => TestState.Sources.Add(value);
    }

    public SolutionState TestState { get; } = new();

    /// <summary>Expected besides those in markup.</summary>
    public List<DiagnosticResult> ExpectedDiagnostics => TestState.ExpectedDiagnostics;

    /// <summary>Ids that are not compared.</summary>
    public List<string> DisabledDiagnostics { get; } = [];

    public CompilerDiagnostics CompilerDiagnostics { get; set; } = CompilerDiagnostics.Errors;

    public TestBehaviors TestBehaviors { get; set; }

    /// <summary>Changes to the project before it is compiled, such as its specific diagnostic options.</summary>
    public List<Func<Solution, ProjectId, Solution>> SolutionTransforms { get; } = [];

    /// <summary>MSBuild properties that analyzers and generators read as <c>build_property.NAME</c>.</summary>
    public Dictionary<string, string> BuildProperties { get; } = [];

    /// <summary>Analyzers, and suppressors, that run beside the one under test; their diagnostics are compared too.</summary>
    public List<DiagnosticAnalyzer> AdditionalAnalyzers { get; } = [];

    /// <summary>Keeps suppressed diagnostics, marked as such, so that a suppression can be asserted and not only inferred.</summary>
    public bool ReportSuppressedDiagnostics { get; set; }

    /// <summary>False for code that has never heard of GovernanceAnalyzers.Abstractions.</summary>
    public bool ReferenceAbstractions { get; set; } = true;

    /// <summary>Where all is kept that the analyzers say, also what is not compared with marks; null where the marks are enough.</summary>
    public Baseline? Baseline { get; set; }

    /// <summary>What the test is called there. Its input need not be of one name alone.</summary>
    public string Entry { get; set; } = "";

    /// <summary>Runs the test.</summary>
    /// <exception cref="XunitException">Something differs; the message shows what, and the source as it would have to be marked.</exception>
    public Task RunAsync(CancellationToken cancellationToken = default) => RunImplAsync(cancellationToken);

    protected abstract IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers();

    protected virtual IEnumerable<Type> GetSourceGenerators() => [];

    protected virtual CompilationOptions CreateCompilationOptions()
        => new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

    protected virtual ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose);

    /// <summary>The rule that <c>[|…|]</c> means.</summary>
    protected virtual DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers)
        => analyzers[0].SupportedDiagnostics is [var only] ? only : null;

    protected virtual async Task RunImplAsync(CancellationToken cancellationToken)
    {
        var first = await VerifyAsync(TestState, TestState, "TestState", cancellationToken).ConfigureAwait(false);
        Baseline?.Compare($"{Entry} {Baseline.Digest(Input(first))}", DiagnosticListing.Of(first.Said));
        await new RuleBehaviorCheck(TestBehaviors, this).VerifyAsync(first, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Analyses the sources of one state with everything else from another, and compares.</summary>
    private protected async Task<Analysis> VerifyAsync(SolutionState sources, SolutionState surroundings, string name, CancellationToken ct)
    {
        var parsed = sources.ParseSources().ToImmutableArray();
        var analysis = await AnalyzeAsync(surroundings, parsed, ct).ConfigureAwait(false);
        var expected = ExpectedDiagnosticResolver.Resolve(parsed, sources.ExpectedDiagnostics, DefaultDiagnosticId);
        if (DiagnosticComparison.Explain(expected, analysis, parsed) is { } difference)
        {
            throw new XunitException($"{name}: {difference}");
        }

        if (!TestBehaviors.HasFlag(TestBehaviors.SkipGeneratedSourcesCheck) && GeneratedSourceComparison.Explain(surroundings, analysis) is { } generated)
        {
            throw new XunitException($"{name}: {generated}");
        }

        return analysis;
    }

    internal async Task<Analysis> AnalyzeAsync(SolutionState state, ImmutableArray<MarkupSource> sources, CancellationToken ct)
    {
        var project = CreateProject(state, sources, []);
        var compilation = (await project.GetCompilationAsync(ct).ConfigureAwait(false))!;
        var generatorDiagnostics = ImmutableArray<Diagnostic>.Empty;
        ImmutableArray<GeneratedSourceResult> generated = [];
        if (CreateGenerators() is { IsEmpty: false } generators)
        {
            var options = project.AnalyzerOptions;
            var driver = CSharpGeneratorDriver
                .Create(generators, options.AdditionalFiles, (CSharpParseOptions)project.ParseOptions!, options.AnalyzerConfigOptionsProvider)
                .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out generatorDiagnostics, ct);
            generated = [.. driver.GetRunResult().Results.SelectMany(r => r.GeneratedSources.IsDefault ? [] : r.GeneratedSources)];
        }

        var analyzers = CreateAnalyzers();
        var diagnostics = await DiagnosticRun.AnalyzeAsync(project, compilation, analyzers, ReportSuppressedDiagnostics, ct).ConfigureAwait(false);
        var compared = compilation.GetDiagnostics(ct).Where(IsCompared).Concat(generatorDiagnostics).Concat(diagnostics)
            .Where(d => !DisabledDiagnostics.Contains(d.Id))
            .ToImmutableArray();
        return new Analysis(state, sources, analyzers, compared, diagnostics, generated);
    }

    internal ImmutableArray<DiagnosticAnalyzer> CreateAnalyzers() => [.. GetDiagnosticAnalyzers(), .. AdditionalAnalyzers];

    internal ImmutableArray<ISourceGenerator> CreateGenerators() => [.. GetSourceGenerators().Select(GeneratorInstance.Create)];

    internal Project CreateProject(SolutionState state, IEnumerable<MarkupSource> sources, IEnumerable<AnalyzerReference> generators)
    {
        var project = TestProject.Create(
            state, sources, (CSharpParseOptions)CreateParseOptions(), (CSharpCompilationOptions)CreateCompilationOptions(), BuildProperties,
            generators, ReferenceAbstractions);
        var solution = SolutionTransforms.Aggregate(project.Solution, (current, transform) => transform(current, project.Id));
        return solution.GetProject(project.Id)!;
    }

    private IEnumerable<string> Input(Analysis analysis)
        =>
        [
            .. analysis.Analyzers.Select(a => a.GetType().Name),
            .. analysis.Sources.Select(s => s.Path + s.Text),
            .. analysis.State.AdditionalFiles.Concat(analysis.State.AnalyzerConfigFiles).Select(f => f.FileName + f.Content),
            .. BuildProperties.Select(p => p.Key + p.Value),
            $"{analysis.State.OutputKind} {analysis.State.AdditionalReferences.Count} {ReferenceAbstractions}",
        ];

    private string DefaultDiagnosticId() => GetDefaultDiagnostic([.. CreateAnalyzers()])?.Id
        ?? throw new InvalidOperationException("The analyzer under test has more than one rule: mark by id, {|ID:…|}, and not by [|…|].");

    private bool IsCompared(Diagnostic diagnostic) => CompilerDiagnostics switch
    {
        CompilerDiagnostics.None => false,
        CompilerDiagnostics.Errors => diagnostic.Severity == DiagnosticSeverity.Error,
        CompilerDiagnostics.Warnings => diagnostic.Severity >= DiagnosticSeverity.Warning,
        CompilerDiagnostics.Suggestions => diagnostic.Severity >= DiagnosticSeverity.Info,
        _ => true,
    };
}

/// <summary>What one run found.</summary>
/// <param name="Diagnostics">Those that are compared, the compiler's and the generators' among them.</param>
/// <param name="Said">All of the analyzers.</param>
internal sealed record Analysis(
    SolutionState State,
    ImmutableArray<MarkupSource> Sources,
    ImmutableArray<DiagnosticAnalyzer> Analyzers,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<Diagnostic> Said,
    ImmutableArray<GeneratedSourceResult> Generated)
{
    /// <summary>Those of the analyzers under test, without the compiler's and the generators' own.</summary>
    public IEnumerable<Diagnostic> FromAnalyzers
        => Diagnostics.Where(d => Analyzers.Any(a => a is not DiagnosticSuppressor && a.SupportedDiagnostics.Any(s => s.Id == d.Id)));
}
