using System.Collections.Concurrent;
using Xunit.Sdk;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Runs analyzers over a compilation, as the compiler would.</summary>
internal static class DiagnosticRun
{
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(
        Project project, Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, bool reportSuppressed, CancellationToken ct)
    {
        var crashes = new ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions, (exception, _, _) => crashes.Enqueue(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: reportSuppressed);
        var diagnostics = await EnableAll(compilation, analyzers).WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync(ct).ConfigureAwait(false);
        return crashes.TryPeek(out var crash)
            ? throw new XunitException($"An analyzer threw: {crash}")
            : [.. diagnostics.Where(d => reportSuppressed || !d.IsSuppressed)];
    }

    // A rule that is off by default is under test here, so it is on.
    private static Compilation EnableAll(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var off = analyzers.SelectMany(a => a.SupportedDiagnostics)
            .Where(d => !d.IsEnabledByDefault && !compilation.Options.SpecificDiagnosticOptions.ContainsKey(d.Id))
            .DistinctBy(d => d.Id)
            .Select(d => KeyValuePair.Create(d.Id, d.DefaultSeverity switch
            {
                DiagnosticSeverity.Error => ReportDiagnostic.Error,
                DiagnosticSeverity.Warning => ReportDiagnostic.Warn,
                DiagnosticSeverity.Info => ReportDiagnostic.Info,
                _ => ReportDiagnostic.Hidden,
            }))
            .ToArray();
        return off.Length == 0
            ? compilation
            : compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(compilation.Options.SpecificDiagnosticOptions.Concat(off)));
    }
}

/// <summary>Makes a generator from its type.</summary>
internal static class GeneratorInstance
{
    public static ISourceGenerator Create(Type type) => Activator.CreateInstance(type, nonPublic: true) switch
    {
        IIncrementalGenerator incremental => incremental.AsSourceGenerator(),
        ISourceGenerator classic => classic,
        _ => throw new ArgumentException($"{type} is not a source generator.", nameof(type)),
    };
}
