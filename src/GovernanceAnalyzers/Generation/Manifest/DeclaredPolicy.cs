namespace GovernanceAnalyzers.Generation.Manifest;

/// <summary>How strictly an assembly was governed when it was compiled.</summary>
/// <param name="Mode"><c>enforce</c>, <c>adopt</c> or <c>consumer</c>.</param>
/// <param name="Level">The release whose demands the project has accepted: <c>0.1</c>.</param>
internal sealed record DeclaredPolicy(string Mode, string Level)
{
    /// <summary>What cannot be read, or is not said, is the strictest: enforced, and all that this release demands.</summary>
    public static DeclaredPolicy Of(string? mode, string? level) => new(
        mode?.Trim().ToLowerInvariant() is "adopt" or "consumer" ? mode.Trim().ToLowerInvariant() : "enforce",
        (PackageRelease.Parse(level) ?? PackageRelease.Current).ToString());
}
