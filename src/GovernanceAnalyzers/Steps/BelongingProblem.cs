namespace GovernanceAnalyzers.Steps;

/// <summary>What is wrong with a method that belongs to a step: its Core body (GVN1009) or its rollback handler (GVN1006).</summary>
internal enum BelongingProblem
{
    None,
    Missing,

    /// <summary>More than one method of the name could be meant.</summary>
    Ambiguous,
    WrongParameters,

    /// <summary>Of a Core body: its type parameters demand more than the step's.</summary>
    WrongConstraints,
    WrongReturn,
    NotPrivate,
    StaticDiffers,

    /// <summary>Of a handler on an interface: it is no member that whoever implements the interface gives.</summary>
    NotImplemented,
}
