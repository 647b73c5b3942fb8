namespace GovernanceAnalyzers.Tests.Bypass;

/// <summary>What becomes of a way round a declaration or a rule.</summary>
public enum Verdict
{
    /// <summary>A rule says so, at the marked place.</summary>
    Reported,

    /// <summary>The compiled assembly does not bear out its manifest, so the build ends with GVN3103.</summary>
    Refused,

    /// <summary>C# has no such program: a compiler error, at the marked place.</summary>
    Impossible,

    /// <summary>Nobody says anything, and docs/limitations.md says that.</summary>
    StillPossible,
}

/// <summary>One way round, in words, with the code that goes it and what becomes of it.</summary>
/// <param name="Words">The trick.</param>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="Code">The code, with each finding marked: <c>{|GVN1001:…|}</c>. What is not marked is not reported.</param>
/// <param name="Says">The words of the manifest check (refused) or of docs/limitations.md (still possible).</param>
public sealed record Trick(string Words, Verdict Verdict, string Code, string? Says = null)
{
    /// <summary>Rules that report without a place, because no source has it.</summary>
    public string[] Nowhere { get; init; } = [];

    /// <summary>The project's other files by path: sources (<c>.cs</c>), configurations and lists.</summary>
    public (string Path, string Content)[] Files { get; init; } = [];

    /// <summary>The source of another assembly that the project references; empty for none.</summary>
    public string Library { get; init; } = "";

    /// <summary>MSBuild properties of the project. Without one the date is 2026-11-20.</summary>
    public (string Name, string Value)[] Properties { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => Words;
}
