using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Governance;

/// <summary>Arguments and results as JSON and back.</summary>
internal sealed class StepJson
{
    public const int DefaultLongestValue = 8 * 1024 * 1024;

    // Below what reading back allows, for a value stands inside the object of all arguments.
    private const int Deepest = 60;
    private const string RedactedMarker = """{"$unserializable":"redacted"}""";
    private readonly JsonSerializerOptions _options;
    private readonly Redaction _redaction;
    private readonly int _longest;

    public StepJson(IJsonTypeInfoResolver? resolver = null, Redaction? redaction = null, int longestValue = DefaultLongestValue)
    {
        _longest = longestValue;
        _redaction = redaction ?? Redaction.Passing();
        var hiding = new RedactingConverter(_redaction);
        _options = new JsonSerializerOptions
        {
            // Fields too: a tuple's values are fields, and leaving them out would give different tuples the same digest.
            IncludeFields = true,
            MaxDepth = Deepest,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            TypeInfoResolver = (resolver ?? new DefaultJsonTypeInfoResolver())
                .WithAddedModifier(info => RedactedMembers.Hide(info, hiding)).WithAddedModifier(UnshownState.Refuse),
        };
        foreach (var converter in SecretConverters.All(_redaction))
        {
            _options.Converters.Add(converter);
        }

        if (resolver is null)
        {
            _options.Converters.Add(new JsonStringEnumConverter());
        }
    }

    /// <summary>
    /// The value as JSON. What cannot be written is a marker in its place; <paramref name="problem"/> says which members those are, and why.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="problem">Null where the JSON shows everything.</param>
    /// <param name="name">What the value is called in <paramref name="problem"/>.</param>
    public string Write<T>(T value, out string? problem, string name = "result")
    {
        problem = null;
        switch (value)
        {
            case NoResult:
                return "null";
            case StreamedItems items:
                return string.Create(CultureInfo.InvariantCulture, $$"""{"items":{{items.Count}}}""");
        }

        try
        {
            // The declared type decides only where it declares how derived types are written; otherwise the whole object is shown.
            var type = value is null || IsPolymorphic(typeof(T)) ? typeof(T) : value.GetType();
            return BoundedJson.Write(_longest, writer => JsonSerializer.Serialize(writer, value, _options.GetTypeInfo(type)));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Any property getter or converter may throw anything, and a derived type may have more to show; the record must not be lost for it.
            return new MemberwiseJson(_options, Deepest, _longest).Write(value, typeof(T), name, out problem);
        }
    }

    /// <summary>The digest that stands for the value; where it cannot be written whole, a marker that shows nothing of it.</summary>
    public string WriteRedacted<T>(T value, out string? problem, string name = "result")
    {
        var json = Write(value, out var unwritten, name);
        if (unwritten is not null)
        {
            problem = $"{name}: it is redacted, and cannot be written whole";
            return RedactedMarker;
        }

        var digest = Hide(json, out var failure);
        problem = failure is null ? null : $"{name}: {failure}";
        return digest;
    }

    /// <summary>The digest that stands for a value that is JSON already.</summary>
    public string Hide(string json, out string? problem)
    {
        try
        {
            problem = null;
            return _redaction.Hide(json);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            problem = $"it cannot be redacted ({e.GetType().Name}: {DisplayText.Clean(e.Message, 200)})";
            return RedactedMarker;
        }
    }

    /// <summary>Reads a value back; false where what is read is not the value that was written.</summary>
    public bool TryReadBack<T>(string json, [MaybeNull] out T value)
    {
        value = default;
        if (typeof(T) == typeof(NoResult) || typeof(T) == typeof(StreamedItems))
        {
            return typeof(T) == typeof(NoResult);
        }

        try
        {
            value = Read<T>(json);
            return Write(value, out var problem) == json && problem is null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return false;
        }
    }

    public static string Quote(string text) => "\"" + CanonicalJson.Writing.Encoder!.Encode(text) + "\"";

    public T? Read<T>(string json) => (T?)JsonSerializer.Deserialize(json, _options.GetTypeInfo(typeof(T)));

    private bool IsPolymorphic(Type type) => _options.GetTypeInfo(type).PolymorphismOptions is not null;
}
