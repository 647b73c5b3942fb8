using GovernanceAnalyzers.Rules.Accountability;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Accountability;

public sealed class WaiverMustBeCompleteTests
{
    private const string Complete = """Reason = "four eyes until 4711", ApprovedBy = "risk-office", Until = "2027-01-31" """;

    [Theory]
    [InlineData("""[{|#0:GovernanceWaiver|}("GVN2001")]""", "it gives no Reason; it names nobody in ApprovedBy; it has no end date: Until = \"yyyy-MM-dd\"")]
    [InlineData("""[{|#0:GovernanceWaiver|}("GVN2001", ApprovedBy = "risk-office", Until = "2027-01-31")]""", "it gives no Reason")]
    [InlineData("""[GovernanceWaiver("GVN2001", Reason = {|#0:" "|}, ApprovedBy = "risk-office", Until = "2027-01-31")]""", "it gives no Reason")]
    [InlineData("""[GovernanceWaiver("GVN2001", Reason = {|#0:"TODO"|}, ApprovedBy = "risk-office", Until = "2027-01-31")]""", "it gives no Reason")]
    [InlineData("""[GovernanceWaiver("GVN2001", Reason = "four eyes", ApprovedBy = {|#0:"tbd"|}, Until = "2027-01-31")]""", "it names nobody in ApprovedBy")]
    [InlineData("""[GovernanceWaiver("GVN2001", Reason = "four eyes", ApprovedBy = "risk-office", Until = {|#0:"31.01.2027"|})]""",
                "Until = \"31.01.2027\" is no date as yyyy-MM-dd")]
    [InlineData("""[GovernanceWaiver("GVN2001", Reason = "four eyes", ApprovedBy = "risk-office", Until = {|#0:"2027-02-30"|})]""",
                "Until = \"2027-02-30\" is no date as yyyy-MM-dd")]
    [InlineData("""[GovernanceWaiver("GVN2001", Reason = "four eyes", ApprovedBy = "risk-office", Until = "2027-01-31", Target = {|#0:"M:Desk.RunAsync"|})]""",
                "a Target belongs on the assembly; here the waiver is for what it stands on")]
    public Task A_waiver_that_lacks_something_is_reported(string waiver, string says) => Test(waiver, "The waiver of GVN2001 waives nothing: " + says);

    [Theory]
    [InlineData("GVN3002", "The waiver of GVN3002 waives nothing: GVN3002 cannot be waived")]
    [InlineData("GVN3003", "The waiver of GVN3003 waives nothing: GVN3003 cannot be waived")]
    [InlineData("GVN3005", "The waiver of GVN3005 waives nothing: GVN3005 cannot be waived")]
    [InlineData("GVN9003", "The waiver of GVN9003 waives nothing: GVN9003 cannot be waived")]
    [InlineData("GVN3101", "The waiver of GVN3101 waives nothing: GVN3101 comes from the build, which no attribute reaches")]
    [InlineData("gvn2001", "The waiver of gvn2001 waives nothing: 'gvn2001' is no rule of this version, such as GVN2001")]
    [InlineData("GVN201", "The waiver of GVN201 waives nothing: 'GVN201' is no rule of this version, such as GVN2001")]
    [InlineData("GVN4711", "The waiver of GVN4711 waives nothing: 'GVN4711' is no rule of this version, such as GVN2001")]
    [InlineData("GVN0001", "The waiver of GVN0001 waives nothing: GVN0001 cannot be waived")]
    [InlineData("CS0168", "The waiver of CS0168 waives nothing: 'CS0168' is no rule of this version, such as GVN2001")]
    [InlineData("", "The waiver of no rule waives nothing: '' is no rule of this version, such as GVN2001")]
    public Task A_waiver_of_no_rule_or_of_a_rule_that_cannot_be_waived_is_reported(string rule, string says)
        => Test("[GovernanceWaiver({|#0:\"" + rule + "\"|}, " + Complete + ")]", says);

    [Fact]
    public Task A_complete_waiver_is_fine() => Test($"""[GovernanceWaiver("GVN2001", {Complete})]""", null);

    [Fact]
    public Task Every_carrier_is_read_and_a_partial_one_once() => new RuleTest<WaiverMustBeCompleteAnalyzer>
    {
        TestCode = """
            [assembly: [|GovernanceWaiver|]("GVN1001")]
            [assembly: GovernanceWaiver("GVN1001", Reason = "r", ApprovedBy = "a", Until = "2027-01-31", Target = [|""|])]
            [assembly: GovernanceWaiver("GVN1001", Reason = "r", ApprovedBy = "a", Until = "2027-01-31", Target = "T:Desk")]

            [[|GovernanceWaiver|]("GVN1001")]
            [[|GovernanceWaiver|]("GVN1004")]
            public partial class Desk
            {
                [[|GovernanceWaiver|]("GVN1001")] public Desk() { }
                [[|GovernanceWaiver|]("GVN1001")] public int Count { get; set; }
                [[|GovernanceWaiver|]("GVN1001")] public partial Task RunAsync();
                public partial Task RunAsync() => Task.CompletedTask;
                [[|GovernanceWaiver|]("GVN1001")] public partial int Size { get; }
                public partial int Size => 1;
            }

            public partial class Desk { }

            [[|GovernanceWaiver|]("GVN1001")]
            public interface IDesk { }
            """,
    }.RunAsync();

    [Fact]
    public Task A_target_on_the_assembly_is_not_empty() => new StepTest<WaiverMustBeCompleteAnalyzer>
    {
        TestCode = "[assembly: GovernanceWaiver(\"GVN2001\", " + Complete + ", Target = {|#0:\"\"|})]",
        Says = "The waiver of GVN2001 waives nothing: its Target is empty",
    }.RunAsync();

    [Fact]
    public Task On_a_local_function_it_is_reported() => new StepTest<WaiverMustBeCompleteAnalyzer>
    {
        TestCode = "public class Desk { public void Run() { [GovernanceWaiver({|#0:\"GVN2001\"|}, " + Complete + ")] void Local() { } Local(); } }",
        Says = "The waiver of GVN2001 waives nothing: it stands on a local function or a lambda, whose findings are its method's; write it there",
    }.RunAsync();

    [Theory]
    [InlineData("2026-11-20", "2027-11-20", null)]
    [InlineData("2026-11-20", "2027-11-21",
                "Until = \"2027-11-21\" is later than 2027-11-20, the 365 days a waiver may last (GovernanceMaximumWaiverDays)")]
    [InlineData("2026-11-20", "2026-11-20", null)]
    [InlineData("2026-11-20", "2026-11-19", "it ended on 2026-11-19")]
    [InlineData("9999-12-31", "9999-12-31", null)]
    [InlineData("", "2099-01-01", null)]
    [InlineData("", "1999-01-01", null)]
    [InlineData("soon", "2099-01-01", null)]
    public Task Dates_are_judged_only_where_the_build_says_which_day_it_is(string today, string until, string? problem)
        => Dated(until, problem, ("GovernanceDate", today));

    [Theory]
    [InlineData("90", "2027-02-18", null)]
    [InlineData("90", "2027-02-19", "Until = \"2027-02-19\" is later than 2027-02-18, the 90 days a waiver may last (GovernanceMaximumWaiverDays)")]
    [InlineData("-1", "2027-11-20", null)]
    [InlineData("many", "2027-11-21",
                "Until = \"2027-11-21\" is later than 2027-11-20, the 365 days a waiver may last (GovernanceMaximumWaiverDays)")]
    public Task The_longest_term_can_be_set_and_an_unreadable_one_is_the_default(string days, string until, string? problem)
        => Dated(until, problem, ("GovernanceDate", "2026-11-20"), ("GovernanceMaximumWaiverDays", days));

    [Theory]
    [InlineData("[GovernanceWaiver(")]
    [InlineData("[GovernanceWaiver()]")]
    [InlineData("[GovernanceWaiver(\"GVN2001\", Reason = )]")]
    [InlineData("[GovernanceWaiver(\"GVN2001\", Reason = \"four")]
    [InlineData("[GovernanceWaiver(\"GVN2001\", Until = Dates.Missing)]")]
    public Task While_it_is_typed_nothing_is_said(string waiver) => new RuleTest<WaiverMustBeCompleteAnalyzer>
    {
        TestCode = waiver + "\npublic class Desk { }",
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    private static Task Dated(string until, string? problem, params (string Name, string Value)[] properties)
    {
        var place = problem is null ? $"\"{until}\"" : "{|#0:\"" + until + "\"|}";
        var test = Create(
            $"""[GovernanceWaiver("GVN2001", Reason = "four eyes", ApprovedBy = "risk-office", Until = {place})]""",
            problem is null ? null : "The waiver of GVN2001 waives nothing: " + problem);
        foreach (var (name, value) in properties)
        {
            test.BuildProperties[name] = value;
        }

        return test.RunAsync();
    }

    private static Task Test(string waiver, string? says) => Create(waiver, says).RunAsync();

    private static StepTest<WaiverMustBeCompleteAnalyzer> Create(string waiver, string? says)
    {
        var test = new StepTest<WaiverMustBeCompleteAnalyzer>
        {
            TestCode = $"public class Desk {{ {waiver} public Task RunAsync() => Task.CompletedTask; }}",
        };
        if (says is not null)
        {
            test.Says = says;
        }

        return test;
    }
}
