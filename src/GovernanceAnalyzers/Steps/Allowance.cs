using System.Collections.Generic;
using System.Linq;

namespace GovernanceAnalyzers.Steps;

/// <summary>What a step's <c>Allows</c> says, for the compiler and for whoever reads the compiled assembly.</summary>
internal static class Allowance
{
    /// <summary>The capabilities, word by word; none where nothing is written, and the step may reach any that its tier covers.</summary>
    public static IEnumerable<string> Words(string? allows)
        => (allows ?? "").Split(',').Select(word => word.Trim()).Where(word => word.Length > 0);
}
