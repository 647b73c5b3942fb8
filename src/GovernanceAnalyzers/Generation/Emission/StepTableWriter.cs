using GovernanceAnalyzers.Generation.Models;

namespace GovernanceAnalyzers.Generation.Emission;

/// <summary>Writes the assembly's step table, through which any host takes up what another left behind.</summary>
internal static class StepTableWriter
{
    /// <summary>An entry of the table: its id, and the expression that reaches it.</summary>
    public static IEnumerable<string> Entries(IEnumerable<StepModel> steps)
        => steps.Where(step => step is { Plumbing.Entry: not null, Type.EntriesClass: not null })
            .OrderBy(step => step.Declared.Id, StringComparer.Ordinal).ThenBy(step => step.Declared.Member, StringComparer.Ordinal)
            .Select(step => $"{step.Type.Name}.{step.Type.EntriesClass}.{step.Plumbing!.Entry}");

    public static string Write(IEnumerable<string> entries)
    {
        var writer = new SourceWriter().Line()
            .Line("[assembly: global::Governance.StepTable(typeof(global::Governance.Generated.StepTable))]").Line()
            .Open("namespace Governance.Generated")
            .Line(GeneratedCode.Attribute).Line(GeneratedCode.Hidden)
            .Open("internal sealed class StepTable : global::Governance.IStepTable")
            .Line("public global::System.Collections.Generic.IReadOnlyList<global::Governance.StepTableEntry> Entries { get; } =")
            .Indented("new global::Governance.StepTableEntry[]").Open();
        foreach (var entry in entries)
        {
            writer.Line(entry + ",");
        }

        return writer.Close(";").Close().Close().ToString();
    }
}
