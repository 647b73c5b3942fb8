using GovernanceAnalyzers.Package.Tests.Rig;

namespace GovernanceAnalyzers.Package.Tests;

/// <summary>What goes wrong outside the code is one clear line.</summary>
[Collection(Packed.Name)]
public sealed class BuildFailureTests(PackedPackages packages)
{
    [Fact]
    public void A_manifest_that_cannot_be_written_fails_the_build_with_one_line()
    {
        var work = packages.Workspace("unwritable").Project("Shop.csproj").Write("Text.cs", Code.Plain);
        // A folder in the file's place: unlike a mode, it also stops root.
        Directory.CreateDirectory(work["obj/Debug/net10.0/Shop.governance.json/taken"]);
        var run = work.Build(".").FailedWith("The governance manifest", "cannot be written");
        Assert.Single(run.Errors);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }
}
