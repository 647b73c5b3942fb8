using System;
using System.IO;
using System.Linq;
using GovernanceAnalyzers.Inspection;
using Microsoft.Build.Framework;

namespace GovernanceAnalyzers.BuildTasks;

/// <summary>
/// Holds the compiled assembly's embedded manifest against its code (GVN3103) and writes it beside the assembly.
/// </summary>
public sealed class WriteGovernanceManifest : GovernanceTask
{
    /// <summary>The assembly that the compiler wrote.</summary>
    [Required]
    public string AssemblyPath { get; set; } = "";

    /// <summary>The file to write.</summary>
    [Required]
    public string ManifestPath { get; set; } = "";

    /// <summary>The mode the project was compiled in.</summary>
    public string Mode { get; set; } = "";

    /// <summary>The release whose demands the project has accepted.</summary>
    public string Level { get; set; } = "";

    /// <summary>What it was compiled against.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <inheritdoc />
    public override bool Execute()
    {
        try
        {
            var isDue = References.Any(r => Path.GetFileNameWithoutExtension(r.ItemSpec) == "GovernanceAnalyzers.Abstractions");
            var evidence = AssemblyEvidence.Read(AssemblyPath, Mode, Level, isDue);
            if (evidence.Problem is { } problem)
            {
                File.Delete(ManifestPath);
                Error("GVN3103", $"{evidence.AssemblyName} {problem}. Let the package's generator write it");
            }
            else
            {
                Write(ManifestFile.Bytes(evidence));
            }
        }
        catch (InspectionException e)
        {
            Failure(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Failure($"The governance manifest {ManifestPath} cannot be written: {e.Message.Split('\n')[0].Trim()}");
        }

        return !Log.HasLoggedErrors;
    }

    /// <summary>Leaves equal bytes alone but for the time stamp, which is what the next build asks.</summary>
    private void Write(byte[] bytes)
    {
        if (File.Exists(ManifestPath) && File.ReadAllBytes(ManifestPath).AsSpan().SequenceEqual(bytes))
        {
            File.SetLastWriteTimeUtc(ManifestPath, DateTime.UtcNow);
        }
        else
        {
            File.WriteAllBytes(ManifestPath, bytes);
        }
    }
}
