namespace Governance.Tests;

public sealed record Account(string User, [Redacted] string Pin);

/// <summary>A workflow whose steps take secrets, with its plumbing as the generator writes it.</summary>
public sealed class AccessDesk(IStepGovernor governor, Ledger ledger)
{
    public const string Reset = "access/reset";

    public Task<StepOutcome<Account>> ResetAsync(string user, string password, CancellationToken ct = default)
        => governor.RunAsync(new StepCall<(AccessDesk, string, string), Account>(s_reset, (this, user, password)), ct);

    private static readonly StepPlan<(AccessDesk Desk, string User, string Password), Account> s_reset = new()
    {
        Step = new()
        {
            Workflow = "access", Step = "reset", Tier = RiskTier.High, Owner = "it", EscalateTo = "oncall-it", Rollback = "UndoAsync", Key = "{user}",
            Question = "Reset the access of {user}?", WorkflowType = typeof(AccessDesk), Digest = "d7",
        },
        Body = static async (s, run, ct) =>
        {
            await s.Desk.Ledger.ActAsync($"{s.User} has {s.Password}");
            return new Account(s.User, s.Password);
        },
        WriteArguments = static (s, w) =>
        {
            w.Write("user", s.User);
            w.WriteRedacted("password", s.Password);
        },
        WritePlaceholders = static (s, w) => w.Write("user", s.User),
        Rollback = static (s, result, run, ct) => s.Desk.Ledger.ActAsync($"{s.User} is locked"),
    };

    private Ledger Ledger => ledger;
}
