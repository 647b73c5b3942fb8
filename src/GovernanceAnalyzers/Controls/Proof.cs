namespace GovernanceAnalyzers.Controls;

/// <summary>What is known where a value is what it is: who has said yes. Ordered, so that two ways of getting there keep the weaker.</summary>
internal enum Proof
{
    None = 0,

    /// <summary>A person; enough for Medium.</summary>
    Person = 1,

    /// <summary>A person who is not the requester; what High needs.</summary>
    AnotherPerson = 2,

    /// <summary>The value is never that, so nothing runs there.</summary>
    Impossible = 3,
}
