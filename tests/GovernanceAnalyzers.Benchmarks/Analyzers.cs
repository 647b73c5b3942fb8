using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GovernanceAnalyzers.Benchmarks;

/// <summary>What is compared: all rules, and what running an analyzer at all costs.</summary>
internal static class Analyzers
{
    public static readonly ImmutableArray<DiagnosticAnalyzer> Empty = [new EmptyAnalyzer()];

    public static readonly ImmutableArray<DiagnosticAnalyzer> AllRules = ImmutableArray<DiagnosticAnalyzer>.CastUp(ShippedRules.Analyzers);
}
