using GovernanceAnalyzers.Generation.Models;

namespace GovernanceAnalyzers.Generation.Emission;

/// <summary>Writes the assembly's step table, through which any host takes up what another left behind.</summary>
internal static class StepTableWriter
{
    /// <summary>An entry of the table: its id, and the expression that reaches it.</summary>
    public static IEnumerable<string> Entries(IEnumerable<StepModel> steps)
        => steps.Where(step => step is { Plumbing.Entry: not null, Type.EntriesClass: not null })
            .OrderBy(step => step.Declared.Id, StringComparer.Ordinal).ThenBy(step => step.Declared.Member, StringComparer.Ordinal)
            .Select(step => $"{step.Type.Bearer}.{step.Type.EntriesClass}.{step.Plumbing!.Entry}");

    /// <summary>What stands before which interface: the arguments of an item of the table.</summary>
    public static IEnumerable<string> Decorators(IEnumerable<DecoratorModel> decorators)
        => decorators.OrderBy(decorator => decorator.Type.Id, StringComparer.Ordinal).Select(decorator => decorator.TableItem).OfType<string>();

    public static string Write(IReadOnlyCollection<string> entries, IReadOnlyCollection<string> decorators)
    {
        var writer = new SourceWriter().Line()
            .Line("[assembly: global::Governance.StepTable(typeof(global::Governance.Generated.StepTable))]").Line()
            .Open("namespace Governance.Generated")
            .Line(GeneratedCode.Attribute).Line(GeneratedCode.Hidden)
            .Open($"internal sealed class StepTable : global::Governance.IStepTable{(decorators.Count > 0 ? ", global::Governance.IDecoratorTable" : "")}");
        WriteList(writer, "StepTableEntry", "Entries", entries);
        if (decorators.Count > 0)
        {
            WriteList(writer.Line(), "StepDecorator", "Decorators", decorators.Select(item => $"new global::Governance.StepDecorator({item})"));
        }

        return writer.CloseAll().ToString();
    }

    private static void WriteList(SourceWriter writer, string type, string name, IEnumerable<string> items)
    {
        writer.Line($"public global::System.Collections.Generic.IReadOnlyList<global::Governance.{type}> {name} {{ get; }} =")
              .Indented($"new global::Governance.{type}[]").Open();
        foreach (var item in items)
        {
            writer.Line(item + ",");
        }

        writer.Close(";");
    }
}
