using System.CommandLine;
using System.Globalization;
using Governance;
using GovernanceAnalyzers.Tool.Output;

namespace GovernanceAnalyzers.Tool.Log;

/// <summary>Reads an action log from outside: the verification needs no running host and trusts none.</summary>
internal static class LogCommand
{
    public static Command Create() => new("log", "Verifies and shows action logs.") { Verify(), Tail() };

    private static Command Verify()
    {
        var folder = Folder();
        var known = new Option<string?>("--known")
        {
            Description = "A record noted elsewhere earlier, as SEQUENCE:HASH; the log must still hold it.",
        };
        var command = new Command("verify", "Verifies that no record was changed, cut off or replaced. Exit: 0 intact, 1 broken, 2 no log.") { folder, known };
        command.SetAction(parsed =>
        {
            var report = Read(() => JournalVerifier.Verify(parsed.GetValue(folder)!, Known(parsed.GetValue(known))));
            var page = Page.ForStandardOutput();
            if (report.Problem is { } problem)
            {
                page.Add("Broken: ", Page.Bad);
                page.Line(problem.ToString());
                page.Line(string.Create(CultureInfo.InvariantCulture, $"The {report.Records} records before it are intact."));
                return ExitCode.Findings;
            }

            page.Add("Intact: ", Page.Good);
            page.Line($"{report}.");
            return ExitCode.Clean;
        });
        return command;
    }

    private static Command Tail()
    {
        var folder = Folder();
        var count = new Option<int>("--lines", "-n") { Description = "How many records, from the end.", DefaultValueFactory = _ => 20 };
        var command = new Command("tail", "Shows the last records. Exit: 0, 1 where the log is damaged, 2 no log.") { folder, count };
        command.SetAction(parsed =>
        {
            var place = parsed.GetValue(folder)!;
            var page = Page.ForStandardOutput();
            foreach (var action in Read(() => JournalVerifier.ReadRecords(place)).TakeLast(Math.Max(parsed.GetValue(count), 0)))
            {
                Show(page, action);
            }

            if (Read(() => JournalVerifier.Verify(place)).Problem is { } problem)
            {
                page.Line($"Broken: {problem}", Page.Bad);
                return ExitCode.Findings;
            }

            return ExitCode.Clean;
        });
        return command;
    }

    private static void Show(Page page, LoggedAction action)
    {
        var record = action.Record;
        page.Add(string.Create(CultureInfo.InvariantCulture, $"{action.Position.Sequence,6}  {record.Time.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z  "), Page.Faint);
        page.Add($"{record.State,-12} ", StateStyle(record.State));
        page.Add($"{record.Workflow}/{record.Step}  {record.RequestId}");
        foreach (var (word, value) in new[]
                 {
                     ("by", record.Approver), ("for", record.Actor), ("reason:", record.Reason), ("error:", record.Error),
                 })
        {
            if (!string.IsNullOrEmpty(value))
            {
                page.Add($"  {word} {value}");
            }
        }

        page.Line(record.NotEvidence ? "  (not evidence)" : "", Page.Warning);
    }

    private static Spectre.Console.Style? StateStyle(string state) => state switch
    {
        ActionStates.Failed or ActionStates.Denied or ActionStates.Refused or ActionStates.RollbackFailed => Page.Bad,
        ActionStates.Escalated or ActionStates.InDoubt or ActionStates.Expired or ActionStates.Abandoned => Page.Warning,
        ActionStates.Completed => Page.Good,
        _ => null,
    };

    private static Argument<string> Folder() => new("folder")
    {
        Description = "The folder that was given to UseJournal; 'governance' by default.",
        DefaultValueFactory = _ => "governance",
    };

    private static LogPosition? Known(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return text.Split(':') is [var sequence, { Length: 64 } hash] && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new LogPosition(number, hash.ToLowerInvariant())
            : throw new CannotRunException($"'{text}' is not SEQUENCE:HASH, such as 12:9f86d081… with all 64 digits.");
    }

    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JournalException failure)
        {
            throw new CannotRunException(failure.Message);
        }
    }
}
