using System.CommandLine;
using GovernanceAnalyzers.Tool.Check;
using GovernanceAnalyzers.Tool.Output;

namespace GovernanceAnalyzers.Tool.Show;

internal enum ShowFormat
{
    Text,
    Markdown,
}

/// <summary>Shows a manifest to somebody who does not read C#.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var manifest = new Argument<string>("manifest") { Description = "A file <Assembly>.governance.json, or an assembly that carries its manifest." };
        var format = new Option<ShowFormat>("--format") { Description = "text (default) or markdown.", DefaultValueFactory = _ => ShowFormat.Text };
        var output = new Option<string?>("--output", "-o") { Description = "Write the page to this file." };
        var command = new Command("show", "Shows a manifest, workflow by workflow: what is generated, proven, asserted and none. Exit: 0, 2 could not read it.")
        {
            manifest, format, output,
        };
        command.SetAction(parsed =>
        {
            var read = ManifestReader.Read(parsed.GetValue(manifest)!);
            using var file = ReportFile.Open(parsed.GetValue(output));
            new ManifestPage(read, parsed.GetValue(format) == ShowFormat.Markdown
                ? new MarkdownPage(file?.Writer ?? Console.Out)
                : new TextPage(file is null ? Page.ForStandardOutput() : Page.Plain(file.Writer))).Write();
            return ExitCode.Clean;
        });
        return command;
    }
}
