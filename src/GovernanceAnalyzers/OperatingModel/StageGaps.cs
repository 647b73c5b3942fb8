using System.Runtime.CompilerServices;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Generation.Reading;
using GovernanceAnalyzers.Stages;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.OperatingModel;

/// <summary>What a workflow or a step lacks in the declared stage, as the compiler sees it: the table is <see cref="StageRequirements"/>.</summary>
internal static class StageGaps
{
    private static readonly ConditionalWeakTable<INamedTypeSymbol, DeclaredWorkflow> s_read = new();

    /// <summary>What the workflow lacks that this rule reports.</summary>
    public static IEnumerable<(StageRequirement Requirement, string Missing)> Of(Workflow workflow, GovernanceSymbols symbols, string rule)
        => StageRequirements.MissingOf(Read(workflow, symbols)).Where(gap => gap.Requirement.Rule == rule);

    /// <summary>What the step lacks that this rule reports.</summary>
    public static IEnumerable<string> Of(Step step, string rule)
        => step.Workflow is null
            ? []
            : StageRequirements.MissingOf(Read(step.Workflow, step.Symbols), StepModelReader.Declared(step))
                .Where(gap => gap.Requirement.Rule == rule).Select(gap => gap.Missing);

    /// <summary>Once for all steps of a workflow. The type is one of its compilation, so that what is read is of that compilation, too.</summary>
    private static DeclaredWorkflow Read(Workflow workflow, GovernanceSymbols symbols)
        => s_read.GetValue(workflow.Type, _ => DeclarationReader.Workflow(workflow, symbols));
}
