using System;
using System.Reflection.Metadata;

namespace GovernanceAnalyzers.Inspection.Metadata;

/// <summary>Names of definitions and references, spelt as documentation ids spell them.</summary>
internal static class TypeNames
{
    public static TypeText Of(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = WithoutFile(reader.GetString(type.Name));
        var outer = type.GetDeclaringType();
        return Combine(name, handle, outer.IsNil ? null : Of(reader, outer), () => reader.GetString(type.Namespace), () => Namespace(reader, handle));
    }

    public static TypeText Of(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        var outer = type.ResolutionScope.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)type.ResolutionScope : default;
        return Combine(name, handle, outer.IsNil ? null : Of(reader, outer), () => reader.GetString(type.Namespace), () => Namespace(reader, handle));
    }

    /// <summary>Namespace and name of the attribute that a custom attribute's constructor belongs to.</summary>
    public static string OfAttribute(MetadataReader reader, CustomAttribute attribute)
    {
        var type = attribute.Constructor.Kind == HandleKind.MemberReference
            ? reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent
            : reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType();
        return type.Kind switch
        {
            HandleKind.TypeReference => Of(reader, (TypeReferenceHandle)type).FullName,
            HandleKind.TypeDefinition => Of(reader, (TypeDefinitionHandle)type).FullName,
            _ => "",
        };
    }

    private static TypeText Combine(string name, EntityHandle handle, TypeText? outer, Func<string> ownNamespace, Func<string> outerNamespace)
    {
        var space = outer is null ? ownNamespace() : outerNamespace();
        var prefix = outer?.DocumentationId ?? space;
        var tick = name.IndexOf('`');
        var plain = tick < 0 ? name : name.Substring(0, tick);
        return new(prefix.Length == 0 ? name : prefix + "." + name, space.Length == 0 ? plain : space + "." + plain, handle);
    }

    /// <summary>A file-local type is compiled as <c>&lt;File&gt;F…__Name</c>; the documentation id has the name alone.</summary>
    private static string WithoutFile(string name)
        => name.StartsWith("<", StringComparison.Ordinal) && name.IndexOf(">F", StringComparison.Ordinal) > 0 && name.IndexOf("__", StringComparison.Ordinal) is var at and > 0
            ? name.Substring(at + 2)
            : name;

    private static string Namespace(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer ? Namespace(reader, outer) : reader.GetString(type.Namespace);
    }

    private static string Namespace(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? Namespace(reader, (TypeReferenceHandle)type.ResolutionScope)
            : reader.GetString(type.Namespace);
    }
}
