using Governance.Tests;

[assembly: Governance.StepTable(typeof(RefundTable))]

namespace Governance.Tests;

/// <summary>The step table as the generator writes it.</summary>
public sealed class RefundTable : IStepTable, IDecoratorTable
{
    public static readonly StepDescriptor IssueRefund = new()
    {
        Workflow = "refunds", Step = "issue-refund", Tier = RiskTier.High, Owner = "payments-ops", EscalateTo = "oncall-payments",
        Rollback = "ReverseRefundAsync", Key = "{request.OrderId}/{request.ClaimNo}", WorkflowType = typeof(RefundDesk),
        Question = "Refund {request.Amount} {request.Currency} for order {request.OrderId}?", Digest = "d1",
    };

    public static readonly StepDescriptor RouteClaim = new()
    {
        Workflow = "refunds", Step = "route-claim", Tier = RiskTier.Medium, Owner = "payments-ops", EscalateTo = "oncall-payments",
        Irreversible = "routing leaves the desk", WorkflowType = typeof(RefundDesk), Digest = "d2",
    };

    public static readonly StepDescriptor Triage = new()
    {
        Workflow = "refunds", Step = "triage", Tier = RiskTier.Low, Owner = "payments-ops", WorkflowType = typeof(RefundDesk), Digest = "d3",
    };

    public static readonly StepDescriptor WipeCard = new()
    {
        Workflow = "refunds", Step = "wipe-card", Tier = RiskTier.High, Owner = "payments-ops", EscalateTo = "oncall-payments",
        Irreversible = "gone is gone", WorkflowType = typeof(RefundDesk), Digest = "d4",
    };

    public static readonly StepDescriptor SettleDay = new()
    {
        Workflow = "refunds", Step = "settle-day", Tier = RiskTier.Medium, Owner = "payments-ops", EscalateTo = "oncall-payments",
        Irreversible = "what it settles is undone piece by piece", WorkflowType = typeof(RefundDesk), Digest = "d5",
    };

    public IReadOnlyList<StepTableEntry> Entries { get; } =
    [
        new StepTableEntry
        {
            Step = IssueRefund,
            Resume = static (services, arguments, ct)
                => services.RequireStepService<RefundDesk>().IssueRefundAsync(arguments.Read<RefundRequest>("request"), ct),
            Rollback = static (services, arguments, run, ct) => services.RequireStepService<RefundDesk>().ReverseRefundAsync(
                arguments.Read<RefundRequest>("request"),
                arguments.Has(StepTableEntry.ResultName) ? arguments.Read<Receipt>(StepTableEntry.ResultName) : null, ct),
        },
        new StepTableEntry
        {
            Step = RouteClaim,
            Resume = static (services, arguments, ct) => services.RequireStepService<RefundDesk>().RouteClaimAsync(arguments.Read<string>("claim"), ct),
        },
        new StepTableEntry
        {
            Step = SettleDay,
            Resume = static (services, arguments, ct) => services.RequireStepService<RefundDesk>()
                .SettleDayAsync(arguments.Read<RefundRequest>("first"), arguments.Read<RefundRequest>("second"), ct),
        },
        new StepTableEntry
        {
            Step = Triage,
            Resume = static (services, arguments, ct) => services.RequireStepService<RefundDesk>().TriageAsync(arguments.Read<string>("text"), ct),
        },
        new StepTableEntry { Step = WipeCard },
        GovernedCaseQueue.Entry,
    ];

    public IReadOnlyList<StepDecorator> Decorators { get; } =
    [
        new StepDecorator(typeof(ICaseQueue), typeof(GovernedCaseQueue), static (inner, governor) => new GovernedCaseQueue((ICaseQueue)inner, governor)),
        new StepDecorator(typeof(IShelf<>), typeof(GovernedShelf<>), null),
    ];
}
