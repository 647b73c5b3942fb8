namespace GovernanceAnalyzers.Evaluation.Tests;

/// <summary>A folder with sources and a table, and the program run on it.</summary>
internal sealed class Workspace : IDisposable
{
    public const string Header = "repo\tmethod_at\ttool_method\tentry\taction\treached_api\tcall_at\tcalls_between\tcrosses_project\trisk\tconfirmation\taudit_or_log\tbuilds_in\tnote";

    public Workspace() => Directory.CreateDirectory(Path.Combine(Folder, "sources"));

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"evaluation-{Guid.NewGuid():N}");

    public static string Row(string at, string method, string action, string risk, string calls = "direct", string crosses = "no")
        => string.Join('\t', "some/repo", at, method, "[McpServerTool]", action, "-", "-", calls, crosses, risk, "none", "none", "harness", "");

    public string PathOf(string path) => Path.Combine(Folder, path);

    /// <summary>Adds a file, relative to the repository's sources.</summary>
    public Workspace With(string path, string text) => Write(Path.Combine("sources", path), text);

    /// <summary>Adds a file beside the sources.</summary>
    public Workspace Write(string path, string text)
    {
        var file = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public Workspace Table(params string[] rows) => Write("tools.tsv", string.Join('\n', rows.Prepend(Header)) + "\n");

    /// <summary>Runs with the table and its one root.</summary>
    public (int ExitCode, string Output, string Error) Run(params string[] more)
        => Execute([PathOf("tools.tsv"), "--root", $"some/repo={PathOf("sources")}", .. more]);

    public static (int ExitCode, string Output, string Error) Execute(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (Program.Execute(words, output, error), output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
