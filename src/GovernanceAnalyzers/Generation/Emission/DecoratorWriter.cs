using GovernanceAnalyzers.Generation.Models;
using GovernanceAnalyzers.Generation.Reading;

namespace GovernanceAnalyzers.Generation.Emission;

/// <summary>
/// Writes the class that stands before whoever implements an interface with steps. Every member is implemented explicitly, so that no two meet and
/// nothing of the class's own gets in their way.
/// </summary>
internal static class DecoratorWriter
{
    public static string Write(DecoratorModel decorator, IReadOnlyList<StepModel> steps)
    {
        var type = decorator.Type;
        var writer = new SourceWriter().Line();
        if (type.Namespace is { } space)
        {
            writer.Open($"namespace {space}");
        }

        foreach (var part in type.Parts)
        {
            writer.Open(part);
        }

        writer.Line("/// <summary>Holds whoever implements the interface to the steps that are declared there.</summary>")
              .Line(GeneratedCode.Attribute).Line(decorator.Header);
        foreach (var constraint in decorator.Constraints)
        {
            writer.Indented(constraint);
        }

        writer.Open();
        WriteFields(writer, decorator);
        foreach (var step in steps)
        {
            PlumbingWriter.WriteStep(writer.Line(), step);
        }

        foreach (var member in decorator.Members)
        {
            WriteMember(writer.Line(), member);
        }

        EntriesWriter.Write(writer, type, steps);
        return writer.CloseAll().ToString();
    }

    private static void WriteFields(SourceWriter writer, DecoratorModel decorator)
    {
        const string Governor = "global::Governance.IStepGovernor";
        var contract = decorator.Type.Name;
        writer.Line($"private readonly {contract} {DecoratorReader.InnerField};").Line($"private readonly {Governor} {DecoratorReader.GovernorField};");
        foreach (var inherited in decorator.Inherited)
        {
            writer.Line($"private readonly {inherited.Contract} {inherited.Field};");
        }

        writer.Line()
              .Line("/// <summary>Puts the steps' controls round an implementation.</summary>")
              .Line("/// <param name=\"inner\">The implementation.</param>")
              .Line("/// <param name=\"governor\">Records the steps and asks people.</param>")
              .Open($"public {decorator.Name}({contract} inner, {Governor} governor)")
              .Line($"this.{DecoratorReader.InnerField} = inner ?? throw new global::System.ArgumentNullException(\"inner\");")
              .Line($"this.{DecoratorReader.GovernorField} = governor ?? throw new global::System.ArgumentNullException(\"governor\");");
        foreach (var inherited in decorator.Inherited)
        {
            writer.Line($"this.{inherited.Field} = new {inherited.Decorator}(inner, governor);");
        }

        writer.Close();
    }

    private static void WriteMember(SourceWriter writer, ForwardedModel member)
    {
        if (member.IsObsolete)
        {
            writer.Line("[global::System.Obsolete]");
        }

        writer.Line(member.Declaration);
        foreach (var constraint in member.Constraints)
        {
            writer.Indented(constraint);
        }

        if (member.Body is { } body)
        {
            writer.Indented(body);
            return;
        }

        writer.Open();
        foreach (var accessor in member.Accessors)
        {
            writer.Line(accessor);
        }

        writer.Close();
    }
}
