using System.Runtime.InteropServices;

namespace GovernanceAnalyzers.Catalogue.Conditions;

/// <summary>
/// Whether a condition of an attribute's line is shown to hold of a method that carries it. It looks at the attribute's arguments by their names, and
/// <c>name</c> is the function that is meant: of a native import its entry point, which need not be called as the method is.
/// </summary>
internal static class MarkReading
{
    private const string Name = "name";
    private const string EntryPoint = nameof(DllImportAttribute.EntryPoint);

    public static bool Shows(CallCondition condition, AttributeData? mark, IMethodSymbol marked)
        => condition.Parts.All(p => p.Property is null && p.Element is null && Of(p.Parameter, mark, marked) is { } value
            && p.Values.Any(wanted => wanted.Holds(new KnownValue(value, null, null))));

    private static object? Of(string subject, AttributeData? mark, IMethodSymbol marked)
        => subject == Name ? Of(EntryPoint, mark, marked) ?? marked.Name
         : mark is null ? OfImport(subject, marked.GetDllImportData())
         : mark.AttributeConstructor?.Parameters.FirstOrDefault(p => p.Name == subject) is { } parameter && parameter.Ordinal < mark.ConstructorArguments.Length
            ? mark.ConstructorArguments[parameter.Ordinal] is { Kind: not TypedConstantKind.Array, Value: var value } ? value : null
         : mark.Named(subject);

    /// <summary>In an assembly an import is no attribute any more.</summary>
    private static object? OfImport(string subject, DllImportData? import) => subject switch
    {
        "dllName" => import?.ModuleName,
        EntryPoint => import?.EntryPointName,
        _ => null,
    };
}
