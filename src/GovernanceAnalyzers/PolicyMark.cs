namespace GovernanceAnalyzers;

/// <summary>
/// The mark on an additional file that comes from an organisation's policy: the package's targets put it on every <c>GovernanceCatalogue</c> and
/// <c>GovernanceOwners</c> and <c>GovernanceControls</c> item. A marked file may have any name; an unmarked one is known by its name and is the project's own.
/// </summary>
internal static class PolicyMark
{
    public const string Key = "build_metadata.AdditionalFiles.GovernanceList";
    public const string Catalogue = "catalogue";
    public const string Owners = "owners";
    public const string Controls = "controls";

    /// <summary>Null where the file is not marked: metadata that an item does not have arrives empty.</summary>
    public static string? Of(AdditionalText file, AnalyzerOptions options)
        => options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(Key, out var mark) && mark.Length > 0 ? mark : null;
}
