using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection.Metadata;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Inspection.Metadata;

namespace GovernanceAnalyzers.Inspection.Evidence;

/// <summary>The manifests that an assembly carries as metadata, and whether one is what its own attributes say.</summary>
internal static class EmbeddedManifests
{
    public static IReadOnlyList<string> In(MetadataReader reader) =>
    [
        .. reader.GetAssemblyDefinition().GetCustomAttributes().Select(reader.GetCustomAttribute)
            .Where(a => TypeNames.OfAttribute(reader, a) == "System.Reflection.AssemblyMetadataAttribute")
            .Select(a => new AttributeValues(a))
            .Where(v => v.Positional(0) is DeclaredManifestJson.MetadataKey)
            .Select(v => v.Positional(1) as string ?? ""),
    ];

    /// <summary>The manifest as a tree; null where it is none, or where nothing is declared.</summary>
    public static JsonTree? Tree(string? embedded)
    {
        try
        {
            return embedded is null or DeclaredManifestJson.None ? null : JsonTree.Parse(embedded);
        }
        catch (FormatException)
        {
            // Reported as a problem of its own, below.
            return null;
        }
    }

    /// <summary>The policy it says it was compiled under; attributes say nothing about that.</summary>
    public static DeclaredPolicy Policy(JsonTree? manifest)
        => new(manifest?["policy"]?["mode"]?.Text ?? "", manifest?["policy"]?["level"]?.Text ?? "");

    public static IReadOnlyCollection<(string Member, string Parameter)> ClaimedServices(JsonTree? manifest) => new HashSet<(string, string)>(
        from step in manifest?["steps"]?.Items ?? []
        from service in step["services"]?.Items ?? []
        where step["member"]?.Text is not null && service.Text is not null
        select (step["member"]!.Text!, service.Text!));

    public static string? ProblemOf(string embedded, DeclaredManifest declared)
    {
        if (embedded == DeclaredManifestJson.Embedded(declared))
        {
            return null;
        }

        if (embedded == DeclaredManifestJson.None)
        {
            return "carries a manifest that declares nothing, and its code declares " + Something(declared);
        }

        try
        {
            var difference = FirstDifference.Between(JsonTree.Parse(embedded), JsonTree.Parse(DeclaredManifestJson.Write(declared)));
            return "carries a governance manifest that its code does not bear out: " + (difference ?? "it is not in canonical form");
        }
        catch (FormatException e)
        {
            return $"carries a governance manifest that the generator did not write: {e.Message}";
        }
    }

    private static string Something(DeclaredManifest declared) => declared switch
    {
        { Steps.Count: > 0 } => $"the step '{declared.Steps[0].Id}'",
        { Workflows.Count: > 0 } => $"the workflow '{declared.Workflows[0].Id}'",
        { Contracts.Count: > 0 } => $"the action of {declared.Contracts[0].Member}",
        _ => $"a waiver of {declared.Waivers[0].Rule}",
    };
}
