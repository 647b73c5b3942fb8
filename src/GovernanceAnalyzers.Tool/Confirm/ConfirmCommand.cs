using System.CommandLine;
using Governance;
using GovernanceAnalyzers.Tool.Output;

namespace GovernanceAnalyzers.Tool.Confirm;

/// <summary>
/// Answers requests that wait in a folder's inbox. The approver is the account that runs the command and nothing else: an option to name
/// somebody would let whoever types decide who decided.
/// </summary>
internal static class ConfirmCommand
{
    public static Command Create() => new("confirm", "Shows and answers what waits for a person's decision.") { List(), Show(), Approve(), Deny() };

    private static Command List()
    {
        var folder = Folder();
        var all = new Option<bool>("--all") { Description = "Also what is decided or has expired." };
        var command = new Command("list", "Lists the requests that wait, the next to expire first.") { folder, all };
        command.SetAction(parsed => Answer(() =>
        {
            var items = new ConfirmationInbox(parsed.GetValue(folder)!).List(parsed.GetValue(all));
            RequestText.WriteList(Page.ForStandardOutput(), items, DateTimeOffset.UtcNow);
        }));
        return command;
    }

    private static Command Show()
    {
        var (folder, request) = (Folder(), Request());
        var command = new Command("show", "Shows all of one request: what is asked, with which arguments, by whom and for whom, and how it is undone.") { request, folder };
        command.SetAction(parsed => Answer(() =>
        {
            var item = new ConfirmationInbox(parsed.GetValue(folder)!).Find(parsed.GetValue(request)!);
            RequestText.Write(Page.ForStandardOutput(), item, DateTimeOffset.UtcNow);
        }));
        return command;
    }

    private static Command Approve()
    {
        var (folder, request) = (Folder(), Request());
        var reason = new Option<string?>("--reason") { Description = "Why; may be left out." };
        var command = new Command("approve", "Says yes to exactly this request, once, as your account.") { request, reason, folder };
        command.SetAction(parsed => Answer(() =>
        {
            var item = new ConfirmationInbox(parsed.GetValue(folder)!).Approve(parsed.GetValue(request)!, parsed.GetValue(reason));
            RequestText.WriteDecision(Page.ForStandardOutput(), item);
        }));
        return command;
    }

    private static Command Deny()
    {
        var (folder, request) = (Folder(), Request());
        var reason = new Option<string>("--reason") { Description = "Why: the one who asked and the owner read it.", Required = true };
        var command = new Command("deny", "Says no, as your account.") { request, reason, folder };
        command.SetAction(parsed => Answer(() =>
        {
            var item = new ConfirmationInbox(parsed.GetValue(folder)!).Deny(parsed.GetValue(request)!, parsed.GetValue(reason)!);
            RequestText.WriteDecision(Page.ForStandardOutput(), item);
        }));
        return command;
    }

    private static Option<string> Folder() => new("--folder", "-f")
    {
        Description = "The folder that was given to UseJournal; 'governance' by default.",
        DefaultValueFactory = _ => "governance",
    };

    private static Argument<string> Request() => new("request") { Description = "The request's id, such as R-7F3K2M9Q." };

    private static int Answer(Action act)
    {
        try
        {
            act();
            return ExitCode.Clean;
        }
        catch (ConfirmationInboxException failure)
        {
            throw new CannotRunException(failure.Message);
        }
    }
}
