using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GovernanceAnalyzers.Tests.Bypass;

/// <summary>Suppresses whatever of ours the compiler offers it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EverythingSuppressor : DiagnosticSuppressor
{
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
        [.. AllRules.Rules.Select(r => new SuppressionDescriptor("SUP" + r.Id, r.Id, "An attempt."))];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            context.ReportSuppression(Suppression.Create(SupportedSuppressions.Single(s => s.SuppressedDiagnosticId == diagnostic.Id), diagnostic));
        }
    }
}
