using System.Text.Json;

namespace Governance;

/// <summary>Gives recorded arguments, and a recorded result, back.</summary>
internal sealed class RecordedArguments : IArgumentReader
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly StepJson _json;

    public RecordedArguments(StepJson json, string input, string? output)
    {
        _json = json;
        using var document = JsonDocument.Parse(input);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            _values[member.Name] = member.Value.GetRawText();
        }

        if (output is not null)
        {
            _values[StepTableEntry.ResultName] = output;
        }
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public T Read<T>(string name)
        => _json.TryReadBack<T>(_values[name], out var value)
            ? value!
            : throw new InvalidOperationException($"The recorded '{name}' cannot be read back as a {typeof(T)}.");
}
