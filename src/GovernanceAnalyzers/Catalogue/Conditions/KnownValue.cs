using System.Globalization;

namespace GovernanceAnalyzers.Catalogue.Conditions;

/// <summary>One value that an expression is known to have.</summary>
/// <param name="Constant">The constant; of a text with holes, what stands between them.</param>
/// <param name="Type">The constant's type.</param>
/// <param name="Name">For an object that its own type hands out, as <c>HttpMethod.Get</c>: the property's name; of a tool, its own.</param>
internal sealed record KnownValue(object? Constant, ITypeSymbol? Type, string? Name)
{
    public static readonly KnownValue Unset = new(null, null, null) { IsUnset = true };

    /// <summary>A name that nothing else has. As part of a text it is like any word of letters and digits.</summary>
    public static readonly KnownValue Fresh = new("0", null, null);

    /// <summary>A path of a file of the code's own, in the folder for temporary ones.</summary>
    public static readonly KnownValue Temporary = new(null, null, null) { IsTemporary = true };

    public bool IsTemporary { get; private init; }

    public bool IsNull => this is { Constant: null, Name: null, Maker: null, Composed: null, Code: null, IsUnset: false, IsTemporary: false };

    /// <summary>No value at all: a property that nothing sets.</summary>
    public bool IsUnset { get; private init; }

    /// <summary>A text of which something is not known: what stands fast in it, with <see cref="SqlText.Hole"/> for the rest. It is no constant.</summary>
    public string? Composed { get; private init; }

    /// <summary>The member of a library that has made it, where that is all that is known of the object.</summary>
    public string? Maker { get; private init; }

    /// <summary>The method or lambda that it is, or that its maker was handed.</summary>
    public IMethodSymbol? Code { get; private init; }

    public string? Text => Constant as string;

    /// <summary>A text that is put together; a constant, where nothing of it is unknown.</summary>
    public static KnownValue OfText(string text) => text.IndexOf(SqlText.Hole) < 0 ? new(text, null, null) : new(null, null, null) { Composed = text };

    /// <summary>What it is within a text.</summary>
    public string Part => Composed ?? (IsUnset || IsTemporary || Maker is not null || Code is not null ? $"{SqlText.Hole}" : Name ?? Words(Constant) ?? "");

    public static KnownValue MadeBy(IMethodSymbol member, IMethodSymbol? of = null) => new(null, null, null) { Maker = member.Name, Code = of };

    public static KnownValue Called(string tool) => new(null, null, tool);

    public static KnownValue OfCode(IMethodSymbol code) => new(null, null, null) { Code = code };

    public bool BeginsWith(string start) => (Name ?? Words(Constant)) is { } words && words.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    public bool Is(string name)
        => Field(name) is { } field ? Equals(field, Constant)
         : string.Equals(Name ?? Words(Constant), name, StringComparison.OrdinalIgnoreCase);

    public bool HasFlag(string name)
        => Field(name) is { } field && Constant is not null && Number(field) is var flag && flag != 0 && (Number(Constant) & flag) == flag;

    private object? Field(string name)
        => Type is { TypeKind: TypeKind.Enum } ? Type.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault()?.ConstantValue : null;

    private static long Number(object value) => value is ulong large ? unchecked((long)large) : Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static string? Words(object? constant) => Convert.ToString(constant, CultureInfo.InvariantCulture);
}
