using Governance;

namespace Violations.GVN2015;

// Breaks GVN2015: A StepApproval comes from the governor and is used once. See docs/rules/GVN2015.md
public sealed class Vault(IStepGovernor governor)
{
    public async Task OpenAsync(string box, StepApproval approval, CancellationToken ct)
        => await governor.UseApprovalAsync(approval, Request(box), ct);

    public static ConfirmationRequest Request(string box) => new()
    {
        Workflow = "vault", Step = "open", Tier = RiskTier.High, Question = $"Open {box}?", Arguments = [new("box", $"\"{box}\"")],
    };
}

public sealed class Clerk(Vault vault, IStepGovernor governor)
{
    public async Task OpenBothAsync(CancellationToken ct)
    {
        var approval = await governor.RequireApprovalAsync(Vault.Request("A"), ct);
        await vault.OpenAsync("A", approval, ct);
        await vault.OpenAsync("B", approval, ct);
    }
}
