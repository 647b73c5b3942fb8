using System.Linq;
using System.Reflection.Metadata;

namespace GovernanceAnalyzers.Inspection.Metadata;

/// <summary>Documentation ids of definitions: the same text that the compiler gives for the symbol.</summary>
internal static class DocumentationIds
{
    public static string Of(MetadataReader reader, TypeDefinitionHandle handle) => "T:" + TypeNames.Of(reader, handle).DocumentationId;

    public static string Of(MetadataReader reader, MethodDefinitionHandle handle)
    {
        var method = reader.GetMethodDefinition(handle);
        var name = reader.GetString(method.Name);
        var signature = method.DecodeSignature(SignatureText.Instance, null);
        var arity = signature.GenericParameterCount == 0 ? "" : "``" + signature.GenericParameterCount;
        var returned = name is "op_Implicit" or "op_Explicit" or "op_CheckedExplicit" ? "~" + signature.ReturnType.DocumentationId : "";
        return $"M:{TypeNames.Of(reader, method.GetDeclaringType()).DocumentationId}.{Escape(name)}{arity}{Parameters(signature)}{returned}";
    }

    public static string Of(MetadataReader reader, PropertyDefinitionHandle handle)
    {
        var property = reader.GetPropertyDefinition(handle);
        var accessors = property.GetAccessors();
        var owner = reader.GetMethodDefinition(accessors.Getter.IsNil ? accessors.Setter : accessors.Getter).GetDeclaringType();
        var signature = property.DecodeSignature(SignatureText.Instance, null);
        return $"P:{TypeNames.Of(reader, owner).DocumentationId}.{Escape(reader.GetString(property.Name))}{Parameters(signature)}";
    }

    public static string Of(MetadataReader reader, FieldDefinitionHandle handle)
    {
        var field = reader.GetFieldDefinition(handle);
        return $"F:{TypeNames.Of(reader, field.GetDeclaringType()).DocumentationId}.{reader.GetString(field.Name)}";
    }

    private static string Parameters(MethodSignature<TypeText> signature) => signature.ParameterTypes.Length == 0
        ? ""
        : "(" + string.Join(",", signature.ParameterTypes.Select(p => p.DocumentationId)) + ")";

    /// <summary>A constructor's dot, and the dots and angle brackets of an explicitly implemented interface.</summary>
    private static string Escape(string name) => name.Replace('.', '#').Replace('<', '{').Replace('>', '}');
}
