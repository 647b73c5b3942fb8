using System;
using System.Linq;
using System.Text;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Inspection.Evidence;

namespace GovernanceAnalyzers.Inspection;

/// <summary>
/// The file beside an assembly, <c>&lt;Assembly&gt;.governance.json</c>: what it declares and what was observed of it. One spelling for one
/// content: UTF-8, LF, members and lists sorted, no times, no paths, no machine names.
/// </summary>
public static class ManifestFile
{
    /// <summary>The file's own format, apart from the declared manifest's in it.</summary>
    public const string Schema = "governance-assembly/1";

    /// <summary>The file's text.</summary>
    /// <param name="evidence">An assembly whose evidence has no problem.</param>
    public static string Text(AssemblyEvidence evidence)
    {
        if (evidence is not { Problem: null })
        {
            throw new ArgumentException("The embedded manifest does not hold, so there is nothing to write.", nameof(evidence));
        }

        var embedded = evidence.Embedded;
        var declared = embedded is null or DeclaredManifestJson.None
            ? CanonicalJson.Object(("schema", CanonicalJson.Text(DeclaredManifestJson.None)))
            : embedded;
        var file = CanonicalJson.Object(
            ("schema", CanonicalJson.Text(Schema)),
            ("assembly", CanonicalJson.Text(evidence.AssemblyName)),
            ("declared", declared),
            ("observed", CanonicalJson.Object(
                ("declaredDigest", embedded is null ? null : CanonicalJson.Text(DeclaredManifestJson.DigestOf(embedded))),
                ("steps", CanonicalJson.Array((JsonTree.Parse(declared)["steps"]?.Items ?? []).Select(Observed))))));
        return JsonTree.Parse(file).Indented();
    }

    /// <summary>The file's bytes.</summary>
    /// <param name="evidence">An assembly whose evidence has no problem.</param>
    public static byte[] Bytes(AssemblyEvidence evidence) => new UTF8Encoding(false).GetBytes(Text(evidence));

    /// <summary>A decision is bound to the digest of the step's entry as the generator wrote it; the log names it, so the file does too.</summary>
    private static string Observed(JsonTree step) => CanonicalJson.Object(
        ("id", CanonicalJson.Text(step["id"]?.Text)),
        ("digest", CanonicalJson.Text(DeclaredManifestJson.DigestOf(step.Canonical()))));
}
