using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace Governance;

/// <summary>
/// The members of a type that are marked <see cref="RedactedAttribute"/>: by themselves, by what they override, or by a constructor parameter of
/// their name, which is where a record's property is written.
/// </summary>
internal static class RedactedMembers
{
    private static readonly ConcurrentDictionary<Type, HashSet<string>> s_names = new();

    /// <summary>Makes every marked member of the type be written as a digest.</summary>
    /// <exception cref="NotSupportedException">It cannot be told how a marked member is written.</exception>
    public static void Hide(JsonTypeInfo info, RedactingConverter converter)
    {
        var names = s_names.GetOrAdd(info.Type, Of);
        if (names.Count == 0 || info.Kind is JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary)
        {
            return;
        }

        if (info.Kind != JsonTypeInfoKind.Object)
        {
            throw new NotSupportedException($"{info.Type} has redacted members, and a converter of its own that knows nothing of them");
        }

        foreach (var property in info.Properties)
        {
            if (property.AttributeProvider is not MemberInfo member)
            {
                throw new NotSupportedException($"{info.Type} has redacted members, and its JsonTypeInfoResolver does not say which is '{property.Name}'");
            }

            if (names.Contains(member.Name))
            {
                property.CustomConverter = converter;
            }
        }
    }

    private static HashSet<string> Of(Type type)
    {
        const BindingFlags members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            var marked = current.GetConstructors(members).SelectMany(c => c.GetParameters())
                .Where(p => p.IsDefined(typeof(RedactedAttribute), inherit: true)).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
            names.UnionWith(current.GetMembers(members | BindingFlags.DeclaredOnly)
                .Where(m => m is PropertyInfo or FieldInfo && (Attribute.IsDefined(m, typeof(RedactedAttribute), inherit: true) || marked.Contains(m.Name)))
                .Select(m => m.Name));
        }

        return names;
    }
}
