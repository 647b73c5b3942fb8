using System.Linq;
using System.Reflection.Metadata;

namespace GovernanceAnalyzers.Inspection.Metadata;

/// <summary>What is written in one attribute. Absent is absent, never a default; white space alone counts as absent, as it does for the compiler's side.</summary>
internal sealed class AttributeValues
{
    private readonly CustomAttributeValue<string> _value;

    public AttributeValues(CustomAttribute attribute) => _value = attribute.DecodeValue(AttributeTypes.Instance);

    public object? Positional(int index) => _value.FixedArguments.Length > index ? _value.FixedArguments[index].Value : null;

    public object? Named(string name) => _value.NamedArguments.Where(a => a.Name == name).Select(a => a.Value).FirstOrDefault();

    public string? NamedText(string name) => Named(name) is string text && text.Trim().Length > 0 ? text : null;

    /// <summary>A number; an absent one is NaN in our attributes, never 0.</summary>
    public static double? Number(object? value) => value is double number && !double.IsNaN(number) ? number : null;

    /// <summary>The attributes here take strings, numbers, types and our own enums; every enum of ours is an int.</summary>
    private sealed class AttributeTypes : ICustomAttributeTypeProvider<string>
    {
        public static readonly AttributeTypes Instance = new();

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSystemType() => "System.Type";

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => TypeNames.Of(reader, handle).FullName;

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => TypeNames.Of(reader, handle).FullName;

        public string GetTypeFromSerializedName(string name) => name;

        public PrimitiveTypeCode GetUnderlyingEnumType(string type) => PrimitiveTypeCode.Int32;

        public bool IsSystemType(string type) => type == "System.Type";
    }
}
