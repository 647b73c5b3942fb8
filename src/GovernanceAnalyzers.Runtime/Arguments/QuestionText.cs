using System.Globalization;
using System.Text.Json;

namespace Governance;

/// <summary>The question as the person reads it: values quoted and cleaned, and a count of what it does not show.</summary>
internal static class QuestionText
{
    public static string Of(StepDescriptor step, PlaceholderCollector values, IReadOnlyList<ConfirmationArgument> arguments)
    {
        var shown = new List<string>();
        var question = step.Question is { Length: > 0 } template
            ? TextTemplate.Expand(template, values.Shown, shown)
            : $"Run {step.Id}?";
        var unshown = Paths(arguments).Count(path => !shown.Any(s => s == path || path.StartsWith(s + ".", StringComparison.Ordinal)));
        return DisplayText.Clean(unshown == 0 ? question : string.Create(CultureInfo.InvariantCulture, $"{question} (+{unshown} more)"));
    }

    private static IEnumerable<string> Paths(IReadOnlyList<ConfirmationArgument> arguments)
    {
        foreach (var argument in arguments)
        {
            using var document = JsonDocument.Parse(argument.Json);
            foreach (var path in Leaves(argument.Name, document.RootElement))
            {
                yield return path;
            }
        }
    }

    // A list counts once: its length is seen in the arguments, which stand below the question. So does a redacted value.
    private static IEnumerable<string> Leaves(string path, JsonElement element)
        => element.ValueKind == JsonValueKind.Object && !element.TryGetProperty(Redaction.Member, out _)
            ? element.EnumerateObject().SelectMany(member => Leaves(path + "." + member.Name, member.Value))
            : [path];
}
