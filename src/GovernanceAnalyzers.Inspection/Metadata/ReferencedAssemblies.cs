using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace GovernanceAnalyzers.Inspection.Metadata;

/// <summary>The assemblies that the inspected one was compiled against, opened only when a question about a foreign type comes up.</summary>
internal sealed class ReferencedAssemblies : IDisposable
{
    private readonly IReadOnlyList<string> _paths;
    private readonly Dictionary<string, PEReader?> _open = new(StringComparer.OrdinalIgnoreCase);

    public ReferencedAssemblies(IEnumerable<string> paths) => _paths = paths.ToArray();

    /// <summary>Whether the foreign type itself carries an attribute; false where no assembly has the type.</summary>
    public bool Carries(MetadataReader from, TypeReferenceHandle type, string attribute)
    {
        var path = PathOf(from, type, out var assembly);
        // The named assembly first; a forwarder there means that another one has the type.
        return _paths.OrderBy(p => string.Equals(Path.GetFileNameWithoutExtension(p), assembly, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .Select(Open).OfType<PEReader>().Select(r => r.GetMetadataReader())
            .Select(r => (Reader: r, Found: Find(r, path)))
            .Where(f => !f.Found.IsNil)
            .Select(f => f.Reader.GetTypeDefinition(f.Found).GetCustomAttributes()
                .Any(a => TypeNames.OfAttribute(f.Reader, f.Reader.GetCustomAttribute(a)) == attribute))
            .FirstOrDefault();
    }

    public void Dispose()
    {
        foreach (var reader in _open.Values)
        {
            reader?.Dispose();
        }
    }

    /// <summary>Namespace and names from the outside in.</summary>
    private static (string Namespace, string Name)[] PathOf(MetadataReader reader, TypeReferenceHandle handle, out string assembly)
    {
        var type = reader.GetTypeReference(handle);
        var own = (reader.GetString(type.Namespace), reader.GetString(type.Name));
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            return [.. PathOf(reader, (TypeReferenceHandle)type.ResolutionScope, out assembly), own];
        }

        assembly = type.ResolutionScope.Kind == HandleKind.AssemblyReference
            ? reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name)
            : "";
        return [own];
    }

    private static TypeDefinitionHandle Find(MetadataReader reader, (string Namespace, string Name)[] path)
    {
        IEnumerable<TypeDefinitionHandle> candidates = reader.TypeDefinitions.Where(t => reader.GetTypeDefinition(t).GetDeclaringType().IsNil);
        var found = default(TypeDefinitionHandle);
        foreach (var (space, name) in path)
        {
            found = candidates.FirstOrDefault(t => reader.StringComparer.Equals(reader.GetTypeDefinition(t).Name, name)
                                                && reader.StringComparer.Equals(reader.GetTypeDefinition(t).Namespace, space));
            if (found.IsNil)
            {
                return found;
            }

            candidates = reader.GetTypeDefinition(found).GetNestedTypes();
        }

        return found;
    }

    private PEReader? Open(string path)
    {
        if (!_open.TryGetValue(path, out var reader))
        {
            reader = TryOpen(path);
            _open.Add(path, reader);
        }

        return reader;
    }

    private static PEReader? TryOpen(string path)
    {
        try
        {
            var reader = new PEReader(File.OpenRead(path));
            if (reader.HasMetadata)
            {
                return reader;
            }

            reader.Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            // A reference that the compiler could use and we cannot open says nothing about the type.
        }

        return null;
    }
}
