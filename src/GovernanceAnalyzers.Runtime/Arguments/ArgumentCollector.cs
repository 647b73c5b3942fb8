using System.Text;

namespace Governance;

/// <summary>Takes a call's arguments as JSON, in the parameters' order.</summary>
internal sealed class ArgumentCollector(StepJson json) : IArgumentWriter
{
    private readonly List<ConfirmationArgument> _arguments = [];

    public IReadOnlyList<ConfirmationArgument> Arguments => _arguments;

    /// <summary>The members that could not be written, and why; null where all were.</summary>
    public string? Problem { get; private set; }

    public void Write<T>(string name, T value) => Take(name, json.Write(value, out var problem, name), problem);

    public void WriteRedacted<T>(string name, T value) => Take(name, json.WriteRedacted(value, out var problem, name), problem);

    /// <summary>All arguments as one JSON object.</summary>
    public static string ToJson(IEnumerable<ConfirmationArgument> arguments)
    {
        var text = new StringBuilder("{");
        foreach (var argument in arguments)
        {
            text.Append(text.Length > 1 ? "," : "").Append(StepJson.Quote(argument.Name)).Append(':').Append(argument.Json);
        }

        return text.Append('}').ToString();
    }

    private void Take(string name, string text, string? problem)
    {
        if (problem is not null)
        {
            Problem = Problem is null ? problem : $"{Problem}; {problem}";
        }

        _arguments.Add(new ConfirmationArgument(name, text));
    }
}
