namespace Shop;

// The part with the workflow's attribute, in another file.
[GovernedWorkflow("parts", Owner = "ops")]
partial class Desk
{
    private Task<string> TriageCoreAsync(string id) => Task.FromResult($"triaged {id}");

    [WorkflowStep("file", RiskTier.Low)]
    private partial Task<string> FileAwayAsync(string id);
}

[GovernedWorkflow("notes", Owner = "ops")]
partial record Note
{
    private IStepGovernor? Governor { get; init; }

    public Note With(IStepGovernor governor) => this with { Governor = governor };

    /// <summary>Counts.</summary>
    [WorkflowStep("length", RiskTier.Low)]
    public partial Task<int> LengthAsync();
}
