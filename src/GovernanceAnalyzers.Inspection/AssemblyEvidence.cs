using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Inspection.Evidence;
using GovernanceAnalyzers.Inspection.Metadata;

namespace GovernanceAnalyzers.Inspection;

/// <summary>What a compiled assembly proves about its governance: the embedded manifest, held against the attributes that were compiled.</summary>
public sealed class AssemblyEvidence
{
    private AssemblyEvidence(string assemblyName, string? embedded, bool declares, string? problem)
    {
        AssemblyName = assemblyName;
        Embedded = embedded;
        Declares = declares;
        Problem = problem;
    }

    /// <summary>The assembly's simple name.</summary>
    public string AssemblyName { get; }

    /// <summary>The embedded manifest as it stands in the assembly: canonical JSON, or <c>none/1</c>; null where there is none.</summary>
    public string? Embedded { get; }

    /// <summary>The code carries attributes of ours that belong into a manifest.</summary>
    public bool Declares { get; }

    /// <summary>Why the embedded manifest is no evidence, in one line; null where it is, and where none is due.</summary>
    public string? Problem { get; }

    /// <summary>Reads an assembly.</summary>
    /// <param name="path">The assembly's file.</param>
    /// <param name="references">The assemblies it was compiled against: they say which foreign types are services.</param>
    /// <param name="mode">The mode it was compiled in; null to take the embedded one.</param>
    /// <exception cref="InspectionException">The file cannot be read or is no .NET assembly.</exception>
    public static AssemblyEvidence Read(string path, IEnumerable<string> references, string? mode)
    {
        var referencePaths = references.ToArray();
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            if (!file.HasMetadata || file.GetMetadataReader() is not { IsAssembly: true } reader)
            {
                throw new InspectionException($"{path} is not a .NET assembly.");
            }

            using var opened = new ReferencedAssemblies(referencePaths);
            return Judge(reader, opened, mode, Array.Exists(referencePaths, IsAbstractions));
        }
        catch (BadImageFormatException e)
        {
            throw new InspectionException($"{path} is not a .NET assembly, or is damaged: {FirstLine(e)}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InspectionException($"{path} cannot be read: {FirstLine(e)}", e);
        }
    }

    private static AssemblyEvidence Judge(MetadataReader reader, ReferencedAssemblies references, string? mode, bool isDue)
    {
        var name = reader.GetString(reader.GetAssemblyDefinition().Name);
        var embedded = EmbeddedManifests.In(reader);
        var declared = DeclaredManifestReader.Read(reader, references, mode ?? EmbeddedManifests.ModeOf(embedded.FirstOrDefault()) ?? "");
        var problem = embedded.Count switch
        {
            0 when isDue || !declared.IsEmpty => "carries no governance manifest, so the generator did not run on it",
            0 => null,
            1 => EmbeddedManifests.ProblemOf(embedded[0], declared),
            var many => $"carries {many} governance manifests, and the generator writes one: {many - 1} were written by hand",
        };
        return new(name, embedded.FirstOrDefault(), !declared.IsEmpty, problem);
    }

    private static bool IsAbstractions(string path)
        => string.Equals(Path.GetFileNameWithoutExtension(path), "GovernanceAnalyzers.Abstractions", StringComparison.OrdinalIgnoreCase);

    private static string FirstLine(Exception e) => e.Message.Split('\n')[0].Trim();
}
