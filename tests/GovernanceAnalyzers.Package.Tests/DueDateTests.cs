using GovernanceAnalyzers.Inspection;

namespace GovernanceAnalyzers.Package.Tests;

public sealed class DueDateTests : IDisposable
{
    private static readonly DateTime s_today = new(2026, 11, 24);

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("2026-12-25", null, "")]
    [InlineData("2026-12-24", "Near", "ends on 2026-12-24, in 30 days. Until then")]
    [InlineData("2026-11-25", "Near", "ends tomorrow, 2026-11-25. Until then")]
    [InlineData("2026-11-24", "Near", "ends today, 2026-11-24. Until then")]
    [InlineData("2026-11-23", "Past", "ended yesterday, 2026-11-23; from 2026-12-07 on that is an error")]
    [InlineData("2026-11-11", "Past", "ended on 2026-11-11, 13 days ago; from 2026-11-25 on that is an error")]
    [InlineData("2026-11-10", "Overdue", "ended on 2026-11-10, 14 days ago. Correct what it waives")]
    [InlineData("11/10/2026", null, "")]
    public void A_waiver_is_spoken_of_before_its_last_day_and_an_error_a_fortnight_after(string until, string? state, string words)
    {
        var due = Judge(Waiver("M:Shop.Desk.PayAsync(System.String)", until));
        Assert.Equal(state, due.SingleOrDefault()?.State.ToString());
        Assert.Contains(words, due.SingleOrDefault()?.Message ?? "", StringComparison.Ordinal);
        Assert.All(due, d => Assert.Equal("GVN3001", d.Rule));
    }

    [Theory]
    [InlineData("M:Shop.Desk.PayAsync(System.String)", "The waiver of GVN1008 for step 'refunds/pay' ends")]
    [InlineData("M:Shop.Desk.Other", "The waiver of GVN1008 for 'Shop.Desk.Other' ends")]
    [InlineData("assembly", "The waiver of GVN1008 for the whole assembly ends")]
    public void It_says_for_what_the_waiver_is(string target, string words)
        => Assert.StartsWith(words, Assert.Single(Judge(Waiver(target, "2026-11-30"))).Message, StringComparison.Ordinal);

    [Fact]
    public void The_oldest_comes_first()
        => Assert.Equal([DueDateState.Overdue, DueDateState.Past, DueDateState.Near],
                        Judge(Waiver("assembly", "2026-12-01") + "," + Waiver("assembly", "2026-01-01") + "," + Waiver("assembly", "2026-11-20")).Select(d => d.State));

    [Fact]
    public void The_day_is_the_one_that_the_build_names_and_else_the_clocks()
    {
        var manifest = Manifest(Waiver("assembly", "2027-02-28"));
        Assert.Contains("ends today", Assert.Single(DueDate.In(manifest, " 2027-02-28 ")).Message, StringComparison.Ordinal);
        // Whatever the clock says, it is not the fifteenth century.
        manifest = Manifest(Waiver("assembly", "1453-05-29"));
        Assert.Equal([DueDateState.Overdue, DueDateState.Overdue], new[] { "", "29 May" }.Select(day => Assert.Single(DueDate.In(manifest, day)).State));
    }

    [Theory]
    [InlineData("", "\"sunset\": { \"date\": \"2026-11-23\" }", "its sunset was on 2026-11-23;")]
    [InlineData("", "\"sunset\": { \"date\": \"2026-11-24\" }", null)]
    [InlineData("", "\"sunset\": { \"date\": \"next year\" }", null)]
    [InlineData("", "\"reviews\": [ { \"kind\": \"authority\", \"everyDays\": 30, \"last\": \"2026-10-24\" } ]", "its review 'authority' was last on 2026-10-24 and is due every 30 days;")]
    [InlineData("", "\"reviews\": [ { \"kind\": \"authority\", \"everyDays\": 31, \"last\": \"2026-10-24\" } ]", null)]
    [InlineData("", "\"reviews\": [ { \"kind\": \"authority\", \"everyDays\": 30 }, { \"kind\": \"access\", \"last\": \"2020-01-01\" } ]", null)]
    [InlineData("T:Shop.Desk 2026-11-24", "\"sunset\": { \"date\": \"2026-11-23\" }", null)]
    [InlineData("assembly 2026-12-31", "\"sunset\": { \"date\": \"2026-11-23\" }", null)]
    [InlineData("T:Shop.Other 2026-11-24", "\"sunset\": { \"date\": \"2026-11-23\" }", "its sunset was on")]
    public void A_sunset_or_review_that_was_promised_and_passed_is_reported_unless_that_is_waived(string waiver, string promise, string? says)
    {
        var waived = waiver.Split(' ') is [var target, var until] ? Waiver(target, until).Replace("GVN1008", "GVN1016", StringComparison.Ordinal) : "";
        var manifest = Manifest(waived, promise);
        var late = DueDate.In(manifest, s_today, isJudgedByCompiler: false).Where(d => d.Rule == "GVN1016").ToList();
        Assert.Equal(says is null ? [] : [DueDateState.Past], late.Select(d => d.State));
        Assert.All(late, d => Assert.StartsWith($"Workflow 'refunds': {says}", d.Message, StringComparison.Ordinal));

        // On a day that the build names, the compiler has said so already.
        Assert.DoesNotContain(DueDate.In(manifest, "2026-11-24"), d => d.Rule == "GVN1016");
    }

    [Fact]
    public void Where_nothing_is_declared_nothing_is_due()
    {
        File.WriteAllText(_file, """{ "assembly": "Shop", "declared": { "schema": "none/1" } }""");
        var manifest = WrittenManifest.Read(_file);
        Assert.False(manifest.Declares);
        Assert.Empty(DueDate.In(manifest, "9999-12-31"));
    }

    [Theory]
    [InlineData("", "it ends too early")]
    [InlineData("{ \"assembly\": \"Shop\" }", "it has no declared part")]
    [InlineData("{ \"declared\": { \"waivers\": [", "it ends too early")]
    public void What_is_no_manifest_gives_one_line_that_names_it(string content, string why)
    {
        File.WriteAllText(_file, content);
        var message = Assert.Throws<InspectionException>(() => WrittenManifest.Read(_file)).Message;
        Assert.Equal($"{_file} is no governance manifest: {why}", message);
    }

    private static string Waiver(string target, string until) => $$"""{ "rule": "GVN1008", "target": "{{target}}", "until": "{{until}}" }""";

    private IReadOnlyList<DueDate> Judge(string waivers) => DueDate.In(Manifest(waivers), s_today, isJudgedByCompiler: true);

    private WrittenManifest Manifest(string waivers, string promise = "\"owner\": \"ops\"")
    {
        File.WriteAllText(_file, $$"""
            {
              "declared": {
                "schema": "governance-manifest/1",
                "steps": [ { "id": "refunds/pay", "member": "M:Shop.Desk.PayAsync(System.String)" } ],
                "waivers": [{{waivers}}],
                "workflows": [ { "id": "refunds", "type": "T:Shop.Desk", {{promise}} } ]
              }
            }
            """);
        return WrittenManifest.Read(_file);
    }
}
