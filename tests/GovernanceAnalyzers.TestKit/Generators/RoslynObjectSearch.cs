using System.Collections;
using System.Reflection;

namespace GovernanceAnalyzers.TestKit;

/// <summary>Looks for Roslyn objects in a pipeline value: they are never equal between runs and keep old compilations alive.</summary>
public static class RoslynObjectSearch
{
    /// <summary>The path to the first one, such as <c>.Steps[0].Symbol: SourceMethodSymbol</c>; null where there is none.</summary>
    public static string? Find(object? value) => Find(value, "", new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static string? Find(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or Type or MemberInfo or Pointer || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return null;
        }

        // "is": what exists at run time are internal classes; a comparison of exact types would never find one.
        if (value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or SyntaxToken or Location or Compilation or SemanticModel
            or AttributeData or IOperation or Diagnostic)
        {
            return $"{path}: {value.GetType().Name}";
        }

        if (value is IEnumerable items and not IDictionary && IsIterable(value))
        {
            var index = 0;
            foreach (var item in items)
            {
                if (Find(item, $"{path}[{index++}]", seen) is { } inItem)
                {
                    return inItem;
                }
            }

            return null;
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (Find(field.GetValue(value), $"{path}.{Name(field)}", seen) is { } inField)
                {
                    return inField;
                }
            }
        }

        return null;
    }

    private static bool IsIterable(object value)
        => value is Array || (value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? !(bool)type.GetProperty(nameof(ImmutableArray<int>.IsDefault))!.GetValue(value)!
            : value is IList);

    // An auto-property's field is named <Name>k__BackingField.
    private static string Name(FieldInfo field) => field.Name is ['<', .. var rest] ? rest[..rest.IndexOf('>')] : field.Name;
}
