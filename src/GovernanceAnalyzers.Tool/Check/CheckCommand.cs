using System.CommandLine;
using GovernanceAnalyzers.Tool.Backlog;
using GovernanceAnalyzers.Tool.Check.Reports;
using GovernanceAnalyzers.Tool.Output;

namespace GovernanceAnalyzers.Tool.Check;

internal static class CheckCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("path") { Description = "A C# project, a solution, or a folder that holds one." };
        var format = new Option<ReportFormat>("--format") { Description = "text (default), json or sarif.", DefaultValueFactory = _ => ReportFormat.Text };
        var output = new Option<string?>("--output", "-o") { Description = "Write the report to this file." };
        var configuration = new Option<string?>("--configuration", "-c") { Description = "The build configuration, as for dotnet build." };
        var noRestore = new Option<bool>("--no-restore") { Description = "Use the packages of the last restore." };
        var allowUnfollowed = new Option<bool>("--allow-unfollowed") { Description = "Exit 0 although some code was not followed." };
        var manifestOut = new Option<string?>("--manifest-out")
        {
            Description = "Write the manifests, with what the analysis found, into this folder.", HelpName = "folder",
        };
        var backlogFrom = new Option<string?>("--backlog-from")
        {
            Description = "Fail when a backlog lists more than at this git commit, branch or tag.", HelpName = "commit",
        };
        var enforceDates = new Option<bool>("--enforce-dates") { Description = "A waiver that has ended is an error from the day after, without days of grace." };
        var suggest = new Option<bool>("--suggest") { Description = "After the text report, print catalogue lines to be decided, for the calls that no line is about." };
        var command = new Command("check", "Reads what automation may do in a project or solution, without changing it. Exit: 0 clean, 1 findings or unfollowed code, 2 could not run.")
        {
            target, format, output, configuration, noRestore, allowUnfollowed, manifestOut, backlogFrom, enforceDates, suggest,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(new CheckOptions(parsed.GetValue(target)!)
        {
            Format = parsed.GetValue(format),
            OutputFile = parsed.GetValue(output),
            Configuration = parsed.GetValue(configuration),
            NoRestore = parsed.GetValue(noRestore),
            AllowUnfollowed = parsed.GetValue(allowUnfollowed),
            ManifestFolder = parsed.GetValue(manifestOut),
            BacklogFrom = parsed.GetValue(backlogFrom),
            EnforceDates = parsed.GetValue(enforceDates),
            Suggest = parsed.GetValue(suggest),
        }, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CheckOptions options, CancellationToken cancellationToken)
    {
        var target = CheckTarget.Resolve(options.Target);
        var paths = new ShownPaths(target);
        using var report = ReportFile.Open(options.OutputFile);
        var history = options.BacklogFrom is { } commit ? await GitHistory.AtAsync(target.Folder, commit, cancellationToken) : null;
        var result = await CheckRun.ReadAsync(target, paths, options, cancellationToken);
        if (history is not null && result.Obstacles.Count == 0)
        {
            result = result with { Growth = await BacklogGrowth.SinceAsync(history, result, paths, cancellationToken) };
        }

        Show(result, options, report, paths);
        if (result.Obstacles.Count > 0)
        {
            await Console.Error.WriteLineAsync($"Could not run: {Printable.Line(result.Obstacles[0])}");
        }

        return result.ExitCode;
    }

    private static void Show(CheckResult result, CheckOptions options, ReportFile? report, ShownPaths paths)
    {
        switch (options.Format)
        {
            case ReportFormat.Json:
                JsonReport.Write(report?.Writer ?? Console.Out, result, paths);
                break;
            case ReportFormat.Sarif:
                SarifReport.Write(report?.Writer ?? Console.Out, result, paths);
                break;
            default:
                TextReport.Write(report is null ? Page.ForStandardOutput() : Page.Plain(report.Writer), result, paths);
                break;
        }

        if (options is { Suggest: true, Format: ReportFormat.Text } && result.Obstacles.Count == 0)
        {
            SuggestedLines.Write(report?.Writer ?? Console.Out, result);
        }

        if (report is not null && result.Obstacles.Count == 0)
        {
            Page.ForStandardOutput().Line($"{Conclusion.Of(result)} Report: {options.OutputFile}");
        }
    }
}
