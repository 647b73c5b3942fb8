using System;
using System.Collections.Generic;
using System.Linq;

namespace GovernanceAnalyzers.Generation.Manifest;

/// <summary>The releases of the package. A project names the one whose demands it has accepted: MSBuild property <c>GovernanceLevel</c>.</summary>
internal static class PackageRelease
{
    /// <summary>Oldest first. The last one is this package's own; a test holds it against the assembly's version.</summary>
    public static readonly IReadOnlyList<Version> All = [new(0, 1)];

    public static Version First => All[0];

    public static Version Current => All[All.Count - 1];

    /// <summary>The release that is written as here, <c>0.1</c>; null where it is none up to this one.</summary>
    public static Version? Parse(string? text) => All.FirstOrDefault(release => release.ToString() == text?.Trim());
}
