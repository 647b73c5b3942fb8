namespace Governance;

/// <summary>Which way a metric gets better.</summary>
public enum BaselineDirection
{
    /// <summary>Read from the values: towards the target.</summary>
    Unspecified = 0,

    /// <summary>Less is better: hours, errors, cost.</summary>
    LowerIsBetter = 1,

    /// <summary>More is better: accuracy, throughput.</summary>
    HigherIsBetter = 2,
}
