using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepParameterMustBeArgumentOrServiceTests
{
    [Theory]
    [InlineData("Stream")]
    [InlineData("Func<int>")]
    [InlineData("object")]
    [InlineData("IDisposable")]
    [InlineData("Stream[]")]
    [InlineData("List<Stream>")]
    [InlineData("Dictionary<string, Action>")]
    [InlineData("int[,]")]
    [InlineData("Holder")]
    [InlineData("dynamic")]
    [InlineData("nint")]
    public Task What_can_be_neither_bound_nor_logged_is_reported(string type) => new StepTest<StepParameterMustBeArgumentOrServiceAnalyzer>
    {
        Members = "[WorkflowStep(\"import\", RiskTier.Low)] public Task ImportAsync(" + type + " {|#0:input|}) => Task.CompletedTask;\n"
                + "public sealed class Holder { public Stream? Content { get; set; } }",
        Says = $"Parameter 'input' of step 'refunds/import' is a {type}, which can be neither bound to a confirmation nor logged: take a value that stands for it "
             + "(a path, an id, a digest), or mark it [StepService] if the step only works with it",
    }.RunAsync();

    [Theory]
    [InlineData("string input")]
    [InlineData("decimal? input")]
    [InlineData("DateOnly input, Guid id, Uri link, byte[] digest, DayOfWeek day")]
    [InlineData("RefundRequest input")]
    [InlineData("IReadOnlyList<RefundRequest> input, Dictionary<string, int> counts, (int, string) pair")]
    [InlineData("Node input")]
    [InlineData("CancellationToken ct")]
    [InlineData("IServiceProvider services, IProgress<int> progress")]
    [InlineData("[StepService] Stream input")]
    [InlineData("Clock input")]
    public Task An_argument_or_a_service_is_fine(string parameters) => new StepTest<StepParameterMustBeArgumentOrServiceAnalyzer>
    {
        Members = "[WorkflowStep(\"import\", RiskTier.Low)] public Task ImportAsync(" + parameters + ") => Task.CompletedTask;\n"
                + "public sealed class Node { public string Name { get; set; } = \"\"; public List<Node> Children { get; } = []; }\n"
                + "[StepService] public interface Clock { }",
    }.RunAsync();

    [Theory]
    [InlineData("Missing input")]
    [InlineData("input")]
    [InlineData("List< input")]
    public Task While_the_type_is_typed_nothing_is_said(string parameters) => new StepTest<StepParameterMustBeArgumentOrServiceAnalyzer>
    {
        Members = "[WorkflowStep(\"import\", RiskTier.Low)] public Task ImportAsync(" + parameters + ") => Task.CompletedTask;",
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Fact]
    public Task What_keeps_a_step_from_being_plumbed_is_said_once() => new StepTest<StepParameterMustBeArgumentOrServiceAnalyzer>
    {
        Members = "[WorkflowStep(\"import\", RiskTier.Low)] public partial Task ImportAsync(Span<byte> bytes);",
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Fact]
    public Task A_waiver_holds() => new StepTest<StepParameterMustBeArgumentOrServiceAnalyzer>
    {
        Members = """
            [GovernanceWaiver("GVN1018", Reason = "digest comes with 4711", ApprovedBy = "risk-office", Until = "2027-01-31")]
            [WorkflowStep("import", RiskTier.Low)]
            public Task ImportAsync(Stream input) => Task.CompletedTask;
            """,
    }.RunAsync();
}
