using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class PlumbedStepMustHaveCoreBodyTests
{
    private const string Write = ": write private Task<Receipt> IssueRefundCoreAsync(RefundRequest request, CancellationToken ct)";

    [Fact]
    public Task A_step_without_body_is_reported() => Test(
        "{|#0:IssueRefundAsync|}", "", "has no body, for 'RefundDesk' has no method 'IssueRefundCoreAsync'");

    [Theory]
    [InlineData("private Task<Receipt> {|#0:IssueRefundCoreAsync|}(RefundRequest request) => null!;", Parameters)]
    [InlineData("private Task<Receipt> {|#0:IssueRefundCoreAsync|}(RefundRequest request, string more, CancellationToken ct) => null!;", Parameters)]
    [InlineData("private Task<Receipt> {|#0:IssueRefundCoreAsync|}(RefundRequest request, CancellationToken ct, StepRun run) => null!;", Parameters)]
    [InlineData("private Task<Receipt> {|#0:IssueRefundCoreAsync|}(StepRun run, RefundRequest request, CancellationToken ct) => null!;", Parameters)]
    [InlineData("private Task<Receipt> {|#0:IssueRefundCoreAsync|}<T>(RefundRequest request, CancellationToken ct) => null!;", Parameters)]
    [InlineData("private Task<Receipt> {|#0:IssueRefundCoreAsync|}(ref RefundRequest request, CancellationToken ct) => null!;", Parameters)]
    [InlineData("private Task {|#0:IssueRefundCoreAsync|}(RefundRequest request, CancellationToken ct) => null!;", Returns)]
    [InlineData("private Receipt {|#0:IssueRefundCoreAsync|}(RefundRequest request, CancellationToken ct) => null!;", Returns)]
    [InlineData("private Task<StepOutcome<Receipt>> {|#0:IssueRefundCoreAsync|}(RefundRequest request, CancellationToken ct) => null!;", Returns)]
    [InlineData("internal Task<Receipt> {|#0:IssueRefundCoreAsync|}(RefundRequest request, CancellationToken ct) => null!;",
                "can be bypassed, for 'IssueRefundCoreAsync' is not private")]
    [InlineData("private static Task<Receipt> {|#0:IssueRefundCoreAsync|}(RefundRequest request, CancellationToken ct) => null!;",
                "cannot call 'IssueRefundCoreAsync', which is static although the step is not")]
    [InlineData("private Task<Receipt> {|#0:IssueRefundCoreAsync|}(int other) => null!; private Task<Receipt> IssueRefundCoreAsync() => null!;",
                "has no one body, for 'RefundDesk' has more than one method 'IssueRefundCoreAsync'")]
    public Task A_body_that_cannot_be_called_is_reported_where_it_stands(string core, string says) => Test("IssueRefundAsync", core, says);

    [Theory]
    [InlineData("private Task<Receipt> IssueRefundCoreAsync(RefundRequest request, CancellationToken ct) => null!;")]
    [InlineData("private async ValueTask<Receipt> IssueRefundCoreAsync(RefundRequest request, CancellationToken ct) => await Task.FromResult(new Receipt(\"r\"));")]
    [InlineData("private Task<Receipt> IssueRefundCoreAsync(RefundRequest other, StepRun run, CancellationToken ct) => null!;")]
    [InlineData("Task<Receipt> IssueRefundCoreAsync(RefundRequest request, CancellationToken ct) => null!;")]
    [InlineData("private Task<Receipt> IssueRefundCoreAsync(RefundRequest request, CancellationToken ct) => null!; private Task<Receipt> IssueRefundCoreAsync() => null!;")]
    public Task A_body_that_fits_is_fine(string core) => Test("IssueRefundAsync", core, null);

    [Theory]
    [InlineData("public partial Task<T> LoadAsync<T>(T key) where T : class;", "private Task<T> LoadCoreAsync<T>(T key) where T : class => null!;")]
    [InlineData("public partial Task Load(int[] ids);", "private Task LoadCore(int[] ids, StepRun run) => Task.CompletedTask;")]
    [InlineData("public partial ValueTask LoadAsync(params string[] ids);", "private Task LoadCoreAsync(string[] ids) => Task.CompletedTask;")]
    [InlineData("public static partial Task LoadAsync(IStepGovernor g);", "private static Task LoadCoreAsync(IStepGovernor g) => Task.CompletedTask;")]
    [InlineData("public partial Task Async();", "private Task AsyncCore() => Task.CompletedTask;")]
    public Task Other_shapes_that_fit(string step, string core) => new StepTest<PlumbedStepMustHaveCoreBodyAnalyzer>
    {
        Members = $"[WorkflowStep(\"load\", RiskTier.Low)] {step}\n{core}",
    }.RunAsync();

    [Fact]
    public Task A_self_governed_step_needs_none() => new StepTest<PlumbedStepMustHaveCoreBodyAnalyzer>
    {
        Members = """
            [WorkflowStep("load", RiskTier.Low)]
            public Task LoadAsync() => Task.CompletedTask;

            [WorkflowStep("store", RiskTier.Low)]
            public partial Task StoreAsync();
            public partial Task StoreAsync() => Task.CompletedTask;
            """,
    }.RunAsync();

    [Fact]
    public Task Each_overload_has_its_own_body() => new StepTest<PlumbedStepMustHaveCoreBodyAnalyzer>
    {
        Members = """
            [WorkflowStep("by-number", RiskTier.Low)] public partial Task CancelAsync(int number);
            [WorkflowStep("by-name", RiskTier.Low)] public partial Task {|#0:CancelAsync|}(string name);
            private Task CancelCoreAsync(int number) => Task.CompletedTask;
            """,
        Says = "Step 'refunds/by-name' has no body, for 'RefundDesk' has no method 'CancelCoreAsync': write private Task CancelCoreAsync(string name)",
    }.RunAsync();

    [Theory]
    [InlineData("private Task<IAsyncEnumerable<int>> {|#0:CountCoreAsync|}(int to) => null!;")]
    [InlineData("private IAsyncEnumerable<string> {|#0:CountCoreAsync|}(int to) => null!;")]
    [InlineData("private IEnumerable<int> {|#0:CountCoreAsync|}(int to) => null!;")]
    [InlineData("private Task {|#0:CountCoreAsync|}(int to) => null!;")]
    public Task The_body_of_a_stream_is_one(string core) => new StepTest<PlumbedStepMustHaveCoreBodyAnalyzer>
    {
        Members = "[WorkflowStep(\"count\", RiskTier.Low)] public partial IAsyncEnumerable<int> CountAsync(int to);\n" + core,
        Says = "Step 'refunds/count' cannot call 'CountCoreAsync', which returns something else: write private IAsyncEnumerable<int> CountCoreAsync(int to)",
    }.RunAsync();

    [Theory]
    [InlineData("public static partial Task LoadAsync(IStepGovernor g);\nprivate Task {|#0:LoadCoreAsync|}(IStepGovernor g) => Task.CompletedTask;",
                "cannot call 'LoadCoreAsync', which is not static although the step is: write private static Task LoadCoreAsync(IStepGovernor g)")]
    [InlineData("public partial Task<T> {|#0:LoadAsync|}<T, TKey>(TKey key);", "has no body, for 'RefundDesk' has no method 'LoadCoreAsync': write private Task<T> LoadCoreAsync<T, TKey>(TKey key)")]
    [InlineData("public partial Task LoadAsync<T>(T key);\nprivate Task {|#0:LoadCoreAsync|}<T>(T key) where T : class => Task.CompletedTask;",
                "cannot call 'LoadCoreAsync', whose type parameters demand more than the step's: write private Task LoadCoreAsync<T>(T key)")]
    public Task The_message_shows_what_to_write_of_a_static_and_a_generic_step(string members, string says) => new StepTest<PlumbedStepMustHaveCoreBodyAnalyzer>
    {
        Members = $"[WorkflowStep(\"load\", RiskTier.Low)] {members}",
        Says = "Step 'refunds/load' " + says,
    }.RunAsync();

    [Theory]
    [InlineData("where T : IEquatable<T>", "where T : IEquatable<T>", true)]
    [InlineData("where T : IEquatable<T>", "where T : IComparable<T>", false)]
    [InlineData("where T : IKey<T>", "where T : IKey<T>", true)]
    [InlineData("where T : IKey<int>", "where T : IKey<T>", false)]
    [InlineData("where T : class, IEquatable<T>", "where T : class", true)]
    [InlineData("where T : struct", "where T : new()", true)]
    [InlineData("where T : class", "where T : new()", false)]
    [InlineData("where T : unmanaged", "where T : struct", true)]
    [InlineData("where T : struct", "where T : unmanaged", false)]
    public Task A_constraint_of_the_body_is_one_of_the_step(string ofStep, string ofBody, bool fits) => new StepTest<PlumbedStepMustHaveCoreBodyAnalyzer>
    {
        Members = $"[WorkflowStep(\"load\", RiskTier.Low)] public partial Task LoadAsync<T>(T key) {ofStep};\n"
                + $"private Task {(fits ? "LoadCoreAsync" : "[|LoadCoreAsync|]")}<T>(T key) {ofBody} => Task.CompletedTask;\npublic interface IKey<TKey> {{ }}",
    }.RunAsync();

    [Fact]
    public Task The_body_of_a_task_is_no_stream() => new StepTest<PlumbedStepMustHaveCoreBodyAnalyzer>
    {
        Members = "[WorkflowStep(\"count\", RiskTier.Low)] public partial Task CountAsync();\nprivate IAsyncEnumerable<int> {|#0:CountCoreAsync|}() => null!;",
        Says = "Step 'refunds/count' cannot call 'CountCoreAsync', which returns something else: write private Task CountCoreAsync()",
    }.RunAsync();

    [Fact]
    public Task A_body_in_another_file_is_reported_at_the_step() => new RuleTest<PlumbedStepMustHaveCoreBodyAnalyzer>
    {
        TestState =
        {
            Sources =
            {
                """
                public partial class Desk(IStepGovernor governor)
                {
                    [WorkflowStep("load", RiskTier.Low)] public partial Task [|LoadAsync|]();
                    private IStepGovernor Governor => governor;
                }
                """,
                "public partial class Desk { private Task LoadCoreAsync(int other) => Task.CompletedTask; }",
            },
        },
    }.RunAsync();

    [Theory]
    [InlineData("private Task<Receipt> IssueRefundCoreAsync(RefundRequest request, ")]
    [InlineData("private Task<Receipt> IssueRefundCoreAsync(RefundReq request, CancellationToken ct) => null!;")]
    public Task A_body_that_is_being_typed_is_no_exception(string core) => new StepTest<PlumbedStepMustHaveCoreBodyAnalyzer>
    {
        Members = "[WorkflowStep(\"issue-refund\", RiskTier.High)] public partial Task<Receipt> IssueRefundAsync(RefundRequest request, CancellationToken ct);\n" + core,
        CompilerDiagnostics = CompilerDiagnostics.None,
        DisabledDiagnostics = { "GVN1009" },
    }.RunAsync();

    [Fact]
    public Task A_waiver_holds() => Test(
        "IssueRefundAsync", "", null, """[GovernanceWaiver("GVN1009", Reason = "comes tomorrow", ApprovedBy = "risk-office", Until = "2027-01-31")]""");

    private const string Parameters = "cannot call 'IssueRefundCoreAsync', which takes other parameters (its own, and a StepRun before the CancellationToken if it wants one)";
    private const string Returns = "cannot call 'IssueRefundCoreAsync', which returns something else";

    private static Task Test(string name, string core, string? says, string waiver = "")
    {
        var test = new StepTest<PlumbedStepMustHaveCoreBodyAnalyzer>
        {
            Members = $$"""
                {{waiver}}
                [WorkflowStep("issue-refund", RiskTier.High)]
                public partial Task<StepOutcome<Receipt>> {{name}}(RefundRequest request, CancellationToken ct = default);

                {{core}}
                """,
        };
        if (says is not null)
        {
            test.Says = "Step 'refunds/issue-refund' " + says + Write;
        }

        return test.RunAsync();
    }
}
