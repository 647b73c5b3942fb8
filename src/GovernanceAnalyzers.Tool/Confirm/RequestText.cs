using Governance;
using GovernanceAnalyzers.Tool.Output;

namespace GovernanceAnalyzers.Tool.Confirm;

/// <summary>A request as the deciding person reads it: everything that the decision is bound to, before the words that decide.</summary>
internal static class RequestText
{
    private const int Column = 14;

    public static void WriteList(Page page, IReadOnlyList<InboxItem> items, DateTimeOffset now)
    {
        if (items.Count == 0)
        {
            page.Line("No request waits for a decision.");
        }

        foreach (var item in items)
        {
            page.Add($"{item.RequestId}  ", Page.Title);
            if (item.Request is not { } request)
            {
                page.Line($"damaged: {item.Damage}", Page.Bad);
                continue;
            }

            page.Add($"{request.Tier,-6} ", TierStyle(request.Tier));
            page.Line($"{Standing(item, now)}  {request.Workflow}/{request.Step}  {request.Question}  (asked by {request.Actor})");
        }
    }

    public static void Write(Page page, InboxItem item, DateTimeOffset now)
    {
        if (item.Request is not { } request)
        {
            throw new CannotRunException(item.Damage ?? $"request {item.RequestId} is damaged.");
        }

        page.Line(request.Question, Page.Title);
        page.Line();
        Row(page, "Request", item.RequestId);
        Row(page, "Step", $"{request.Workflow}/{request.Step}");
        page.Add("Tier".PadRight(Column));
        page.Line($"{request.Tier}", TierStyle(request.Tier));
        Row(page, "Standing", Standing(item, now));
        Row(page, "Asked by", request.Actor);
        Row(page, "On behalf of", request.OnBehalfOf ?? "nobody named");
        Row(page, "Authority", request.Authority ?? "none named");
        Row(page, "Owner", request.Owner ?? "none named");
        Row(page, "Rollback", request.Rollback ?? "none: this cannot be undone by the step");
        Row(page, "Key", request.Key ?? "none: asked again, it is another request");
        Row(page, "Arguments", request.Arguments.Count == 0 ? "none" : "");
        foreach (var argument in request.Arguments)
        {
            page.Line($"  {argument.Name} = {argument.Json}");
        }

        if (item.Decision is { } decision)
        {
            page.Line();
            WriteDecision(page, item.RequestId, decision);
        }
        else if (item.State == InboxState.Waiting)
        {
            page.Line();
            page.Line($"governance confirm approve {item.RequestId}");
            page.Line($"governance confirm deny {item.RequestId} --reason \"…\"");
        }
    }

    public static void WriteDecision(Page page, InboxItem item)
    {
        if (item.Decision is not { } decision)
        {
            throw new CannotRunException(item.Damage ?? $"the decision on {item.RequestId} was not kept.");
        }

        WriteDecision(page, item.RequestId, decision);
    }

    private static void WriteDecision(Page page, string requestId, ConfirmationDecision decision)
    {
        var approved = decision.Verdict == ConfirmationVerdict.Approved;
        page.Add(approved ? "Approved" : "Denied", approved ? Page.Good : Page.Bad);
        page.Line($": {requestId}, by {decision.Approver}{(string.IsNullOrEmpty(decision.Reason) ? "" : $": {decision.Reason}")}. "
                  + (approved ? "It holds for these arguments, once." : "The step will not run."));
    }

    private static string Standing(InboxItem item, DateTimeOffset now) => item.State switch
    {
        InboxState.Waiting => $"{Left(item.Request!.ExpiresAt - now)} left",
        var state => state.ToString().ToLowerInvariant(),
    };

    private static string Left(TimeSpan time)
        => time.TotalHours >= 48 ? $"{(int)time.TotalDays} days"
         : time.TotalMinutes >= 120 ? $"{(int)time.TotalHours} h"
         : time.TotalSeconds >= 120 ? $"{(int)time.TotalMinutes} min"
         : $"{(int)time.TotalSeconds} s";

    private static Spectre.Console.Style? TierStyle(RiskTier tier) => tier switch
    {
        RiskTier.High => Page.Bad,
        RiskTier.Medium => Page.Warning,
        _ => null,
    };

    private static void Row(Page page, string title, string value) => page.Line($"{title,-Column}{value}".TrimEnd());
}
