using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace GovernanceAnalyzers.Generation.Manifest;

/// <summary>The canonical bytes of a declared manifest, and the digests that decisions are bound to.</summary>
internal static class DeclaredManifestJson
{
    /// <summary>The key under which <c>[assembly: AssemblyMetadata]</c> carries the manifest.</summary>
    public const string MetadataKey = "Governance.Manifest";

    public const string Schema = "governance-manifest/1";

    /// <summary>What is embedded where nothing is declared: evidence that the generator ran.</summary>
    public const string None = "none/1";

    /// <summary>What belongs into the assembly: the manifest, or <see cref="None"/>.</summary>
    public static string Embedded(DeclaredManifest manifest) => manifest.IsEmpty ? None : Write(manifest);

    public static string Write(DeclaredManifest manifest) => CanonicalJson.Object(
        ("schema", CanonicalJson.Text(Schema)),
        ("policy", CanonicalJson.Object(("mode", CanonicalJson.Text(manifest.Policy.Mode)), ("level", CanonicalJson.Text(manifest.Policy.Level)))),
        ("workflows", Sorted(manifest.Workflows, workflow => workflow.Id, Write)),
        ("steps", Sorted(manifest.Steps, step => step.Id, Write)),
        ("contracts", Sorted(manifest.Contracts, contract => contract.Member, Write)),
        ("waivers", Sorted(manifest.Waivers, waiver => waiver.Rule, Write)));

    public static string Write(DeclaredWorkflow workflow) => CanonicalJson.Object(
        ("id", CanonicalJson.Text(workflow.Id)),
        ("type", CanonicalJson.Text(workflow.Type)),
        ("stage", CanonicalJson.Text(workflow.Stage)),
        ("owner", CanonicalJson.Text(workflow.Owner)),
        ("technicalOwner", CanonicalJson.Text(workflow.TechnicalOwner)),
        ("governanceOwner", CanonicalJson.Text(workflow.GovernanceOwner)),
        ("escalateTo", CanonicalJson.Text(workflow.EscalateTo)),
        ("runbook", CanonicalJson.Text(workflow.Runbook)),
        ("baselines", SortedOrAbsent(workflow.Baselines, baseline => baseline.Metric, Write)),
        ("failureModes", SortedOrAbsent(workflow.FailureModes, mode => mode.Id, Write)),
        ("reviews", SortedOrAbsent(workflow.Reviews, review => review.Kind, Write)),
        ("sunset", workflow.Sunset is { } sunset ? Write(sunset) : null));

    public static string Write(DeclaredStep step) => CanonicalJson.Object(
        ("id", CanonicalJson.Text(step.Id)),
        ("member", CanonicalJson.Text(step.Member)),
        ("tier", CanonicalJson.Text(step.Tier)),
        ("owner", CanonicalJson.Text(step.Owner)),
        ("escalateTo", CanonicalJson.Text(step.EscalateTo)),
        ("control", CanonicalJson.Text(step.Control)),
        ("rollback", CanonicalJson.Text(step.Rollback)),
        ("irreversible", CanonicalJson.Text(step.Irreversible)),
        ("key", CanonicalJson.Text(step.Key)),
        ("question", CanonicalJson.Text(step.Question)),
        ("minConfidence", CanonicalJson.Number(step.MinConfidence)),
        ("allows", SortedOrAbsent(step.Allows, word => word, word => CanonicalJson.Text(word)!)),
        ("failureModes", SortedOrAbsent(step.FailureModes, mode => mode.Id, Write)),
        ("arguments", Sorted(step.Arguments, name => name, name => CanonicalJson.Text(name)!)),
        ("services", Sorted(step.Services, name => name, name => CanonicalJson.Text(name)!)),
        ("redacted", SortedOrAbsent(step.Redacted, name => name, name => CanonicalJson.Text(name)!)));

    private static string Write(DeclaredBaseline baseline) => CanonicalJson.Object(
        ("metric", CanonicalJson.Text(baseline.Metric)),
        ("value", CanonicalJson.Number(baseline.Value)),
        ("unit", CanonicalJson.Text(baseline.Unit)),
        ("target", CanonicalJson.Number(baseline.Target)),
        ("kill", CanonicalJson.Number(baseline.Kill)),
        ("direction", CanonicalJson.Text(baseline.Direction)),
        ("notApplicable", CanonicalJson.Text(baseline.NotApplicable)));

    private static string Write(DeclaredFailureMode mode) => CanonicalJson.Object(
        ("id", CanonicalJson.Text(mode.Id)),
        ("response", CanonicalJson.Text(mode.Response)),
        ("escalateTo", CanonicalJson.Text(mode.EscalateTo)));

    private static string Write(DeclaredReview review) => CanonicalJson.Object(
        ("kind", CanonicalJson.Text(review.Kind)),
        ("everyDays", CanonicalJson.Number(review.EveryDays)),
        ("last", CanonicalJson.Text(review.Last)));

    private static string Write(DeclaredSunset sunset) => CanonicalJson.Object(
        ("date", CanonicalJson.Text(sunset.Date)),
        ("reason", CanonicalJson.Text(sunset.Reason)));

    public static string Write(DeclaredContract contract) => CanonicalJson.Object(
        ("member", CanonicalJson.Text(contract.Member)),
        ("capability", CanonicalJson.Text(contract.Capability)),
        ("tier", CanonicalJson.Text(contract.Tier)),
        ("because", CanonicalJson.Text(contract.Because)));

    public static string Write(DeclaredWaiver waiver) => CanonicalJson.Object(
        ("rule", CanonicalJson.Text(waiver.Rule)),
        ("target", CanonicalJson.Text(waiver.Target)),
        ("reason", CanonicalJson.Text(waiver.Reason)),
        ("approvedBy", CanonicalJson.Text(waiver.ApprovedBy)),
        ("until", CanonicalJson.Text(waiver.Until)));

    /// <summary>The step digest: SHA-256 of the step's own entry, so a change elsewhere in the assembly voids no decision.</summary>
    public static string DigestOf(DeclaredStep step) => DigestOf(Write(step));

    /// <summary>Lower-case hexadecimal SHA-256 over the text's UTF-8 bytes, without a byte-order mark.</summary>
    public static string DigestOf(string json)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(json)).Select(value => value.ToString("x2")));
    }

    private static string? SortedOrAbsent<T>(EquatableArray<T> items, Func<T, string> key, Func<T, string> write)
        where T : IEquatable<T>
        => items.Count > 0 ? Sorted(items, key, write) : null;

    // Equal keys (a duplicate id) fall back to the entry's own text, so the order never depends on the order of files. Equal entries are
    // one: the second says nothing, and the compiler does not keep count of equal attributes on the parts of a type.
    private static string Sorted<T>(IEnumerable<T> items, Func<T, string> key, Func<T, string> write)
        => CanonicalJson.Array(items.Select(item => (Key: key(item), Json: write(item)))
            .OrderBy(item => item.Key, StringComparer.Ordinal)
            .ThenBy(item => item.Json, StringComparer.Ordinal)
            .Select(item => item.Json).Distinct());
}
