using System.CommandLine;
using GovernanceAnalyzers.Backlog;
using GovernanceAnalyzers.Steps;
using GovernanceAnalyzers.Tool.Check;
using GovernanceAnalyzers.Tool.Check.Reports;
using GovernanceAnalyzers.Tool.Output;

namespace GovernanceAnalyzers.Tool.Backlog;

/// <summary>Writes down what a project has not governed yet. Who answers for it, and until when, is the caller's to say: nothing is invented.</summary>
internal static class BacklogCommand
{
    public static Command Create() => new("backlog", "Keeps the list of what acts by itself and is not governed yet.") { Init() };

    private static Command Init()
    {
        var target = new Argument<string>("path")
        {
            Description = "A C# project, a solution, or a folder that holds one; this folder by default.", DefaultValueFactory = _ => ".",
        };
        var owner = new Option<string>("--owner") { Description = "Who answers for governing what is listed.", Required = true };
        var until = new Option<string>("--until") { Description = "The last day on which the lines hold, as yyyy-MM-dd.", Required = true };
        var add = new Option<bool>("--add") { Description = "Let a backlog that exists grow." };
        var configuration = new Option<string?>("--configuration", "-c") { Description = "The build configuration, as for dotnet build." };
        var noRestore = new Option<bool>("--no-restore") { Description = "Use the packages of the last restore." };
        var command = new Command(
            "init",
            $"Writes {BacklogLine.FileName} beside each project with what acts by itself today. Exit: 0 written or nothing to write, 1 it would grow, 2 could not run.")
        {
            target, owner, until, add, configuration, noRestore,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new CheckOptions(parsed.GetValue(target)!) { Configuration = parsed.GetValue(configuration), NoRestore = parsed.GetValue(noRestore) },
            Owner(parsed.GetValue(owner)!), Until(parsed.GetValue(until)!), parsed.GetValue(add), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CheckOptions options, string owner, DateTime until, bool mayGrow, CancellationToken cancellationToken)
    {
        var target = CheckTarget.Resolve(options.Target);
        var paths = new ShownPaths(target);
        var result = await CheckRun.ReadAsync(target, paths, options, cancellationToken);
        if (result.Obstacles.Count > 0)
        {
            throw new CannotRunException(result.Obstacles[0]);
        }

        var page = Page.ForStandardOutput();
        var plans = BacklogInit.Plan(result, owner, until, paths);
        if (plans.FirstOrDefault(p => p is { IsNew: false, Added.Count: > 0 }) is { } growing && !mayGrow)
        {
            page.Line($"{paths.Of(growing.File)} would grow by {Words.Number(growing.Added.Count, "line")} (first: {growing.Added[0].EntryPoint} with "
                      + $"{growing.Added[0].Capability}). Govern what is new, or list it with --add. Nothing was written.", Page.Bad);
            return ExitCode.Findings;
        }

        foreach (var plan in plans.Where(p => p.Added.Count > 0))
        {
            await File.WriteAllTextAsync(plan.File, plan.Document.ToString(), cancellationToken);
            page.Line($"{(plan.IsNew ? "Wrote" : "Added to")} {paths.Of(plan.File)}: {Words.Number(plan.Added.Count, "line")} of {owner}, until {BacklogLine.Text(until)}. "
                      + $"It lists {plan.Tiers}.", Page.Good);
        }

        page.Line(plans.Count == 0 ? "Nothing acts by itself in what was read, so there is nothing to list."
                : plans.All(p => p.Added.Count == 0) ? "Everything that acts by itself is listed already."
                : "What it lists is Info from now on; whatever else acts by itself is an error, in every mode.");
        return ExitCode.Clean;
    }

    private static string Owner(string given)
        => Answer.IsGiven(given) && !given.Any(c => c == ';' || char.IsControl(c))
            ? given.Trim()
            : throw new CannotRunException($"--owner '{given}' names nobody; write the person, team or role that answers for governing what is listed.");

    private static DateTime Until(string given)
        => BacklogLine.ParseDay(given) is not { } day ? throw new CannotRunException($"--until '{given}' is no date as yyyy-MM-dd.")
         : day < DateTime.UtcNow.Date ? throw new CannotRunException($"--until {given} is over.")
         : day;
}
