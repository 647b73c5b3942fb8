using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace GovernanceAnalyzers.Tool.Tests.Docs;

/// <summary>
/// The end of docs/guides/govern-an-mcp-server.md with samples/OpsServer.After as it is built: a model's client asks over standard input, a person
/// decides in the server's folder, and only then something happens.
/// </summary>
public sealed class GovernedServerTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private McpClient _client = null!;

    public async Task InitializeAsync()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var server = Path.Combine(
            output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName, "samples", "OpsServer.After", "bin", output.Parent.Name, output.Name, "OpsServer.After.dll");
        _client = await McpClient.CreateAsync(new StdioClientTransport(new()
        {
            Command = Environment.ProcessPath!,
            Arguments = [server],
            WorkingDirectory = _folder.Path,
        }));
    }

    [Fact]
    public async Task A_file_is_deleted_only_after_a_person_said_yes()
    {
        _folder.With("victim.txt", "");
        var asked = await Call("delete_file", ("path", "victim.txt"));
        Assert.StartsWith("disk-tools/delete-file waits for a person's decision, request R-", asked, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["victim.txt"]));

        var listed = Assert.Single(Governance("confirm", "list"));
        Assert.Contains("Delete \"victim.txt\"?", listed, StringComparison.Ordinal);
        var request = listed.Split(' ')[0];
        Assert.StartsWith($"Approved: {request}, by ", Governance("confirm", "approve", request)[0], StringComparison.Ordinal);

        Assert.Equal("Deleted victim.txt.", await Call("delete_file", ("path", "victim.txt")));
        Assert.False(File.Exists(_folder["victim.txt"]));
        Governance("log", "verify", "governance");
    }

    [Fact]
    public async Task A_denied_tool_does_nothing_and_says_so()
    {
        _folder.With("keep/file.txt", "");
        await Call("remove_folder", ("folder", "keep"));
        Governance("confirm", "deny", Governance("confirm", "list")[0].Split(' ')[0], "--reason", "still in use");
        Assert.StartsWith("A person denied disk-tools/remove-folder", await Call("remove_folder", ("folder", "keep")), StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["keep/file.txt"]));
    }

    [Fact]
    public async Task A_tool_that_only_reads_waits_for_nobody_and_the_model_sees_no_governor()
    {
        _folder.With("notes/a.txt", "read me");
        Assert.Equal("read me", await Call("read_file", ("path", "notes/a.txt")));
        var deleteFile = (await _client.ListToolsAsync()).Single(tool => tool.Name == "delete_file");
        Assert.Equal(["path"], deleteFile.JsonSchema.GetProperty("properties").EnumerateObject().Select(p => p.Name));
    }

    public async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<string> Call(string tool, params (string Name, object? Value)[] arguments)
    {
        var result = await _client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => a.Value));
        return string.Concat(result.Content.OfType<TextContentBlock>().Select(block => block.Text));
    }

    private string[] Governance(params string[] arguments)
    {
        var run = GovernanceTool.Run(_folder, arguments);
        Assert.True(run.ExitCode == 0, run.ToString());
        return run.Lines;
    }
}
