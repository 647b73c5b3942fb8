using System;

namespace Governance;

/// <summary>
/// Marks a step parameter, or a type wherever a step takes it, as a service: it is neither bound to the confirmation nor logged nor shown.
/// Everything else a step takes is an argument, and is on record (GVN1018 where it can be neither).
/// </summary>
/// <remarks>
/// Without the mark a cancellation token, a logger, the governor and the like are services by their type. Do not mark what decides what the step does: a
/// person would confirm a request without seeing it.
/// </remarks>
/// <example>
/// <code>
/// [GovernedWorkflow("imports", Owner = "claims-ops")]
/// public sealed partial class ImportDesk(IStepGovernor governor)
/// {
///     [WorkflowStep("import-claims", RiskTier.Low)]
///     public partial Task&lt;int&gt; ImportAsync(string folder, [StepService] TextWriter progress, CancellationToken ct = default);
///
///     private async Task&lt;int&gt; ImportCoreAsync(string folder, TextWriter progress, CancellationToken ct)
///     {
///         await progress.WriteLineAsync($"reading {folder}");
///         return folder.Length;
///     }
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Struct, Inherited = true)]
public sealed class StepServiceAttribute : Attribute
{
}
