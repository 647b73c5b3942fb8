using System.IO.Compression;
using GovernanceAnalyzers.Package.Tests.Rig;

namespace GovernanceAnalyzers.Package.Tests;

/// <summary>The template of samples/policy-package, packed and used as its README says.</summary>
[Collection(Packed.Name)]
public sealed class PolicyPackageTests(PackedPackages packages)
{
    /// <summary>What it depends on is a prerelease here, so it is one too.</summary>
    private const string Version = "1.0.0-test";

    private const string Ledger = """
        namespace Acme.Ledger;

        public interface IBookings { void Book(decimal amount); void Note(string text); }
        """;

    private const string Tool = """
        using Governance;

        public sealed class LedgerTools(Acme.Ledger.IBookings bookings)
        {
            [AutomationEntryPoint]
            public void Book(decimal amount) => bookings.Book(amount);
        }
        """;

    private const string Desk = """
        using Acme.Ledger;
        using Governance;

        [GovernedWorkflow("ledger", Owner = "finance-automation", GovernanceOwner = "risk-office", EscalateTo = "oncall-finance")]
        [Review("authority", EveryDays = 90)]
        public sealed partial class LedgerDesk(IBookings bookings, IStepGovernor governor)
        {
            [WorkflowStep("book", RiskTier.High, Irreversible = "the ledger is append-only", Key = "{amount}", Question = "Book {amount}?")]
            public partial Task BookAsync(decimal amount, CancellationToken ct = default);

            private Task BookCoreAsync(decimal amount, CancellationToken ct)
            {
                bookings.Book(amount);
                return Task.CompletedTask;
            }
        }
        """;

    [Fact]
    public void One_reference_brings_the_organisations_actions_owners_and_limits_and_a_project_cannot_lower_them()
    {
        var work = packages.Workspace("policy");
        CopyTemplate(work);
        work.Run("pack", "Policy", "-o", packages.Feed, "-v", "minimal", "-p:Version=" + Version).Silent();

        work.Project(
                "App/App.csproj",
                "<GovernanceMaximumWaiverDays>400</GovernanceMaximumWaiverDays><GovernanceMode>consumer</GovernanceMode>",
                $"<PackageReference Include=\"Acme.GovernancePolicy\" Version=\"{Version}\" PrivateAssets=\"all\" />",
                references: false)
            .Write("App/Ledger.cs", Ledger).Write("App/Tools.cs", Tool)
            .Write("App/Desk.cs", Desk.Replace("finance-automation", "finance-autmation", StringComparison.Ordinal))
            .Write("App/own.actions.txt", """
                # governance-actions 1
                M:Acme.Ledger.IBookings.Note(*); acme.note; High; yes; raised, as a project may
                M:Acme.Ledger.IBookings.Book(*); acme.book; Medium; no; lowered, as it may not
                """);
        var refused = work.Build("App");
        refused.FailedWith("GVN2006", "Tools.cs(6,", "acme.book (High)");
        refused.FailedWith("GVN9001", "own.actions.txt(3,1)", "M:Acme.Ledger.IBookings.Book(*) is High as acme.book in the organisation's acme.actions.txt");
        Assert.Equal(2, refused.Errors.Count);
        Assert.Contains(refused.Warnings, w => w.Contains("GVN1002", StringComparison.Ordinal) && w.Contains("write 'finance-automation'", StringComparison.Ordinal));

        File.Delete(work["App/own.actions.txt"]);
        work.Write("App/Tools.cs", "").Write("App/Desk.cs", Desk);
        work.Build("App", "--no-restore").Silent();
        var settings = File.ReadAllText(work.Find("App/obj/Debug", "App.GeneratedMSBuildEditorConfig.editorconfig"));
        Assert.Contains("build_property.GovernanceMaximumWaiverDays = 90\n", settings.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var manifest = File.ReadAllText(work["App/bin/Debug/net10.0/App.governance.json"]);
        Assert.Contains("\"mode\": \"enforce\"", manifest, StringComparison.Ordinal);
        Assert.Contains("\"level\": \"0.1\"", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_lowers_a_tier_does_not_get_out()
    {
        var work = packages.Workspace("wrong-policy");
        CopyTemplate(work);
        File.AppendAllText(work["Policy/policy/acme.actions.txt"], "M:System.IO.File.Delete(*); files.delete; Low; no; we trust it\n");
        work.Run("pack", "Policy", "-o", work["out"], "-v", "minimal").FailedWith("GVN9001", "acme.actions.txt(5,", "is High as files.delete");
        Assert.False(Directory.Exists(work["out"]) && Directory.GetFiles(work["out"]).Length > 0);
    }

    [Fact]
    public void Any_file_can_be_a_list_of_the_organisation()
    {
        var work = packages.Workspace("items")
            .Project("App.csproj", items: "<GovernanceCatalogue Include=\"calls.md\" /><GovernanceCatalogue Include=\"own.actions.txt\" />")
            .Write("Ledger.cs", Ledger).Write("Tools.cs", Tool)
            .Write("calls.md", "# governance-actions 1\nM:Acme.Ledger.IBookings.Book(*); acme.book; Medium; no; books\n")
            .Write("own.actions.txt", "# governance-actions 1\nM:Acme.Ledger.IBookings.Book(*); acme.book; High; no; books\n");
        var refused = work.Build(".");
        refused.FailedWith("GVN2006", "acme.book (High)");
        // Both are the organisation's, and each is read once.
        refused.FailedWith("GVN9004", "own.actions.txt(2,", "Medium in line 2 of calls.md");
        Assert.Equal(2, refused.Errors.Count);
    }

    [Fact]
    public void The_package_holds_the_lists_and_what_hands_them_on()
    {
        var work = packages.Workspace("policy-content");
        CopyTemplate(work);
        work.Run("pack", "Policy", "-o", work["out"], "-v", "minimal", "-p:Version=" + Version).Silent();
        using var package = ZipFile.OpenRead(work[$"out/Acme.GovernancePolicy.{Version}.nupkg"]);
        Assert.Equal(
            ["Acme.GovernancePolicy.nuspec", "build/Acme.GovernancePolicy.props", "build/Acme.GovernancePolicy.targets", "policy/acme.actions.txt", "policy/acme.owners"],
            package.Entries.Select(e => e.FullName).Where(n => !n.StartsWith("_rels/") && !n.StartsWith("package/") && n != "[Content_Types].xml").Order(StringComparer.Ordinal));
    }

    private static void CopyTemplate(Workspace work)
    {
        var template = Path.Combine(PackedPackages.Repository, "samples", "policy-package");
        foreach (var file in new[] { "Acme.GovernancePolicy.csproj", "build/Acme.GovernancePolicy.props", "build/Acme.GovernancePolicy.targets", "policy/acme.actions.txt", "policy/acme.owners" })
        {
            work.Write("Policy/" + file, File.ReadAllText(Path.Combine(template, file)));
        }
    }
}
