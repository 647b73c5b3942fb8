using System.Collections.Concurrent;
using System.Globalization;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.Generation.Manifest;

namespace GovernanceAnalyzers;

/// <summary>
/// What this version of the package demands, and since which release. A project that has accepted an earlier one (<c>GovernanceLevel</c>) is told of
/// the rest and not stopped by it.
/// </summary>
/// <param name="newer">The rules that did not come with the first release.</param>
/// <param name="builtIn">The built-in catalogue, whose newer rows say so (<c>since=</c>).</param>
internal sealed class RuleBook(IReadOnlyDictionary<string, Version> newer, CatalogueFile builtIn)
{
    private static readonly Lazy<RuleBook> s_shipped = new(() => new(RuleIds.Newer, BuiltInCatalogue.File));

    private readonly ConcurrentDictionary<Version, CatalogueFile> _upTo = new();
    private readonly Lazy<CatalogueIndex> _index = new(() => new(builtIn.Rows));

    public static RuleBook Shipped => s_shipped.Value;

    /// <summary>The built-in catalogue by names; made when first asked for.</summary>
    public CatalogueIndex Index => _index.Value;

    /// <summary>The rows of the built-in catalogue that came up to that release.</summary>
    public CatalogueFile UpTo(Version accepted)
        => _upTo.GetOrAdd(accepted, a => builtIn.Rows.All(r => r.Since <= a) ? builtIn : builtIn with { Rows = builtIn.Rows.Where(r => r.Since <= a).ToEquatableArray() });

    public Version SinceOf(string rule) => newer.TryGetValue(rule, out var since) ? since : PackageRelease.First;

    /// <summary>
    /// The finding as a project that has accepted that level gets it: what is newer, by its rule or by the catalogue row it rests on, is a warning that
    /// says so. Not configurable, so that it stays one also where warnings are errors.
    /// </summary>
    public Diagnostic Grade(Diagnostic diagnostic, Version accepted)
    {
        var since = SinceOf(diagnostic.Id);
        if (diagnostic.Properties.TryGetValue(RuleProperty.NewIn, out var row) && Version.TryParse(row, out var ofRow) && ofRow > since)
        {
            since = ofRow;
        }

        return since <= accepted || diagnostic.Severity < DiagnosticSeverity.Warning
            ? diagnostic
            : Diagnostic.Create(
                GovernanceRule.NotYetAccepted(diagnostic.Descriptor), diagnostic.Location, diagnostic.AdditionalLocations, diagnostic.Properties,
                $"{diagnostic.GetMessage(CultureInfo.InvariantCulture)} (new in {since})");
    }
}
