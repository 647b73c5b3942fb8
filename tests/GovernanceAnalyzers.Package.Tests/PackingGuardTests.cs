using GovernanceAnalyzers.Package.Tests.Rig;

namespace GovernanceAnalyzers.Package.Tests;

/// <summary>Whether those who install a library get the analyzers is for its author to say (GVN3105).</summary>
[Collection(Packed.Name)]
public sealed class PackingGuardTests(PackedPackages packages)
{
    [Fact]
    public void A_library_that_hands_the_analyzers_on_without_saying_so_is_reported_when_it_is_packed()
    {
        var work = packages.Workspace("packing").Project("Shop.csproj", framework: "net10.0;netstandard2.1", references: false,
            items: "<PackageReference Include=\"GovernanceAnalyzers\" Version=\"$(GovernanceVersion)\" PrivateAssets=\"$(Keep)\" />").Write("Text.cs", "class Text { }");
        work.Build(".", "-c", "Release").Silent();

        var pack = work.Run("pack", ".", "--no-build", "-v", "minimal", "-p:Version=" + packages.Version).Succeeded();
        Assert.Contains("warning GVN3105: Whoever installs this package inherits the governance analyzers", Assert.Single(pack.Warnings), StringComparison.Ordinal);
        foreach (var decided in new[] { "-p:Keep=All", "-p:Keep=none" })
        {
            work.Run("pack", ".", "--no-build", "-v", "minimal", "-p:Version=" + packages.Version, decided).Silent();
        }
    }
}
