using GovernanceAnalyzers.Inspection;
using Microsoft.Build.Framework;

namespace GovernanceAnalyzers.BuildTasks;

/// <summary>Compares the dates in a manifest with the clock, or with the day that the build names (GVN3001, GVN1016).</summary>
public sealed class JudgeGovernanceDates : GovernanceTask
{
    /// <summary>The manifest of the last compile.</summary>
    [Required]
    public string ManifestPath { get; set; } = "";

    /// <summary>The day, as <c>yyyy-MM-dd</c>; empty for today.</summary>
    public string Date { get; set; } = "";

    /// <inheritdoc />
    public override bool Execute()
    {
        try
        {
            foreach (var due in DueDate.In(WrittenManifest.Read(ManifestPath), Date))
            {
                if (due.State == DueDateState.Overdue)
                {
                    Error(due.Rule, due.Message);
                }
                else
                {
                    Warning(due.Rule, due.Message);
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
