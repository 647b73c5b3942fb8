using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Governance;

/// <summary>
/// Writes a value member by member, where the serializer cannot write it whole: each member with its own type, however it was declared, and a
/// marker in the place of each that cannot be shown.
/// </summary>
internal sealed class MemberwiseJson(JsonSerializerOptions options, int deepest, int longest)
{
    private const string Marker = "$unserializable";
    private const int MostProblems = 5;
    private readonly List<string> _problems = [];
    private readonly HashSet<object> _around = new(ReferenceEqualityComparer.Instance);
    private int _more;

    public string Write(object? value, Type declared, string name, out string? problem)
    {
        try
        {
            var json = BoundedJson.Write(longest, writer => Value(writer, value, Declared(declared), name));
            problem = Problem();
            return json;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            problem = $"{name} ({TypeName(value?.GetType() ?? declared)}): {Why(e)}";
            return $$"""{"{{Marker}}":{{StepJson.Quote(TypeName(value?.GetType() ?? declared))}},"why":{{StepJson.Quote(Why(e))}}}""";
        }
    }

    private void Value(Utf8JsonWriter writer, object? value, JsonTypeInfo? declared, string path)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        if (writer.CurrentDepth >= deepest)
        {
            Leave(writer, value.GetType(), path, $"it is nested deeper than {deepest} levels");
            return;
        }

        var info = Try(writer, value, path, () => options.GetTypeInfo(value.GetType()));
        if (info is null)
        {
            return;
        }

        if (info.Kind == JsonTypeInfoKind.None)
        {
            Whole(writer, value, info, path);
        }
        else if (UnshownState.Of(info, value) is { } why)
        {
            Leave(writer, value.GetType(), path, why);
        }
        else if (!value.GetType().IsValueType && !_around.Add(value))
        {
            Leave(writer, value.GetType(), path, "it leads back to itself");
        }
        else
        {
            Parts(writer, value, info, declared, path);
            _around.Remove(value);
        }
    }

    private void Parts(Utf8JsonWriter writer, object value, JsonTypeInfo info, JsonTypeInfo? declared, string path)
    {
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object:
                Members(writer, value, info, declared, path);
                break;
            case JsonTypeInfoKind.Dictionary when value is IDictionary entries:
                Entries(writer, entries, Declared(info.ElementType), path);
                break;
            case JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary when value is IEnumerable items:
                Items(writer, items, Declared(info.ElementType), path);
                break;
            default:
                Leave(writer, value.GetType(), path, "it can be read only by who waits for it");
                break;
        }
    }

    private void Members(Utf8JsonWriter writer, object value, JsonTypeInfo info, JsonTypeInfo? declared, string path)
    {
        writer.WriteStartObject();
        if (declared?.PolymorphismOptions is { } polymorphism
            && polymorphism.DerivedTypes.FirstOrDefault(d => d.DerivedType == value.GetType()).TypeDiscriminator is { } listed)
        {
            writer.WritePropertyName(polymorphism.TypeDiscriminatorPropertyName);
            JsonSerializer.Serialize(writer, listed, listed.GetType());
        }

        foreach (var member in info.Properties.Where(p => p.Get is not null))
        {
            Member(writer, value, member, $"{path}.{member.Name}");
        }

        foreach (var member in UnshownState.LeftOut(value))
        {
            writer.WritePropertyName(member.Name);
            Leave(writer, UnshownState.TypeOf(member), $"{path}.{member.Name}", "it is kept out of JSON by [JsonIgnore]");
        }

        writer.WriteEndObject();
    }

    private void Member(Utf8JsonWriter writer, object owner, JsonPropertyInfo member, string path)
    {
        object? value;
        try
        {
            value = member.Get!(owner);
            if (member.ShouldSerialize?.Invoke(owner, value) == false)
            {
                return;
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            writer.WritePropertyName(member.Name);
            Leave(writer, member.PropertyType, path, Why(e));
            return;
        }

        writer.WritePropertyName(member.Name);
        if (member.CustomConverter is RedactingConverter redacting)
        {
            Redacted(writer, value, member, redacting, path);
        }
        else if (value is not null && (member.CustomConverter is not null || member.NumberHandling is not null))
        {
            Whole(writer, value, Own(member), path);
        }
        else
        {
            Value(writer, value, Declared(member.PropertyType), path);
        }
    }

    /// <summary>The digest, as the serializer would write it; or nothing of the value at all.</summary>
    private void Redacted(Utf8JsonWriter writer, object? value, JsonPropertyInfo member, RedactingConverter redacting, string path)
    {
        try
        {
            writer.WriteRawValue(BoundedJson.Write(longest, w => redacting.Write(w, value, options)));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Leave(writer, member.PropertyType, path, "it is redacted, and cannot be written whole");
        }
    }

    private void Items(Utf8JsonWriter writer, IEnumerable items, JsonTypeInfo? declared, string path)
    {
        writer.WriteStartArray();
        var number = 0;
        try
        {
            foreach (var item in items)
            {
                Value(writer, item, declared, string.Create(CultureInfo.InvariantCulture, $"{path}[{number++}]"));
                writer.Flush();
            }
        }
        catch (Exception e) when (e is not (OutOfMemoryException or ValueTooLongException))
        {
            Leave(writer, items.GetType(), string.Create(CultureInfo.InvariantCulture, $"{path}[{number}]"), Why(e));
        }

        writer.WriteEndArray();
    }

    /// <summary>As members where the keys are texts; else as pairs, for a key may be anything, in the order of the keys' own JSON.</summary>
    private void Entries(Utf8JsonWriter writer, IDictionary entries, JsonTypeInfo? declared, string path)
    {
        if (Try(writer, entries, path, () => Listed(entries)) is not { } all)
        {
            return;
        }

        var asMembers = all.TrueForAll(e => e.Key is string);
        (asMembers ? (Action)writer.WriteStartObject : writer.WriteStartArray)();
        foreach (var (key, entry) in all.Select(e => (Key: e.Key as string ?? Alone(e.Key, path), Entry: e)).OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            if (asMembers)
            {
                writer.WritePropertyName(key);
                Value(writer, entry.Value, declared, $"{path}[{key}]");
                continue;
            }

            writer.WriteStartObject();
            writer.WritePropertyName("Key");
            Value(writer, entry.Key, null, $"{path}.Keys");
            writer.WritePropertyName("Value");
            Value(writer, entry.Value, declared, $"{path}[{key}]");
            writer.WriteEndObject();
        }

        (asMembers ? (Action)writer.WriteEndObject : writer.WriteEndArray)();
    }

    private static List<DictionaryEntry> Listed(IDictionary entries)
    {
        var all = new List<DictionaryEntry>();
        var enumerator = entries.GetEnumerator();
        using var disposable = enumerator as IDisposable;
        while (enumerator.MoveNext())
        {
            all.Add(enumerator.Entry);
        }

        return all;
    }

    private string Alone(object key, string path) => new MemberwiseJson(options, deepest, longest).Write(key, key.GetType(), path, out _);

    private void Whole(Utf8JsonWriter writer, object value, JsonTypeInfo info, string path)
    {
        var json = Try(writer, value, path, () => BoundedJson.Write(longest, w => JsonSerializer.Serialize(w, value, info)));
        if (json is not null)
        {
            writer.WriteRawValue(json);
        }
    }

    /// <summary>The member's own converter, as an option for its type.</summary>
    private JsonTypeInfo Own(JsonPropertyInfo member)
    {
        var own = new JsonSerializerOptions(options);
        if (member.CustomConverter is { } converter)
        {
            own.Converters.Insert(0, converter);
        }

        own.NumberHandling = member.NumberHandling ?? own.NumberHandling;
        return own.GetTypeInfo(member.PropertyType);
    }

    private JsonTypeInfo? Declared(Type? type)
    {
        try
        {
            return type is null ? null : options.GetTypeInfo(type);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    private T? Try<T>(Utf8JsonWriter writer, object value, string path, Func<T> act)
        where T : class
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Leave(writer, value.GetType(), path, Why(e));
            return null;
        }
    }

    private void Leave(Utf8JsonWriter writer, Type left, string path, string why)
    {
        var type = TypeName(left);
        writer.WriteStartObject();
        writer.WriteString(Marker, type);
        writer.WriteString("why", why);
        writer.WriteEndObject();
        if (_problems.Count < MostProblems)
        {
            _problems.Add($"{path} ({type}): {why}");
        }
        else
        {
            _more++;
        }
    }

    private string? Problem() => _problems.Count == 0
        ? null
        : string.Join("; ", _problems) + (_more > 0 ? string.Create(CultureInfo.InvariantCulture, $"; and {_more} more") : "");

    private static string Why(Exception e)
        => e is UnshownStateException or ValueTooLongException ? e.Message : $"{e.GetType().Name}: {DisplayText.Clean(e.Message, 200)}";

    private static string TypeName(Type type) => type.IsGenericType ? type.ToString() : type.Name;
}
