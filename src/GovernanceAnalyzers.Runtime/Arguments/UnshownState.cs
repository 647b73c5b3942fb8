using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Governance;

/// <summary>
/// Finds what JSON would silently leave out of a value. A person approves what is shown, so writing such a value fails, and
/// <see cref="MemberwiseJson"/> then shows more or says what is missing.
/// </summary>
internal static class UnshownState
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<MemberInfo>> s_leftOut = new();

    public static void Refuse(JsonTypeInfo info)
    {
        if (info.Kind == JsonTypeInfoKind.None)
        {
            return;
        }

        if (info.PolymorphismOptions is { } polymorphism)
        {
            // A type that is not on the list would be written as its base.
            polymorphism.UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization;
        }

        var before = info.OnSerializing;
        info.OnSerializing = value =>
        {
            before?.Invoke(value);
            if (info.Kind == JsonTypeInfoKind.Object && info.PolymorphismOptions is null && value.GetType() != info.Type)
            {
                throw new UnshownStateException($"a {value.GetType()} has more to show than {info.Type}");
            }

            if (Of(info, value) is { } why)
            {
                throw new UnshownStateException(why);
            }

            if (LeftOut(value).FirstOrDefault() is { } member)
            {
                throw new UnshownStateException(LeftOutOfJson(member));
            }
        };
    }

    /// <summary>Why JSON cannot stand for values of a type; null where it can.</summary>
    public static string? Of(JsonTypeInfo info, object value)
    {
        var type = value.GetType();
        if (info.Kind != JsonTypeInfoKind.Object)
        {
            var own = type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .FirstOrDefault(p => !IsFrameworks(p.DeclaringType) && p.GetIndexParameters().Length == 0 && IsStored(p));
            return own is null ? null : $"it is a collection, of which JSON shows the items and not its '{own.Name}'";
        }

        // Every value of such a type would be written as the same {}: one approval would cover them all.
        if (info.Properties.All(p => p.Get is null) && Fields(type).Length > 0 && !LeftOutMembers(type).Any())
        {
            return "it has values but no public member that shows them";
        }

        for (var current = type; current is not null && type is { IsValueType: false }; current = current.BaseType)
        {
            if (IsFrameworks(current) && value is not ITuple && Fields(current).Length > 0)
            {
                return $"a {current.Name} is no data";
            }
        }

        return null;
    }

    /// <summary>The members that are kept out of JSON and have a value. One that is computed from others hides nothing.</summary>
    public static IEnumerable<MemberInfo> LeftOut(object value) => LeftOutMembers(value.GetType()).Where(member =>
    {
        var type = TypeOf(member);
        var held = member is PropertyInfo property
            ? property.GetValue(value, BindingFlags.DoNotWrapExceptions, null, null, null)
            : ((FieldInfo)member).GetValue(value);
        return held is not null && !(type.IsValueType && Nullable.GetUnderlyingType(type) is null && held.Equals(RuntimeHelpers.GetUninitializedObject(type)));
    });

    public static Type TypeOf(MemberInfo member) => member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;

    public static string LeftOutOfJson(MemberInfo member) => $"'{member.Name}' has a value and is kept out of JSON by [JsonIgnore]";

    private static IReadOnlyList<MemberInfo> LeftOutMembers(Type type) => s_leftOut.GetOrAdd(type, static t =>
    [
        .. t.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => IsIgnored(p) && p.GetMethod is not null && IsStored(p)),
        .. t.GetFields(BindingFlags.Instance | BindingFlags.Public).Where(IsIgnored),
    ]);

    private static bool IsIgnored(MemberInfo member)
        => member.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.Always or JsonIgnoreCondition.WhenWriting };

    private static bool IsStored(PropertyInfo property) => property.SetMethod is not null
        || property.DeclaringType?.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    private static bool IsFrameworks(Type? type)
        => type?.Namespace is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal));

    private static FieldInfo[] Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
}

/// <summary>JSON would show less than there is.</summary>
internal sealed class UnshownStateException(string message) : Exception(message);
