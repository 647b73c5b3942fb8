using System.IO;
using System.Linq;
using GovernanceAnalyzers.Inspection;
using Microsoft.Build.Framework;

namespace GovernanceAnalyzers.BuildTasks;

/// <summary>Looks whether the runbooks that a manifest names are there (GVN4003).</summary>
public sealed class FindGovernanceRunbooks : GovernanceTask
{
    /// <summary>The manifest of the last compile.</summary>
    [Required]
    public string ManifestPath { get; set; } = "";

    /// <summary>What was compiled, with full paths: the line that names a missing runbook is in one of them.</summary>
    public ITaskItem[] Sources { get; set; } = [];

    /// <inheritdoc />
    public override bool Execute()
    {
        try
        {
            foreach (var missing in MissingRunbook.In(WrittenManifest.Read(ManifestPath), Path.GetDirectoryName(ProjectPath)!))
            {
                var spot = SourceSpot.Of(missing.Path, Sources.Select(source => source.ItemSpec));
                if (missing.IsCertain)
                {
                    Error(MissingRunbook.Rule, missing.Message, spot);
                }
                else
                {
                    Warning(MissingRunbook.Rule, missing.Message, spot);
                }
            }
        }
        catch (InspectionException e)
        {
            Failure($"{e.Message}. Delete it and build again");
        }

        return !Log.HasLoggedErrors;
    }
}
