using System.Reflection;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GovernanceAnalyzers.Tests;

/// <summary>Every analyzer of the shipped assembly, found as the compiler finds them.</summary>
internal static class ShippedAnalyzers
{
    public static IEnumerable<Type> Types { get; } =
        [.. Assembly.Load("GovernanceAnalyzers").GetTypes().Where(t => t.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null).OrderBy(t => t.Name, StringComparer.Ordinal)];

    public static IEnumerable<DiagnosticAnalyzer> Create() => Types.Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!);
}
