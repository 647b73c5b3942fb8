using Governance;
using Shop.Refunds;

var files = new DeskFiles(Path.Combine(AppContext.BaseDirectory, "data"), Path.GetFullPath(Path.Combine("artifacts", "refund-desk")));
try
{
    switch (args)
    {
        case ["console" or "inbox"]:
            return await DeskHost.RunAsync(files, args[0] == "console", int.MaxValue, Console.Out) ? 0 : 1;
        case ["console" or "inbox", var text] when int.TryParse(text, out var count):
            return await DeskHost.RunAsync(files, args[0] == "console", count, Console.Out) ? 0 : 1;
        case ["rollback", var request, var reason]:
            var outcome = await DeskHost.RollBackAsync(files, request, reason);
            Console.WriteLine(outcome.IsCompleted ? $"{request} is undone." : $"{request} is not undone: {outcome.Reason}");
            return outcome.IsCompleted ? 0 : 1;
        default:
            Console.Error.WriteLine(
                """
                RefundDesk console [count]             work through the requests and ask at the console
                RefundDesk inbox [count]               the same, asking through the inbox: answer with `governance confirm`
                RefundDesk rollback <request> <reason> undo one request
                """);
            return 2;
    }
}
catch (Exception problem) when (problem is GovernanceConfigurationException or JournalException or ConfirmationInboxException or IOException)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}
