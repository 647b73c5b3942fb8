using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Owners;

/// <summary>Two names are the same where whoever reads them sees the same: without case, and whatever has no width, is no difference.</summary>
internal sealed class SameName : IEqualityComparer<string?>
{
    public static readonly SameName Instance = new();

    public bool Equals(string? one, string? other)
        => one is null || other is null ? one is null && other is null : Answer.Shown(one).Equals(Answer.Shown(other), StringComparison.OrdinalIgnoreCase);

    public int GetHashCode(string? name) => StringComparer.OrdinalIgnoreCase.GetHashCode(Answer.Shown(name ?? ""));
}
