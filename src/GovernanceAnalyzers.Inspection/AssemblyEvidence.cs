using System;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Inspection.Evidence;

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
    /// <param name="mode">The <c>GovernanceMode</c> it was compiled with; null to take the embedded policy.</param>
    /// <param name="level">The <c>GovernanceLevel</c> it was compiled with.</param>
    /// <param name="isDue">It could use our attributes when it was compiled, so it carries a manifest even where it uses none.</param>
    /// <exception cref="InspectionException">The file cannot be read or is no .NET assembly.</exception>
    public static AssemblyEvidence Read(string path, string? mode = null, string? level = null, bool isDue = false)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            if (!file.HasMetadata || file.GetMetadataReader() is not { IsAssembly: true } reader)
            {
                throw new InspectionException($"{path} is not a .NET assembly.");
            }

            return Judge(reader, mode is null ? null : DeclaredPolicy.Of(mode, level), isDue);
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

    private static AssemblyEvidence Judge(MetadataReader reader, DeclaredPolicy? policy, bool isDue)
    {
        var name = reader.GetString(reader.GetAssemblyDefinition().Name);
        var embedded = EmbeddedManifests.In(reader);
        var tree = EmbeddedManifests.Tree(embedded.FirstOrDefault());
        var declared = DeclaredManifestReader.Read(
            reader, EmbeddedManifests.ClaimedServices(tree), policy ?? EmbeddedManifests.Policy(tree));
        var problem = embedded.Count switch
        {
            0 when isDue || !declared.IsEmpty => "carries no governance manifest, so the generator did not run on it",
            0 => null,
            1 => EmbeddedManifests.ProblemOf(embedded[0], declared),
            var many => $"carries {many} governance manifests, and the generator writes one: {many - 1} were written by hand",
        };
        return new(name, embedded.FirstOrDefault(), !declared.IsEmpty, problem);
    }

    private static string FirstLine(Exception e) => e.Message.Split('\n')[0].Trim();
}
