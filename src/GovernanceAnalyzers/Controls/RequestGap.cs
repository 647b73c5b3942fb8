namespace GovernanceAnalyzers.Controls;

/// <summary>Why a confirmation that a body asks for does not gate an action.</summary>
internal enum GapKind
{
    /// <summary>On some path there is no yes.</summary>
    SomePaths,

    /// <summary>Nobody waits for the answer.</summary>
    NotAwaited,

    /// <summary>No branch depends on the answer.</summary>
    Ignored,

    /// <summary>It runs on a no.</summary>
    Inverted,

    /// <summary>It has run when the person is asked.</summary>
    After,
}

/// <summary>A confirmation that does not gate an action.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Request">Where the person is asked.</param>
internal sealed record RequestGap(GapKind Kind, SyntaxNode Request);

/// <summary>An action that one yes lets run many times.</summary>
/// <param name="Over">What is gone through, as the code has it; null where nothing is.</param>
/// <param name="Loop">The loop, or the lambda that is run many times.</param>
/// <param name="Request">Where the person is asked.</param>
internal sealed record RepeatedAction(string? Over, SyntaxNode Loop, SyntaxNode Request);

/// <summary>A value that a person has confirmed and that is another when it is acted on.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Change">Where it is changed.</param>
/// <param name="Request">Where the person is asked.</param>
internal sealed record ChangedValue(string Name, SyntaxNode Change, SyntaxNode Request);
