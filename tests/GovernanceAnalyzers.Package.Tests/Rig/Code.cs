namespace GovernanceAnalyzers.Package.Tests.Rig;

/// <summary>Sources that several tests build.</summary>
internal static class Code
{
    /// <summary>A workflow with a plumbed step of each tier and a contract.</summary>
    public const string Desk = """
        using Governance;

        namespace Shop;

        public sealed record Refund(string OrderId, decimal Amount);

        public interface IPayments
        {
            [ConsequentialAction("payment.commit", RiskTier.High, Because = "money leaves the house")]
            Task<string> PayAsync(string orderId, decimal amount, CancellationToken ct);
        }

        [GovernedWorkflow("refunds", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments",
                          Runbook = "docs/refunds.md")]
        [Review("authority", EveryDays = 90)]
        public sealed partial class RefundDesk(IPayments payments, IStepGovernor governor)
        {
            [WorkflowStep("summarise", RiskTier.Low)]
            public partial Task<string> SummariseAsync(string text, CancellationToken ct = default);

            private Task<string> SummariseCoreAsync(string text, CancellationToken ct) => Task.FromResult(text.ToUpperInvariant());

            [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseAsync), Key = "{refund.OrderId}",
                          Question = "Refund {refund.Amount} for order {refund.OrderId}?")]
            public partial Task<StepOutcome<string>> IssueAsync(Refund refund, CancellationToken ct = default);

            private Task<string> IssueCoreAsync(Refund refund, CancellationToken ct) => payments.PayAsync(refund.OrderId, refund.Amount, ct);

            private Task ReverseAsync(Refund refund, string? receipt, CancellationToken ct) => payments.PayAsync(refund.OrderId, -refund.Amount, ct);
        }
        """;

    public const string Plain = """
        namespace Shop;

        public static class Text
        {
            public static string Shout(string text) => text.ToUpperInvariant();
        }
        """;
}
