using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Governance;

/// <summary>Arguments and results as JSON and back.</summary>
internal sealed class StepJson
{
    private const string UnserializableMember = "$unserializable";
    private readonly JsonSerializerOptions _options;

    private readonly Redaction _redaction;

    public StepJson(IJsonTypeInfoResolver? resolver = null, Redaction? redaction = null)
    {
        _redaction = redaction ?? Redaction.Passing();
        var hiding = new RedactingConverter(_redaction);
        _options = new JsonSerializerOptions
        {
            // Fields too: a tuple's values are fields, and leaving them out would give different tuples the same digest.
            IncludeFields = true,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            TypeInfoResolver = (resolver ?? new DefaultJsonTypeInfoResolver { Modifiers = { RefuseHiddenState } })
                .WithAddedModifier(info => RedactedMembers.Hide(info, hiding)),
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

    /// <summary>The value as JSON; where it cannot be written, a marker that says so, and why in <paramref name="problem"/>.</summary>
    public string Write<T>(T value, out string? problem)
    {
        problem = null;
        if (value is NoResult)
        {
            return "null";
        }

        try
        {
            // The declared type decides only where it declares how derived types are written; otherwise the whole object is shown.
            var type = value is null || IsPolymorphic(typeof(T)) ? typeof(T) : value.GetType();
            return CanonicalJson.Of(JsonSerializer.SerializeToElement(value, _options.GetTypeInfo(type)));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Any property getter or converter may throw anything; the record must not be lost for it.
            problem = $"a {typeof(T)} cannot be written as JSON ({e.GetType().Name}: {DisplayText.Clean(e.Message, 200)})";
            return $$"""{"{{UnserializableMember}}":{{Quote(typeof(T).ToString())}}}""";
        }
    }

    /// <summary>The digest that stands for the value; where it cannot be written, the marker that says so.</summary>
    public string WriteRedacted<T>(T value, out string? problem)
    {
        var json = Write(value, out problem);
        return problem is null ? Hide(json, out problem) : json;
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
            return $$"""{"{{UnserializableMember}}":"redacted"}""";
        }
    }

    /// <summary>Reads a value back; false where what is read is not the value that was written.</summary>
    public bool TryReadBack<T>(string json, [MaybeNull] out T value)
    {
        value = default;
        if (typeof(T) == typeof(NoResult))
        {
            return true;
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

    // A class whose values nobody can see would be written as {} for every value: one approval would cover them all.
    private static void RefuseHiddenState(JsonTypeInfo info)
    {
        if (info.Kind == JsonTypeInfoKind.Object && info.Properties.Count == 0 && info.Type != typeof(object) && !info.Type.IsInterface
            && info.Type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Length > 0)
        {
            throw new NotSupportedException($"{info.Type} has values but no public member that shows them");
        }
    }
}
