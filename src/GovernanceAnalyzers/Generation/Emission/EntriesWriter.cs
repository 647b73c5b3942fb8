using GovernanceAnalyzers.Generation.Models;
using GovernanceAnalyzers.Generation.Reading;

namespace GovernanceAnalyzers.Generation.Emission;

/// <summary>
/// Writes a type's entries of the step table. They stand inside the type, because a rollback handler is private; the table only collects
/// them.
/// </summary>
internal static class EntriesWriter
{
    private const string Entry = "global::Governance.StepTableEntry";

    public static void Write(SourceWriter writer, TypeModel type, IEnumerable<StepModel> steps)
    {
        var withEntry = steps.Where(s => s.Plumbing?.Entry is not null).ToList();
        if (type.EntriesClass is null || withEntry.Count == 0)
        {
            return;
        }

        writer.Line().Line(GeneratedCode.Attribute).Line(GeneratedCode.Hidden).Open($"internal static class {type.EntriesClass}");
        foreach (var step in withEntry)
        {
            WriteEntry(writer, type, step, step.Plumbing!);
        }

        writer.Close();
    }

    private static void WriteEntry(SourceWriter writer, TypeModel type, StepModel step, PlumbingModel plumbing)
    {
        // A decorator's members are called as the interface's, and its handler past it: the order to undo is the confirmation.
        var service = $"global::Governance.StepGovernorExtensions.RequireStepService<{type.Bearer}>(services)";
        var target = plumbing.Instance is null ? type.Name : type.Decorator is null ? service : $"(({type.Name}){service})";
        var undone = type.Decorator is null ? target : $"{service}.{DecoratorReader.InnerField}";
        writer.Open($"internal static readonly {Entry} {plumbing.Entry} = new {Entry}")
              .Line($"Step = {plumbing.Holder}.{plumbing.Plan}.Step,");
        // Nobody would read the stream that a host takes up: who asked for it calls again, and finds the decision.
        if (plumbing.Item is null && plumbing.Parameters.All(p => p.FromHost is not null))
        {
            writer.Line($"Resume = static (services, arguments, cancellationToken) => {target}.{step.Method!.Name}"
                      + $"({string.Join(", ", plumbing.Parameters.Select(p => p.FromHost))}){(plumbing.ReturnsValueTask ? ".AsTask()" : "")},");
        }

        if (plumbing.Rollback is { } rollback && Arguments(rollback, plumbing) is { } arguments)
        {
            writer.Line($"Rollback = static (services, arguments, run, cancellationToken) => {undone}.{rollback.Method}({arguments})"
                      + $"{(rollback.ReturnsValueTask ? ".AsTask()" : "")},");
        }

        writer.Close(";");
    }

    /// <summary>Null where the handler takes a service that no container gives, or an argument that is on no record.</summary>
    private static string? Arguments(CallModel rollback, PlumbingModel plumbing)
    {
        var expressions = rollback.Arguments.Select(argument => argument.What switch
        {
            Passed.Run => "run",
            Passed.Token => "cancellationToken",
            Passed.Parameter => plumbing.Parameters.First(p => p.Name == argument.Name).FromHost,
            _ => $"arguments.Has({Entry}.ResultName) ? arguments.Read<{argument.Type}>({Entry}.ResultName) : default({argument.Type})!",
        }).ToList();
        return expressions.Contains(null) ? null : string.Join(", ", expressions);
    }
}
