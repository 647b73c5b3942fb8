using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Catalogue.Conditions;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Tests.Catalogue;

public sealed class BuiltInCatalogueTests
{
    private static readonly Compilation s_frameworks = CSharpCompilation.Create(
        "frameworks",
        references: TestReferences.Framework.AddRange(
            File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "web-references.txt")).Select(p => MetadataReference.CreateFromFile(p))));

    [Fact]
    public void Parses_without_a_mistake() => Assert.Empty(BuiltInCatalogue.File.Mistakes);

    /// <summary>A row that gets lost is an action that nobody checks.</summary>
    [Fact]
    public void Has_every_row() => Assert.InRange(BuiltInCatalogue.File.Rows.Count, 3500, int.MaxValue);

    [Fact]
    public void Is_sorted()
    {
        var keys = BuiltInCatalogue.File.Rows.Select(r => (r.Symbol.Text, r.Capability)).ToList();
        Assert.Equal(keys.OrderBy(k => k.Text, StringComparer.Ordinal).ThenBy(k => k.Capability, StringComparer.Ordinal), keys);
    }

    [Fact]
    public void Uses_every_capability_and_no_other()
        => Assert.Equal(Capabilities.BuiltIn, BuiltInCatalogue.File.Rows.Select(r => r.Capability).Distinct().OrderBy(c => c, StringComparer.Ordinal));

    [Fact]
    public void Says_of_every_row_how_it_was_verified()
        => Assert.All(BuiltInCatalogue.File.Rows, r => Assert.Contains(r.Key("check"), new[] { "bcl", "package", "source", "unchecked" }));

    /// <summary>A tier is raised by a second row, so that a project which has not accepted the release keeps the first.</summary>
    [Fact]
    public void Says_twice_only_what_a_later_release_raised()
        => Assert.All(
            BuiltInCatalogue.File.Rows.Where(r => r.When is null).GroupBy(r => (r.Symbol.Text, r.Capability)).Where(g => g.Count() > 1),
            g => Assert.Equal(g.OrderBy(r => r.Since), g.OrderBy(r => r.Tier)));

    [Fact]
    public void Knows_no_release_after_this_one() => Assert.All(BuiltInCatalogue.File.Rows, r => Assert.Contains(r.Since, PackageRelease.All));

    [Fact]
    public void A_model_is_only_talked_to()
        => Assert.All(BuiltInCatalogue.File.Rows.Where(r => r.Capability == Capabilities.ModelInvoke), r => Assert.Equal(Tier.Low, r.Tier));

    [Fact]
    public void Every_framework_row_resolves()
    {
        var rows = BuiltInCatalogue.File.Rows.Where(r => r.Key("check") == "bcl").ToList();

        Assert.InRange(rows.Count, 303, int.MaxValue);
        Assert.Empty(rows.SelectMany(Unresolved));
    }

    [Theory]
    [InlineData("M:System.IO.File.Dleete(*)")]
    [InlineData("M:System.IO.Flie.Delete(*)")]
    [InlineData("M:System.IO.File.Move[Async](*)")]
    [InlineData("M:System.IO.StreamWriter.#ctor(System.String,System.String)")]
    [InlineData("M:System.Environment.set_MachineName(*)")]
    [InlineData("T:System.Runtime.InteropServices.DllExportAttribute")]
    public void A_wrong_row_would_be_found(string symbol) => Assert.NotEmpty(Unresolved(Planted($"{symbol}; files.delete; High; no; planted")));

    [Theory]
    [InlineData("M:System.IO.File.Open(*)", "acess:Read")]
    [InlineData("M:System.IO.File.Open(*)", "access:Raed")]
    [InlineData("M:System.IO.File.Open(*)", "options.Acess:Read")]
    [InlineData("M:System.Data.Common.DbCommand+.ExecuteReader[Async](*)", "this.Command:unset")]
    [InlineData("M:System.Net.Http.HttpClient.Send[Async](*)", "request.Method:Got")]
    public void So_would_a_condition_on_what_is_not_there(string symbol, string when)
        => Assert.NotEmpty(Unresolved(Planted($"{symbol}; files.read; Low; no; planted\n{symbol}; files.read; Low; no; planted; when={when}")));

    private static CatalogueRow Planted(string lines) => CatalogueParser.Parse(SourceText.From($"{CatalogueParser.FirstLine}\n{lines}\n")).Rows[^1];

    /// <summary>The names of a row that no public member of the reference assemblies has.</summary>
    private static IEnumerable<string> Unresolved(CatalogueRow row)
    {
        var pattern = row.Symbol;
        if (row.When is { } when && MissingArgument.Of(pattern, when, s_frameworks) is { } missing)
        {
            return [missing.Problem];
        }

        if (pattern.ExactId is { } id)
        {
            return DocumentationCommentId.GetFirstSymbolForDeclarationId(id, s_frameworks) is IMethodSymbol method && IsVisible(method) ? [] : [id];
        }

        var types = s_frameworks.GetTypesByMetadataName(pattern.Container).Concat(Nested(pattern.Container)).ToList();
        if (pattern.IsAttribute)
        {
            return types.Count > 0 ? [] : [pattern.Text];
        }

        return pattern.Names.Where(n => !types.Any(t => t.GetMembers(n).Any(m => m is IMethodSymbol method && IsVisible(method)))).Select(n => $"{pattern.Text}: {n}");
    }

    private static IEnumerable<INamedTypeSymbol> Nested(string container)
        => container.LastIndexOf('.') is > 0 and var dot
            ? s_frameworks.GetTypesByMetadataName(container.Remove(dot, 1).Insert(dot, "+"))
            : [];

    private static bool IsVisible(IMethodSymbol method)
        => method.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
