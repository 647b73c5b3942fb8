namespace GovernanceAnalyzers.Tests.Bypass;

/// <summary>A workflow that lacks nothing, for a trick to be played in.</summary>
internal static class Shop
{
    public const string Workflow =
        "[GovernedWorkflow(\"refunds\", Owner = \"payments-ops\", GovernanceOwner = \"risk-office\", EscalateTo = \"oncall-payments\")]\n"
        + "[Review(\"authority\", EveryDays = 90)]";

    /// <summary>The declaration of a Low step without its attribute, and its Core body.</summary>
    public const string Triage = "public partial Task TriageAsync(string id); private Task TriageCoreAsync(string id) => Task.CompletedTask;";

    public const string Step = "[WorkflowStep(\"triage\", RiskTier.Low)] " + Triage;

    public const string Pay = """
        [WorkflowStep("pay", RiskTier.High, Rollback = nameof(RefundAsync), Key = "{id}", Question = "Pay {id}?")]
        public partial Task PayAsync(string id);
        private Task PayCoreAsync(string id) { _paid.Add(id); return Task.CompletedTask; }
        private Task RefundAsync(string id) { _paid.Remove(id); return Task.CompletedTask; }
        private readonly List<string> _paid = [];
        """;

    /// <summary>The complete workflow with those members.</summary>
    public static string Desk(string members) => $"{Workflow}\npublic sealed partial class Desk(IStepGovernor governor)\n{{\n{members}\n}}\n";

    /// <summary>The same with other arguments of its attribute.</summary>
    public static string DeskDeclared(string arguments, string members)
        => $"[GovernedWorkflow(\"refunds\", {arguments})]\n[Review(\"authority\", EveryDays = 90)]\npublic sealed partial class Desk(IStepGovernor governor)\n{{\n{members}\n}}\n";

    /// <summary>A High step with other arguments of its attribute.</summary>
    public static string PayDeclared(string arguments)
        => $"[WorkflowStep(\"pay\", {arguments})] public partial Task PayAsync(string id); private Task PayCoreAsync(string id) => Task.CompletedTask;";
}
