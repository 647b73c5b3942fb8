using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;

namespace GovernanceAnalyzers.Inspection.Metadata;

/// <summary>The members marked <c>[Redacted]</c> of this assembly's types that a signature is made of: what the generator reads from symbols.</summary>
internal sealed class RedactedMembers(MetadataReader reader)
{
    private const string Redacted = "Governance.RedactedAttribute";

    public bool IsMarked(CustomAttributeHandleCollection attributes)
        => attributes.Any(a => TypeNames.OfAttribute(reader, reader.GetCustomAttribute(a)) == Redacted);

    /// <summary>Documentation ids of the marked properties and fields, however deep.</summary>
    public IEnumerable<string> In(IEnumerable<ImmutableArray<TypeDefinitionHandle>> types)
    {
        var found = new List<string>();
        var visited = new HashSet<TypeDefinitionHandle>();
        var open = new Stack<TypeDefinitionHandle>(types.SelectMany(t => t));
        while (open.Count > 0)
        {
            var handle = open.Pop();
            if (visited.Add(handle))
            {
                var type = reader.GetTypeDefinition(handle);
                Read(type, found, open);
                Push(Above(type.BaseType), open);
            }
        }

        return found;
    }

    private void Read(TypeDefinition type, List<string> found, Stack<TypeDefinitionHandle> open)
    {
        var byParameter = MarkedParameters(type);
        foreach (var handle in type.GetProperties())
        {
            var property = reader.GetPropertyDefinition(handle);
            var signature = property.DecodeSignature(NamedTypes.Instance, null);
            if (signature.ParameterTypes.Length > 0 || property.GetAccessors().Getter is not { IsNil: false } getter || !IsPublicInstance(getter))
            {
                continue;
            }

            if (IsMarked(property.GetCustomAttributes()) || byParameter.Contains(reader.GetString(property.Name)))
            {
                found.Add(DocumentationIds.Of(reader, handle));
            }
            else
            {
                Push(signature.ReturnType, open);
            }
        }

        foreach (var handle in type.GetFields())
        {
            var field = reader.GetFieldDefinition(handle);
            if ((field.Attributes & FieldAttributes.FieldAccessMask) != FieldAttributes.Public || (field.Attributes & FieldAttributes.Static) != 0)
            {
                continue;
            }

            if (IsMarked(field.GetCustomAttributes()))
            {
                found.Add(DocumentationIds.Of(reader, handle));
            }
            else
            {
                Push(field.DecodeSignature(NamedTypes.Instance, null), open);
            }
        }
    }

    /// <summary>On a parameter of a record's primary constructor the mark holds for the property of that name.</summary>
    private HashSet<string> MarkedParameters(TypeDefinition type)
        => [.. type.GetMethods().Select(reader.GetMethodDefinition)
            .Where(m => reader.GetString(m.Name) == ".ctor")
            .SelectMany(m => m.GetParameters()).Select(reader.GetParameter)
            .Where(p => IsMarked(p.GetCustomAttributes()))
            .Select(p => reader.GetString(p.Name))];

    private bool IsPublicInstance(MethodDefinitionHandle handle)
    {
        var method = reader.GetMethodDefinition(handle);
        return (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public && (method.Attributes & MethodAttributes.Static) == 0;
    }

    private ImmutableArray<TypeDefinitionHandle> Above(EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeDefinition when !type.IsNil => [(TypeDefinitionHandle)type],
        HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)type).DecodeSignature(NamedTypes.Instance, null),
        _ => [],
    };

    private static void Push(ImmutableArray<TypeDefinitionHandle> types, Stack<TypeDefinitionHandle> open)
    {
        foreach (var type in types)
        {
            open.Push(type);
        }
    }
}
