using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Generation.Reading;

namespace GovernanceAnalyzers.Generation.Emission;

/// <summary>Embeds the declared manifest in the assembly, with an attribute of the framework: evidence needs no reference.</summary>
internal static class ManifestWriter
{
    private static readonly string s_key = CSharpText.Literal(DeclaredManifestJson.MetadataKey);

    public static string Write(string embedded) => new SourceWriter(nullable: false).Line()
        .Line($"[assembly: global::System.Reflection.AssemblyMetadata({s_key}, {CSharpText.Literal(embedded)})]")
        .ToString();
}
