namespace Governance;

/// <summary>Where a workflow stands on its way from pilot to operation. Reviewers read it in the manifest.</summary>
public enum WorkflowStage
{
    /// <summary>No stage was declared.</summary>
    Unspecified = 0,

    /// <summary>Tried on few cases, with success and kill thresholds declared first.</summary>
    Pilot = 1,

    /// <summary>Compared with the manual process; failure modes are known.</summary>
    Validate = 2,

    /// <summary>Runbook, alerts and rehearsed rollback exist.</summary>
    Harden = 3,

    /// <summary>In production, rolled out in waves.</summary>
    Deploy = 4,

    /// <summary>Measured and improved in operation.</summary>
    Optimize = 5,
}
