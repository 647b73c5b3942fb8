using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Metadata;
using System.Text;

namespace GovernanceAnalyzers.Inspection.Metadata;

/// <summary>Turns signatures into the text of documentation ids, as the C# compiler writes them.</summary>
internal sealed class SignatureText : ISignatureTypeProvider<TypeText, object?>
{
    public static readonly SignatureText Instance = new();

    public TypeText GetPrimitiveType(PrimitiveTypeCode typeCode)
    {
        var name = "System." + (typeCode switch
        {
            PrimitiveTypeCode.TypedReference => "TypedReference",
            _ => typeCode.ToString(),
        });
        return new(name, name);
    }

    public TypeText GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => TypeNames.Of(reader, handle);

    public TypeText GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => TypeNames.Of(reader, handle);

    public TypeText GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
        => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    /// <summary><c>A.Outer`1.Inner`1</c> with two arguments is <c>A.Outer{X}.Inner{Y}</c>: each arity takes its share.</summary>
    public TypeText GetGenericInstantiation(TypeText genericType, ImmutableArray<TypeText> typeArguments)
    {
        var text = new StringBuilder();
        var taken = 0;
        var segments = genericType.DocumentationId.Split('.');
        foreach (var segment in segments)
        {
            var tick = segment.IndexOf('`');
            var arity = tick < 0 ? 0 : int.Parse(segment.Substring(tick + 1), System.Globalization.CultureInfo.InvariantCulture);
            text.Append(text.Length == 0 ? "" : ".").Append(tick < 0 ? segment : segment.Substring(0, tick));
            if (arity > 0)
            {
                text.Append('{').Append(string.Join(",", typeArguments.Skip(taken).Take(arity).Select(a => a.DocumentationId))).Append('}');
                taken += arity;
            }
        }

        return genericType with { DocumentationId = text.ToString() };
    }

    public TypeText GetSZArrayType(TypeText elementType) => new(elementType.DocumentationId + "[]");

    public TypeText GetArrayType(TypeText elementType, ArrayShape shape)
        => new(elementType.DocumentationId + "[" + string.Join(",", Enumerable.Repeat("0:", shape.Rank)) + "]");

    public TypeText GetByReferenceType(TypeText elementType) => elementType with { DocumentationId = elementType.DocumentationId + "@" };

    public TypeText GetPointerType(TypeText elementType) => new(elementType.DocumentationId + "*");

    public TypeText GetGenericMethodParameter(object? genericContext, int index) => new("``" + index);

    public TypeText GetGenericTypeParameter(object? genericContext, int index) => new("`" + index);

    public TypeText GetModifiedType(TypeText modifier, TypeText unmodifiedType, bool isRequired) => unmodifiedType;

    public TypeText GetPinnedType(TypeText elementType) => elementType;

    /// <summary>The compiler writes nothing there.</summary>
    public TypeText GetFunctionPointerType(MethodSignature<TypeText> signature) => new("");
}
