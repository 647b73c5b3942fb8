using GovernanceAnalyzers.Catalogue.Conditions;
using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Catalogue;

/// <summary>One line of a catalogue: calling these members is this kind of action.</summary>
internal sealed record CatalogueRow(SymbolPattern Symbol, string Capability, Tier Tier, string Reversible, string Reason, int Line)
{
    /// <summary>The trailing <c>key=value</c> fields, as written.</summary>
    public EquatableArray<string> Keys { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The release that a built-in row came with.</summary>
    public Version Since { get; init; } = PackageRelease.First;

    /// <summary>What must be known of a call for the line to hold of it; null for a line that always holds.</summary>
    public CallCondition? When { get; init; }

    /// <summary>The member's own body is walked where the source has it; elsewhere the line holds.</summary>
    public bool LooksInside { get; init; }

    /// <summary>Only a step may call it.</summary>
    public bool OnlyFromSteps { get; init; }

    /// <summary>The assembly whose member it is; null of a line that is no summary's.</summary>
    public string? Assembly { get; init; }

    /// <summary>The calls from the member to the action, as messages name them; null where the member is the action.</summary>
    public string? Path { get; init; }

    /// <summary>One of several may be called on the way.</summary>
    public bool IsInferred { get; init; }

    /// <summary>Where the symbol stands in the file.</summary>
    public TextSpan SymbolSpan { get; init; }

    /// <summary>Where the tier stands in the file.</summary>
    public TextSpan TierSpan { get; init; }

    public string? Key(string name)
        => Keys.Where(k => k.StartsWith(name + "=", StringComparison.Ordinal)).Select(k => k.Substring(name.Length + 1)).FirstOrDefault();
}
