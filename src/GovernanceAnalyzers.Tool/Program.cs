using System.CommandLine;
using GovernanceAnalyzers.Inspection;
using GovernanceAnalyzers.Tool;
using GovernanceAnalyzers.Tool.Backlog;
using GovernanceAnalyzers.Tool.Check;
using GovernanceAnalyzers.Tool.Confirm;
using GovernanceAnalyzers.Tool.Log;
using GovernanceAnalyzers.Tool.Output;
using GovernanceAnalyzers.Tool.Show;

var root = new RootCommand("Reads what automation may do in .NET code, shows manifests, answers confirmations, verifies action logs.")
{
    CheckCommand.Create(),
    ShowCommand.Create(),
    BacklogCommand.Create(),
    ConfirmCommand.Create(),
    LogCommand.Create(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    // The library would print the whole help and answer 1, which here means findings.
    Console.Error.WriteLine($"governance: {Printable.Line(parsed.Errors[0].Message)} See governance --help.");
    return ExitCode.CouldNotRun;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (CannotRunException failure)
{
    Console.Error.WriteLine($"Could not run: {Printable.Line(failure.Message)}");
    return ExitCode.CouldNotRun;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Could not run: cancelled.");
    return ExitCode.CouldNotRun;
}
catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InspectionException)
{
    Console.Error.WriteLine($"Could not run: {Printable.Line(failure.Message)}");
    return ExitCode.CouldNotRun;
}
catch (Exception failure)
{
    // Whatever went wrong inside must not end as a stack trace with an exit code that means something else.
    Console.Error.WriteLine($"Could not run: governance failed inside, please report this: {Printable.Line($"{failure.GetType().Name}: {failure.Message}")}");
    return ExitCode.CouldNotRun;
}
