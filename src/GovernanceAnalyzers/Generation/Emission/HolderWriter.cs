using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Generation.Models;
using GovernanceAnalyzers.Generation.Reading;

namespace GovernanceAnalyzers.Generation.Emission;

/// <summary>
/// Writes the class that holds a step's static plan and the struct that carries a call. Generic like the step, so each closed step has one
/// plan; its lambdas are static, so no call allocates a closure.
/// </summary>
internal static class HolderWriter
{
    public static void Write(SourceWriter writer, StepModel step, MethodModel method, PlumbingModel plumbing)
    {
        var fields = Fields(plumbing).ToList();
        writer.Line(GeneratedCode.Attribute).Line(GeneratedCode.Hidden).Line($"private static class {plumbing.Holder}{method.TypeParameters}");
        foreach (var constraint in method.HolderConstraints)
        {
            writer.Indented(constraint);
        }

        writer.Open();
        WritePlan(writer, step, plumbing, fields);
        writer.Line();
        WriteCall(writer, step.Type, plumbing, fields);
        writer.Close();
    }

    /// <summary>The parameters that a call carries; the others are the governor's to give.</summary>
    public static IEnumerable<ParameterModel> Fields(PlumbingModel plumbing) => plumbing.Parameters.Where(p => p.Role is Role.Argument or Role.Service);

    private static string CallType(PlumbingModel plumbing) => TypeOf("Call", plumbing);

    private static string TypeOf(string what, PlumbingModel plumbing) => plumbing.Item is { } item
        ? $"global::Governance.StepStream{what}<{plumbing.State}, {item}>"
        : $"global::Governance.Step{what}<{plumbing.State}, {plumbing.Result ?? PlumbingWriter.NoResult}>";

    private static void WritePlan(SourceWriter writer, StepModel step, PlumbingModel plumbing, List<ParameterModel> fields)
    {
        var type = TypeOf("Plan", plumbing);
        writer.Open($"internal static readonly {type} {plumbing.Plan} = new {type}");
        WriteDescriptor(writer, step, plumbing);
        writer.Line($"Body = {Body(plumbing)},");
        writer.Open("WriteArguments = static (state, writer) =>");
        foreach (var field in fields.Where(f => f.Role == Role.Argument))
        {
            writer.Line($"writer.{(field.IsRedacted ? "WriteRedacted" : "Write")}<{field.Type}>({CSharpText.Literal(field.Name)}, state.{field.Identifier});");
        }

        writer.Close(",");
        if (plumbing.Placeholders.Count > 0)
        {
            writer.Open("WritePlaceholders = static (state, writer) =>");
            for (var i = 0; i < plumbing.Placeholders.Count; i++)
            {
                WritePlaceholder(writer, plumbing.Placeholders[i], i);
            }

            writer.Close(",");
        }

        if (plumbing.Rollback is { } rollback)
        {
            var known = plumbing.Item is null ? "state, result, run" : "state, run";
            writer.Line($"Rollback = static ({known}, cancellationToken) => {Call(rollback, plumbing)}"
                      + $"{(rollback.ReturnsValueTask ? ".AsTask()" : "")},");
        }

        writer.Close(";");
    }

    private static void WriteDescriptor(SourceWriter writer, StepModel step, PlumbingModel plumbing)
    {
        writer.Open("Step = new global::Governance.StepDescriptor");
        foreach (var (name, value) in new[]
        {
            ("Workflow", plumbing.Workflow), ("Step", plumbing.Step), ("Owner", step.Declared.Owner), ("EscalateTo", step.Declared.EscalateTo),
            ("Rollback", step.Declared.Rollback), ("Irreversible", step.Declared.Irreversible), ("Key", step.Declared.Key),
            ("Question", step.Declared.Question), ("Digest", DeclaredManifestJson.DigestOf(step.Declared)),
        })
        {
            if (value is not null)
            {
                writer.Line($"{name} = {CSharpText.Literal(value)},");
            }
        }

        if (CanonicalJson.Number(step.Declared.MinConfidence) is { } confidence)
        {
            writer.Line($"MinConfidence = {confidence}D,");
        }

        writer.Line($"Tier = global::Governance.RiskTier.{step.Declared.Tier},").Line($"WorkflowType = typeof({step.Type.Name}),").Close(",");
    }

    private static string Body(PlumbingModel plumbing)
    {
        var call = Call(plumbing.Core, plumbing);
        if (plumbing.Core.ReturnsOutcome)
        {
            var outcome = $"(await {call}.ConfigureAwait(false))";
            return plumbing.Result is null
                ? $"static async (state, run, cancellationToken) => {{ {outcome}.ThrowIfNotCompleted(); return default; }}"
                : $"static async (state, run, cancellationToken) => {outcome}.Value";
        }

        return plumbing is { Result: null, Item: null }
            ? $"static async (state, run, cancellationToken) => {{ await {call}.ConfigureAwait(false); return default; }}"
            : $"static (state, run, cancellationToken) => {call}{(plumbing.Core.ReturnsValueTask ? ".AsTask()" : "")}";
    }

    private static string Call(CallModel call, PlumbingModel plumbing)
    {
        var target = plumbing.Instance is null ? "" : $"state.{plumbing.Instance}.";
        return $"{target}{call.Method}({string.Join(", ", call.Arguments.Select(argument => argument.What switch
        {
            Passed.Run => "run",
            Passed.Token => "cancellationToken",
            Passed.Result => "result.Value!",
            Passed.NullableResult => $"result.HasValue ? result.Value : default({argument.Type})",
            _ => $"state.{plumbing.Parameters.First(p => p.Name == argument.Name).Identifier}",
        }))})";
    }

    /// <summary>
    /// Each name on the way is looked at once; where one is null, so is the placeholder. A pattern and not <c>?.</c>, which a value of an
    /// open type parameter cannot be reached with.
    /// </summary>
    private static void WritePlaceholder(SourceWriter writer, PlaceholderModel placeholder, int number)
    {
        var text = CSharpText.Literal(placeholder.Text);
        var last = placeholder.Path.Count - 1;
        if (last == 0)
        {
            writer.Line($"writer.Write({text}, state.{placeholder.Path[0]});");
            return;
        }

        var tests = placeholder.Path.Take(last).Select((name, i) => $"{(i == 0 ? "state" : Value(i - 1))}.{name} is {{ }} {Value(i)}");
        writer.Open($"if ({string.Join(" && ", tests)})").Line($"writer.Write({text}, {Value(last - 1)}.{placeholder.Path[last]});").Close()
              .Open("else").Line($"writer.Write<object?>({text}, null);").Close();

        // Such a variable is seen in the whole block, so each placeholder has its own.
        string Value(int i) => $"value{number}_{i}";
    }

    private static void WriteCall(SourceWriter writer, TypeModel type, PlumbingModel plumbing, List<ParameterModel> fields)
    {
        var members = fields.Select(f => (f.Type, f.Identifier)).ToList();
        if (plumbing.Instance is { } instance)
        {
            members.Insert(0, (type.Name, instance));
        }

        var parameters = string.Join(", ", members.Select(m => $"{m.Type} {m.Identifier}"));
        var values = string.Join(", ", members.Select(m => $"{m.Identifier} = {m.Identifier}"));
        writer.Line($"internal static {CallType(plumbing)} {plumbing.Call}({parameters})")
            .Indented($"=> new {CallType(plumbing)}({plumbing.Plan}, new {plumbing.State} {{ {values} }});")
            .Line().Open($"internal struct {plumbing.State}");
        foreach (var (memberType, name) in members)
        {
            writer.Line($"internal {memberType} {name};");
        }

        writer.Close();
    }
}
