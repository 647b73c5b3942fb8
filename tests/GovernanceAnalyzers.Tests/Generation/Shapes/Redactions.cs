using System.Net;

namespace Shop;

public abstract class Login
{
    [Redacted]
    public string? Password { get; init; }

    public virtual string? Hint { get; init; }
}

public sealed class AdminLogin : Login
{
    [Redacted]
    public byte[]? Badge;

    public override string? Hint { get; init; }
}

public sealed record Card([Redacted] string Number, string Holder);

public sealed record Order(string Id, IReadOnlyList<Card> Cards, Page<Card>? More, Order? Parent);

public sealed record Page<TItem>(TItem Item, [property: Redacted] int Cursor);

public sealed record Session(string Id, [Redacted] string Token);

public sealed record Other([Redacted] string NeverTaken);

[GovernedWorkflow("redactions", Owner = "ops", EscalateTo = "oncall")]
public sealed partial class Desk(IStepGovernor governor, Action<string> say)
{
    [WorkflowStep("reset", RiskTier.Medium, Rollback = nameof(UndoAsync), Key = "{user}")]
    public partial Task ResetAsync(string user, [Redacted] string password, string ticket, CancellationToken ct = default);

    [WorkflowStep("pay", RiskTier.High, Rollback = nameof(CancelAsync), Key = "{order.Id}", Question = "Pay {order.Id}?")]
    public partial Task<int> PayAsync(Order order, CancellationToken ct = default);

    [WorkflowStep("log-in", RiskTier.Low)]
    public partial Task<Session> LogInAsync(AdminLogin login, NetworkCredential proxy);

    private Task ResetCoreAsync(string user, string password, string ticket, CancellationToken ct)
    {
        say($"body has {password}");
        return Task.CompletedTask;
    }

    // What is on no record is left out, so that any host can undo.
    private Task UndoAsync(string user, string ticket, CancellationToken ct)
    {
        say($"undo for {user}, {ticket}");
        return Task.CompletedTask;
    }

    private Task<int> PayCoreAsync(Order order, CancellationToken ct) => Task.FromResult(order.Cards.Count);

    private Task CancelAsync(Order order, int? result)
    {
        say($"cancel {order.Cards.Count}");
        return Task.CompletedTask;
    }

    private Task<Session> LogInCoreAsync(AdminLogin login, NetworkCredential proxy) => Task.FromResult(new Session(proxy.UserName, "t"));
}

public static class Scenario
{
    public static async Task RunAsync(IStepGovernor governor, Action<string> say)
    {
        var desk = new Desk(governor, say);
        await desk.ResetAsync("lena", "open sesame", "T-1");
        await desk.PayAsync(new("A-1", [new("4711", "lena")], null, null));
        await desk.LogInAsync(new AdminLogin { Password = "p", Badge = [1] }, new NetworkCredential("lena", "p"));
    }

    public static object? Service(Type type, IStepGovernor governor, Action<string> say) => type == typeof(Desk) ? new Desk(governor, say) : null;
}
