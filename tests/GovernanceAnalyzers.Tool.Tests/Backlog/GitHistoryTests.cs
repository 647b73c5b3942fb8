using GovernanceAnalyzers.Tool.Backlog;

namespace GovernanceAnalyzers.Tool.Tests.Backlog;

/// <summary>What git knows of a file, and one line where it knows nothing.</summary>
public sealed class GitHistoryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_file_is_read_as_it_was()
    {
        Git.Commit(_folder.With("app/list.txt", "then").With("other.txt", ""));
        _folder.With("app/list.txt", "now").With("app/new.txt", "");
        var history = await GitHistory.AtAsync(_folder.Path, "main", default);
        Assert.Equal("then", await history.ReadAsync(_folder["app"], "list.txt", default));
        Assert.Null(await history.ReadAsync(_folder["app"], "new.txt", default));
        Assert.Null(await history.ReadAsync(_folder["app"], "other.txt", default));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("--all")]
    [InlineData("main:app")]
    public async Task A_name_that_is_no_commit(string name)
    {
        Git.Commit(_folder.With("app/list.txt", ""));
        Assert.Equal($"there is no commit '{name}' in this repository.", await Why(_folder.Path, name));
    }

    [Fact]
    public async Task A_commit_that_a_shallow_clone_left_out()
    {
        Git.Commit(_folder.With("list.txt", "1"));
        Git.Run(_folder.Path, "tag", "first");
        Git.Commit(_folder.With("list.txt", "2"));
        Git.Run(_folder.Data, "clone", "-q", "--depth", "1", "--no-tags", new Uri(_folder.Path).AbsoluteUri, "shallow");
        Assert.Equal("there is no commit 'first' in this clone, which is shallow: fetch it first (on a build server, check out the whole history).",
                     await Why(Path.Combine(_folder.Data, "shallow"), "first"));
    }

    [Fact]
    public async Task A_folder_in_no_repository()
        => Assert.StartsWith($"--backlog-from needs the git history of {_folder.Path}, and git says: fatal: not a git repository", await Why(_folder.Path, "main"));

    [Fact]
    public void A_machine_without_git()
    {
        _folder.With("App.csproj", Projects.Empty);
        Assert.Equal(new ToolRun(2, "", "Could not run: --backlog-from needs git, and there is no 'git' on the PATH.\n"),
                     GovernanceTool.Run(_folder, [("PATH", _folder.Data)], "check", ".", "--backlog-from", "main"));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<string> Why(string folder, string name)
        => (await Assert.ThrowsAsync<CannotRunException>(() => GitHistory.AtAsync(folder, name, default))).Message;
}
