using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Catalogue;

/// <summary>One line of a catalogue: calling these members is this kind of action.</summary>
internal sealed record CatalogueRow(SymbolPattern Symbol, string Capability, Tier Tier, string Reversible, string Reason, int Line)
{
    /// <summary>The trailing <c>key=value</c> fields, as written.</summary>
    public EquatableArray<string> Keys { get; init; }

    public string? Key(string name)
        => Keys.Where(k => k.StartsWith(name + "=", StringComparison.Ordinal)).Select(k => k.Substring(name.Length + 1)).FirstOrDefault();
}
