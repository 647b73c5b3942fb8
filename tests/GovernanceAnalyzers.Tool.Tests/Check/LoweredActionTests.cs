using System.Text.Json;
using GovernanceAnalyzers.Tool.Check;
using GovernanceAnalyzers.Tool.Check.Reports;
using GovernanceAnalyzers.Tool.Output;
using static GovernanceAnalyzers.Tool.Tests.Check.RecordedCheck;

namespace GovernanceAnalyzers.Tool.Tests.Check;

/// <summary>What a contract makes less of is shown to whoever reads a check.</summary>
public sealed class LoweredActionTests : IDisposable
{
    private const string Draft = "files.write|Medium|vendor.draft|Low|nobody reads it|Note → Draft → File.WriteAllText|7";

    private static readonly string[] s_rules = ["GVN0001"];
    private readonly RecordedCheck _check = new();

    public void Dispose() => _check.Dispose();

    [Fact]
    public void The_summary_says_what_is_known_and_what_it_counts_as()
        => Assert.Contains(
            "Lowered         files.write (Medium) counts as vendor.draft (Low) by Note → Draft → File.WriteAllText: \"nobody reads it\" [Tools.cs:7]",
            Summary(Compiled()));

    [Fact]
    public void Where_nothing_is_lowered_there_is_no_line()
        => Assert.DoesNotContain(Summary(_check.Compiled("net10.0", s_rules, Fact("entry-point", "Note", 3)).Read()), l => l.StartsWith("Lowered", StringComparison.Ordinal));

    [Fact]
    public void It_is_no_finding_and_the_same_of_two_frameworks_is_one()
    {
        var result = Compiled();
        Assert.Equal((CheckVerdict.Clean, 1), (result.Verdict, Assert.Single(result.Facts).Lowered.Count));
    }

    [Fact]
    public void The_report_for_programs_has_each_part_of_it()
    {
        var result = Compiled();
        var writer = new StringWriter();
        JsonReport.Write(writer, result, new(result.Target));
        using var json = JsonDocument.Parse(writer.ToString());
        var lowered = Assert.Single(json.RootElement.GetProperty("entryPoints")[0].GetProperty("lowered").EnumerateArray());
        Assert.Equal(
            ("files.write", "Medium", "vendor.draft", "Low", "nobody reads it", 7),
            (lowered.GetProperty("capability").GetString(), lowered.GetProperty("tier").GetString(), lowered.GetProperty("countsAs").GetProperty("capability").GetString(),
             lowered.GetProperty("countsAs").GetProperty("tier").GetString(), lowered.GetProperty("countsAs").GetProperty("because").GetString(), lowered.GetProperty("line").GetInt32()));
    }

    private CheckResult Compiled() => _check.Compiled("net10.0", s_rules, Fact("entry-point", "Note", 3, ("lowered", Draft)))
        .Compiled("net8.0", s_rules, Fact("entry-point", "Note", 3, ("lowered", Draft))).Read();

    private static string[] Summary(CheckResult result)
    {
        var writer = new StringWriter { NewLine = "\n" };
        SummaryText.Write(Page.Plain(writer), result, new(result.Target));
        return writer.ToString().Split('\n');
    }
}
