using GovernanceAnalyzers.Generation.Models;
using GovernanceAnalyzers.Generation.Reading;

namespace GovernanceAnalyzers.Generation.Emission;

/// <summary>Writes one workflow type's file: the implementing parts, their static plans and the type's entries of the step table.</summary>
internal static class PlumbingWriter
{
    public const string NoResult = "global::Governance.NoResult";
    private const string Tasks = "global::System.Threading.Tasks";

    public static string Write(TypeModel type, IEnumerable<StepModel> steps)
    {
        var writer = new SourceWriter().Line();
        if (type.Namespace is { } space)
        {
            writer.Open($"namespace {space}");
        }

        foreach (var part in type.Parts)
        {
            writer.Open(part);
        }

        var first = true;
        foreach (var step in steps)
        {
            if (!first)
            {
                writer.Line();
            }

            first = false;
            WriteStep(writer, step);
        }

        EntriesWriter.Write(writer, type, steps);
        return writer.CloseAll().ToString();
    }

    /// <summary>The implementing part, or the decorator's member, and the class that holds its plan.</summary>
    public static void WriteStep(SourceWriter writer, StepModel step)
    {
        var method = step.Method!;
        var plumbing = step.Plumbing;
        if (!method.IsMarked)
        {
            writer.Line(GeneratedCode.Attribute);
        }

        var isIterator = plumbing is { Item: not null, ReadersToken: not null };
        var kind = method.Contract is null ? "partial " : "";
        var contract = method.Contract is null ? "" : method.Contract + ".";
        writer.Line($"{method.Modifiers}{(isIterator ? "async " : "")}{kind}{method.Returns} {contract}{method.Name}{method.TypeParameters}"
                  + $"({string.Join(", ", method.Parameters)})");
        foreach (var constraint in method.Constraints)
        {
            writer.Indented(constraint);
        }

        if (plumbing is null)
        {
            writer.Open();
            if (step.UnusedGovernor is { } governor)
            {
                // Or the compiler calls the primary constructor's parameter unread (CS9113), which is not what is wrong.
                writer.Line($"global::System.GC.KeepAlive({governor});");
            }

            writer.Line($"throw new global::System.InvalidOperationException({CSharpText.Literal(step.Refusal!)});").Close();
            return;
        }

        if (isIterator)
        {
            WriteIterator(writer, plumbing, method);
        }
        else
        {
            writer.Indented($"=> {Run(plumbing, method)};").Line();
        }

        HolderWriter.Write(writer, step, method, plumbing);
    }

    private static void WriteIterator(SourceWriter writer, PlumbingModel plumbing, MethodModel method)
    {
        var stream = $"{Tasks}.TaskAsyncEnumerableExtensions.WithCancellation({Run(plumbing, method)}, {plumbing.ReadersToken})";
        writer.Open()
              .Open($"await foreach (var {plumbing.ItemVariable} in {stream}.ConfigureAwait(false))")
              .Line($"yield return {plumbing.ItemVariable};").Close()
              .Close().Line();
    }

    private static string Run(PlumbingModel plumbing, MethodModel method)
    {
        var fields = HolderWriter.Fields(plumbing).Select(p => p.Identifier);
        var call = $"{plumbing.Holder}{method.TypeParameters}.{plumbing.Call}"
                 + $"({string.Join(", ", plumbing.Target is null ? fields : fields.Prepend(plumbing.Target))})";
        var token = plumbing.Parameters.FirstOrDefault(p => p.Role == Role.Token)?.Identifier ?? "default";
        if (plumbing.Item is not null)
        {
            return Extension("RunStream");
        }

        var outcome = plumbing.Result is null ? Extension("RunForOutcomeAsync") : $"{plumbing.Governor}.RunAsync({call}, {token})";
        var value = Extension("RunForValueAsync");
        return plumbing switch
        {
            { ReturnsOutcome: true, ReturnsValueTask: true, Result: null } => $"new {Tasks}.ValueTask<global::Governance.StepOutcome>({outcome})",
            { ReturnsOutcome: true, ReturnsValueTask: true }
                => $"new {Tasks}.ValueTask<global::Governance.StepOutcome<{plumbing.Result}>>({outcome})",
            { ReturnsOutcome: true } => outcome,
            { ReturnsValueTask: true, Result: null } => $"new {Tasks}.ValueTask({value})",
            { ReturnsValueTask: true } => $"new {Tasks}.ValueTask<{plumbing.Result}>({value})",
            _ => value,
        };

        string Extension(string name) => $"global::Governance.StepGovernorExtensions.{name}({plumbing.Governor}, {call}, {token})";
    }
}
