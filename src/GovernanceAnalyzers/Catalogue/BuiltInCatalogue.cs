using System.IO;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Catalogue;

/// <summary>The catalogue that ships inside the compiler extension; parsed once per process.</summary>
internal static class BuiltInCatalogue
{
    private const string ResourceName = "GovernanceAnalyzers.builtin.actions.txt";

    private static readonly Lazy<CatalogueFile> s_file = new(Load);

    public static CatalogueFile File => s_file.Value;

    private static CatalogueFile Load()
    {
        using var stream = typeof(BuiltInCatalogue).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The resource {ResourceName} is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return CatalogueParser.Parse(SourceText.From(reader.ReadToEnd(), Encoding.UTF8), CatalogueKind.BuiltIn);
    }
}
