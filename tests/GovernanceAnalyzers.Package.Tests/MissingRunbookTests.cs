using GovernanceAnalyzers.BuildTasks;
using GovernanceAnalyzers.Inspection;

namespace GovernanceAnalyzers.Package.Tests;

public sealed class MissingRunbookTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("runbooks-").FullName;

    public MissingRunbookTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, ".git"));
        Write("docs/root.md", "");
        Write("src/Shop/docs/project.md", "");
        Write("src/between.md", "");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("docs/root.md")]
    [InlineData("docs\\root.md")]
    [InlineData("docs/root.md#at-night")]
    [InlineData("docs/project.md")]
    [InlineData("https://wiki.example/refunds")]
    public void What_lies_under_the_repository_or_the_project_is_there(string runbook) => Assert.Empty(Missing("Harden", runbook));

    [Theory]
    [InlineData("docs/other.md")]
    [InlineData("between.md")]
    [InlineData("docs")]
    [InlineData("#at-night")]
    [InlineData("../docs/root.md")]
    [InlineData("docs/../docs/root.md")]
    public void What_lies_nowhere_or_outside_or_in_between_is_missing(string runbook)
    {
        var missing = Assert.Single(Missing("Harden", runbook));
        Assert.Equal((runbook, true), (missing.Path, missing.IsCertain));
        Assert.Equal(
            $"Workflow 'refunds' is in stage Harden and its runbook '{runbook}' is neither under the repository's root nor under the project's folder: write the runbook, or correct the path",
            missing.Message);
    }

    [Fact]
    public void A_path_of_this_machine_is_missing_on_the_next() => Assert.Single(Missing("Harden", Path.Combine(_root, "docs", "root.md").Replace('\\', '/')));

    [Theory]
    [InlineData("Pilot", 0)]
    [InlineData("Validate", 0)]
    [InlineData("Harden", 1)]
    [InlineData("Deploy", 1)]
    [InlineData("Optimize", 1)]
    public void It_is_asked_for_from_the_stage_that_demands_one(string stage, int missing) => Assert.Equal(missing, Missing(stage, "docs/other.md").Count);

    [Fact]
    public void Where_none_is_named_the_compiler_says_so() => Assert.Empty(Missing("Harden", null));

    [Fact]
    public void Without_a_repository_around_it_may_lie_outside()
    {
        Directory.Delete(Path.Combine(_root, ".git"));
        Assert.Empty(Missing("Harden", "docs/project.md"));
        var missing = Assert.Single(Missing("Harden", "docs/root.md"));
        Assert.False(missing.IsCertain);
        Assert.Contains("is not under the project's folder, and no repository is around it (no .git)", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_worktree_is_a_repository_too()
    {
        Directory.Delete(Path.Combine(_root, ".git"));
        Write(".git", "gitdir: elsewhere");
        Assert.Empty(Missing("Harden", "docs/root.md"));
    }

    [Fact]
    public void The_line_that_names_it_is_found()
    {
        var first = Write("A.cs", "// docs/r.md, \"docs/r.md.old\"\n");
        var second = Write("B.cs", "[GovernedWorkflow(\"refunds\",\n    Runbook = \"docs/r.md\")]\n");
        var third = Write("C.cs", "const string Book = \"docs/r.md\"; const string Windows = \"docs\\\\w.md\";\n");
        string[] files = [third, second, first, Path.Combine(_root, "gone.cs")];
        Assert.Equal(new SourceSpot(second, 2, 15), SourceSpot.Of("docs/r.md", files));
        Assert.Equal(new SourceSpot(third, 1, 57), SourceSpot.Of("docs\\w.md", files));
        Assert.Null(SourceSpot.Of("docs/other.md", files));
    }

    private IReadOnlyList<MissingRunbook> Missing(string stage, string? runbook)
    {
        var named = runbook is null ? "" : $", \"runbook\": \"{runbook.Replace("\\", "\\\\", StringComparison.Ordinal)}\"";
        var file = Write("manifest.json", $$"""
            { "declared": { "schema": "governance-manifest/1", "workflows": [ { "id": "refunds", "type": "T:Shop.Desk", "stage": "{{stage}}"{{named}} } ] } }
            """);
        return MissingRunbook.In(WrittenManifest.Read(file), Path.Combine(_root, "src", "Shop"));
    }

    private string Write(string path, string text)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }
}
