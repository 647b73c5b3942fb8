using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepMustReachGovernorTests
{
    private const string Step = "[WorkflowStep(\"triage\", RiskTier.Low)] public partial Task TriageAsync(); private Task TriageCoreAsync() => Task.CompletedTask;";
    private const string MarkedStep =
        "[WorkflowStep(\"triage\", RiskTier.Low)] public partial Task {|#0:TriageAsync|}(); private Task TriageCoreAsync() => Task.CompletedTask;";

    [Theory]
    [InlineData("public partial class Desk { " + MarkedStep + " }", Missing)]
    [InlineData("public partial class Desk { static IStepGovernor? s_governor; " + MarkedStep + " }", Missing)]
    [InlineData("public partial class Desk(IConfirmationGate gate) { IConfirmationGate Gate => gate; " + MarkedStep + " }", Missing)]
    [InlineData("public class Base { private IStepGovernor? _governor; } public partial class Desk : Base { " + MarkedStep + " }", Missing)]
    [InlineData("public partial class Desk { public Desk(IStepGovernor governor) { } " + MarkedStep + " }", Missing)]
    [InlineData("public partial class Desk(IStepGovernor one, IStepGovernor two) { " + MarkedStep + " }", "reaches more than one IStepGovernor, the first is 'one': keep one")]
    [InlineData("public partial class Desk { IStepGovernor? _one; IStepGovernor? _two; " + MarkedStep + " }",
                "reaches more than one IStepGovernor, the first is '_one': keep one")]
    [InlineData("public static partial class Desk { [WorkflowStep(\"triage\", RiskTier.Low)] public static partial Task {|#0:TriageAsync|}(); "
              + "private static Task TriageCoreAsync() => Task.CompletedTask; }",
                "is static and reaches no IStepGovernor: add a parameter IStepGovernor governor to it and to its Core body")]
    public Task A_step_without_its_one_governor_is_reported(string code, string says) => new StepTest<StepMustReachGovernorAnalyzer>
    {
        TestCode = code,
        Says = "Step 'triage' " + says,
    }.RunAsync();

    [Theory]
    [InlineData("public partial class Desk(IStepGovernor governor) { " + Step + " }")]
    [InlineData("public partial class Desk(IStepGovernor governor) { private readonly IStepGovernor _governor = governor; " + Step + " }")]
    [InlineData("public partial class Desk { private readonly IStepGovernor _governor; public Desk(IStepGovernor g) => _governor = g; " + Step + " }")]
    [InlineData("public partial class Desk { public required IStepGovernor Governor { get; init; } " + Step + " }")]
    [InlineData("public class Base { protected IStepGovernor Governor => null!; } public partial class Desk : Base { " + Step + " }")]
    [InlineData("public partial record Desk(IStepGovernor Governor) { " + Step + " }")]
    [InlineData("public static partial class Desk { [WorkflowStep(\"triage\", RiskTier.Low)] public static partial Task TriageAsync(IStepGovernor g); "
              + "private static Task TriageCoreAsync(IStepGovernor g) => Task.CompletedTask; }")]
    [InlineData("public class Desk { [WorkflowStep(\"triage\", RiskTier.Low)] public Task TriageAsync() => Task.CompletedTask; }")]
    [InlineData("public partial class Desk { [GovernanceWaiver(\"GVN1011\", Reason = \"host sets it in 4711\", ApprovedBy = \"risk-office\", Until = \"2027-01-31\")] "
              + Step + " }")]
    public Task One_governor_a_self_governed_step_or_a_waiver(string code) => new RuleTest<StepMustReachGovernorAnalyzer> { TestCode = code }.RunAsync();

    private const string Missing = "reaches no IStepGovernor: add a primary-constructor parameter, Desk(IStepGovernor governor), or a field of that type";
}
