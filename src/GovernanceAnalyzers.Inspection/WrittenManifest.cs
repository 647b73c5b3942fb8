using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Inspection.Evidence;

namespace GovernanceAnalyzers.Inspection;

/// <summary>A manifest file that a build left beside its assembly, read back. It was held against the code when it was written.</summary>
public sealed class WrittenManifest
{
    private readonly JsonTree? _declared;

    private WrittenManifest(JsonTree? declared) => _declared = declared;

    /// <summary>The assembly declares something: a workflow, a step, a contract or a waiver.</summary>
    public bool Declares => _declared is not null;

    /// <summary>Reads a manifest file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InspectionException">The file cannot be read or is no manifest.</exception>
    public static WrittenManifest Read(string path)
    {
        try
        {
            var declared = JsonTree.Parse(File.ReadAllText(path))["declared"]
                ?? throw new InspectionException($"{path} is no governance manifest: it has no declared part");
            return new(declared["schema"]?.Text == DeclaredManifestJson.None ? null : declared);
        }
        catch (FormatException e)
        {
            throw new InspectionException($"{path} is no governance manifest: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InspectionException($"{path} cannot be read: {e.Message.Split('\n')[0].Trim()}", e);
        }
    }

    internal IEnumerable<JsonTree> List(string name) => _declared?[name]?.Items ?? [];

    /// <summary>What a waiver stands on, for a person: the step's id where it is a step, else the name of the member or type.</summary>
    internal string TitleOf(string target)
        => target == DeclaredWaiver.Assembly ? "the whole assembly"
         : List("steps").FirstOrDefault(step => step["member"]?.Text == target)?["id"]?.Text is { } id ? $"step '{id}'"
         : $"'{(target.Length > 2 && target[1] == ':' ? target.Substring(2) : target)}'";
}
