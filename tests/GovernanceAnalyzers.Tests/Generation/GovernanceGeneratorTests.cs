namespace GovernanceAnalyzers.Tests.Generation;

public sealed class GovernanceGeneratorTests
{
    [Fact]
    public Task The_refund_desk() => new PlumbingTest
    {
        TestCode = """
            namespace Shop;

            public sealed record RefundRequest(string OrderId, string ClaimNo, decimal Amount, string Currency);
            public sealed record Receipt(string Id);
            public interface IPaymentApi
            {
                [ConsequentialAction("payment.commit", RiskTier.High)]
                Task<Receipt> RefundAsync(string orderId, decimal amount, string idempotencyKey, CancellationToken ct);
            }

            [GovernedWorkflow("refunds", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments",
                              Stage = WorkflowStage.Harden, Runbook = "docs/runbooks/refunds.md")]
            public sealed partial class RefundDesk(IPaymentApi payments, IStepGovernor governor)
            {
                [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync), Key = "{request.OrderId}/{request.ClaimNo}",
                              Question = "Refund {request.Amount} {request.Currency} for order {request.OrderId}?")]
                [GovernanceWaiver("GVN2001", Reason = "migration under four eyes", ApprovedBy = "risk-office", Until = "2027-01-31")]
                public partial Task<StepOutcome<Receipt>> IssueRefundAsync(RefundRequest request, CancellationToken ct = default);

                private Task<Receipt> IssueRefundCoreAsync(RefundRequest request, StepRun run, CancellationToken ct)
                    => payments.RefundAsync(request.OrderId, request.Amount, run.Key, ct);

                private Task ReverseRefundAsync(RefundRequest request, Receipt? receipt, CancellationToken ct) => Task.CompletedTask;
            }
            """,
    }.VerifyAsync();
}
