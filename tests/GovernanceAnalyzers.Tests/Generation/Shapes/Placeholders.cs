namespace Shop;

public sealed record Line(decimal Price);
public sealed record Customer(string? Name, Customer? Referrer, DateTime? Since, Line @line);
public readonly record struct Weight(double Kilos);

[GovernedWorkflow("placeholders", Owner = "ops")]
public sealed partial class Desk(IStepGovernor governor)
{
    [WorkflowStep("ask", RiskTier.Low, Key = "{customer.Name}-{id}-{{literal}}",
                  Question = "Ship {weight.Kilos} \"{id}\" for {customer.Referrer.Name}, since {customer.Since.Year}, {customer.line.Price}, {customer.Name.Length}, {many.Count}, {at.Year}?")]
    public partial Task AskAsync(Customer? customer, Guid id, Weight weight, IReadOnlyList<int> many, DateTime? at);

    private Task AskCoreAsync(Customer? customer, Guid id, Weight weight, IReadOnlyList<int> many, DateTime? at) => Task.CompletedTask;
}

public static class Scenario
{
    public static async Task RunAsync(IStepGovernor governor, Action<string> say)
    {
        var desk = new Desk(governor);
        var first = new Customer("Ann", null, null, new(9.5m));
        await desk.AskAsync(null, Guid.Empty, new(2.5), [], null);
        await desk.AskAsync(first with { Referrer = first, Since = new(2020, 1, 1) }, Guid.Empty, new(3), [1, 2], new(2026, 1, 1));
    }
}
