using System.Globalization;

namespace Governance;

/// <summary>Takes the values of the key's and the question's placeholders, raw for the key and safe to read for the question.</summary>
internal sealed class PlaceholderCollector(StepJson json) : IArgumentWriter
{
    private readonly Dictionary<string, (string Raw, string Shown)> _values = new(StringComparer.Ordinal);

    public string? Raw(string placeholder) => _values.TryGetValue(placeholder, out var value) ? value.Raw : null;

    public string? Shown(string placeholder) => _values.TryGetValue(placeholder, out var value) ? value.Shown : null;

    public void Write<T>(string name, T value) => _values[name] = value switch
    {
        null => ("", "(none)"),
        bool truth => truth ? ("true", "true") : ("false", "false"),
        byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal => Plain((IFormattable)value),
        string text => (text, DisplayText.Quote(text)),
        DateTime or DateTimeOffset => Quoted(((IFormattable)value).ToString("O", CultureInfo.InvariantCulture)),
        Enum or char or Uri => Quoted(value.ToString()!),
        IFormattable formattable => Quoted(formattable.ToString(null, CultureInfo.InvariantCulture)),
        _ => Quoted(json.Write(value, out _)),
    };

    // The compiler lets no placeholder lead here (GVN1020); should one come all the same, it is a digest.
    public void WriteRedacted<T>(string name, T value) => _values[name] = Quoted(json.WriteRedacted(value, out _));

    private static (string Raw, string Shown) Plain(IFormattable number)
    {
        var text = number.ToString(null, CultureInfo.InvariantCulture);
        return (text, text);
    }

    private static (string Raw, string Shown) Quoted(string text) => (text, DisplayText.Quote(text));
}
