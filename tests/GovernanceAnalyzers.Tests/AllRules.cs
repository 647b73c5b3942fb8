using System.Collections.Immutable;
using GovernanceAnalyzers.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GovernanceAnalyzers.Tests;

/// <summary>Every rule and fix there is, found by reflection, so that a new one cannot be left out of a test over all.</summary>
internal static class AllRules
{
    public static ImmutableArray<Type> AnalyzerTypes { get; } =
        [.. typeof(GovernanceAnalyzer).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(t)).OrderBy(t => t.Name, StringComparer.Ordinal)];

    public static ImmutableArray<Type> FixTypes { get; } =
        [.. typeof(StepFix).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(t)).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>Every analyzer can report GVN9099; it is a rule of its own only once.</summary>
    public static IEnumerable<DiagnosticDescriptor> Rules { get; } =
        [.. AnalyzerTypes.SelectMany(t => Create(t).SupportedDiagnostics).DistinctBy(d => d.Id).OrderBy(d => d.Id, StringComparer.Ordinal)];

    public static DiagnosticAnalyzer Create(Type analyzer) => (DiagnosticAnalyzer)Activator.CreateInstance(analyzer)!;

    public static IEnumerable<DiagnosticDescriptor> OwnRules(Type analyzer)
        => Create(analyzer).SupportedDiagnostics.Where(d => d.Id != GovernanceRule.InternalFailure.Id);

    public static string Stem(Type type, string suffix) => type.Name.EndsWith(suffix, StringComparison.Ordinal) ? type.Name[..^suffix.Length] : type.Name;

    /// <summary>A file of the repository.</summary>
    public static string RepositoryFile(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GovernanceAnalyzers.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository."), path);
    }
}
