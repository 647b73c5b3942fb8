namespace Governance.Tests;

public sealed record RefundRequest(string OrderId, string ClaimNo, decimal Amount, string Currency);

public sealed record Receipt(string Id);

/// <summary>A workflow with its plumbing as the generator writes it.</summary>
public sealed class RefundDesk(IStepGovernor governor, Ledger ledger)
{
    public const string IssueRefund = "refunds/issue-refund";
    public const string RouteClaim = "refunds/route-claim";
    public const string Triage = "refunds/triage";
    public const string WipeCard = "refunds/wipe-card";
    public const string SettleDay = "refunds/settle-day";

    public Task<StepOutcome<Receipt>> IssueRefundAsync(RefundRequest request, CancellationToken ct = default)
        => governor.RunAsync(new StepCall<(RefundDesk, RefundRequest), Receipt>(s_issueRefund, (this, request)), ct);

    public Task<Receipt> IssueRefundOrThrowAsync(RefundRequest request, CancellationToken ct = default)
        => governor.RunForValueAsync(new StepCall<(RefundDesk, RefundRequest), Receipt>(s_issueRefund, (this, request)), ct);

    public Task<StepOutcome<NoResult>> RouteClaimAsync(string claim, CancellationToken ct = default)
        => governor.RunAsync(new StepCall<(RefundDesk, string), NoResult>(s_routeClaim, (this, claim)), ct);

    public Task<StepOutcome<string>> TriageAsync(string text, CancellationToken ct = default)
        => governor.RunAsync(new StepCall<(RefundDesk, string), string>(s_triage, (this, text)), ct);

    public Task<StepOutcome<NoResult>> WipeCardAsync(object card, CancellationToken ct = default)
        => governor.RunAsync(new StepCall<(RefundDesk, object), NoResult>(s_wipeCard, (this, card)), ct);

    /// <summary>A step with two steps inside.</summary>
    public Task<StepOutcome<int>> SettleDayAsync(RefundRequest first, RefundRequest second, CancellationToken ct = default)
        => governor.RunAsync(new StepCall<(RefundDesk, RefundRequest, RefundRequest), int>(s_settleDay, (this, first, second)), ct);

    private static readonly StepPlan<(RefundDesk Desk, RefundRequest Request), Receipt> s_issueRefund = new()
    {
        Step = RefundTable.IssueRefund,
        Body = static (s, run, ct) => s.Desk.IssueRefundCoreAsync(s.Request, run, ct),
        WriteArguments = static (s, w) => w.Write("request", s.Request),
        WritePlaceholders = static (s, w) =>
        {
            w.Write("request.Amount", s.Request?.Amount);
            w.Write("request.Currency", s.Request?.Currency);
            w.Write("request.OrderId", s.Request?.OrderId);
            w.Write("request.ClaimNo", s.Request?.ClaimNo);
        },
        Rollback = static (s, result, run, ct) => s.Desk.ReverseRefundAsync(s.Request, result.Value, ct),
    };

    private static readonly StepPlan<(RefundDesk Desk, string Claim), NoResult> s_routeClaim = new()
    {
        Step = RefundTable.RouteClaim,
        Body = static async (s, run, ct) =>
        {
            await s.Desk.Ledger.ActAsync("routed " + s.Claim);
            return default;
        },
        WriteArguments = static (s, w) => w.Write("claim", s.Claim),
    };

    private static readonly StepPlan<(RefundDesk Desk, string Text), string> s_triage = new()
    {
        Step = RefundTable.Triage,
        Body = static async (s, run, ct) =>
        {
            await s.Desk.Ledger.ActAsync("triaged " + s.Text);
            return s.Text.ToUpperInvariant();
        },
        WriteArguments = static (s, w) => w.Write("text", s.Text),
    };

    private static readonly StepPlan<(RefundDesk Desk, object Card), NoResult> s_wipeCard = new()
    {
        Step = RefundTable.WipeCard,
        Body = static async (s, run, ct) =>
        {
            await s.Desk.Ledger.ActAsync("wiped");
            return default;
        },
        WriteArguments = static (s, w) => w.Write("card", s.Card),
    };

    private static readonly StepPlan<(RefundDesk Desk, RefundRequest First, RefundRequest Second), int> s_settleDay = new()
    {
        Step = RefundTable.SettleDay,
        Body = static async (s, run, ct) =>
        {
            await s.Desk.Ledger.ActAsync("settling");
            await s.Desk.TriageAsync("note", ct);
            await s.Desk.IssueRefundOrThrowAsync(s.First, ct);
            await s.Desk.TriageAsync("note", ct);
            await s.Desk.IssueRefundOrThrowAsync(s.Second, ct);
            return 2;
        },
        WriteArguments = static (s, w) =>
        {
            w.Write("first", s.First);
            w.Write("second", s.Second);
        },
    };

    public Ledger Ledger => ledger;

    private async Task<Receipt> IssueRefundCoreAsync(RefundRequest request, StepRun run, CancellationToken ct)
    {
        await ledger.ActAsync($"refunded {request.OrderId} {request.Amount} {run.Key}", ct);
        return new Receipt("r-" + ledger.Acts.Count(a => a.StartsWith("refunded", StringComparison.Ordinal)));
    }

    internal Task ReverseRefundAsync(RefundRequest request, Receipt? receipt, CancellationToken ct)
        => ledger.ActAsync($"reversed {request.OrderId} {receipt?.Id ?? "(unknown)"}", ct);
}

/// <summary>The outside world: what was done to it, and how it can be made to fail.</summary>
public sealed class Ledger
{
    private readonly List<string> _acts = [];

    public IReadOnlyList<string> Acts => [.. _acts];

    public Func<string, CancellationToken, Task>? On { get; set; }

    public async Task ActAsync(string act, CancellationToken ct = default)
    {
        if (On is { } on)
        {
            await on(act, ct);
        }

        lock (_acts)
        {
            _acts.Add(act);
        }
    }
}
