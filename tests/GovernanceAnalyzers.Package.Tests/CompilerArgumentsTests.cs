using GovernanceAnalyzers.BuildTasks;

namespace GovernanceAnalyzers.Package.Tests;

/// <summary>Arguments are read as the compiler reads them.</summary>
public sealed class CompilerArgumentsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("governance-arguments-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true, "/skipanalyzers")]
    [InlineData(true, "-SkipAnalyzers+")]
    [InlineData(true, "/skipanalyzers-", "/skipanalyzers+")]
    [InlineData(false, "/skipanalyzers+", "/skipanalyzers-")]
    [InlineData(false, "/define:skipanalyzers")]
    [InlineData(false, "skipanalyzers+.cs")]
    [InlineData(false)]
    public void The_last_switch_holds(bool skips, params string[] arguments) => Assert.Equal(skips, CompilerArguments.Read(arguments, _folder).SkipsAnalyzers);

    [Theory]
    [InlineData("/nologo /skipanalyzers+", true)]
    [InlineData("\"/skipanalyzers+\"", true)]
    [InlineData("/nologo\n\n   -skipanalyzers\n", true)]
    [InlineData("# /skipanalyzers+", false)]
    [InlineData("/nologo # /skipanalyzers+", false)]
    [InlineData("/define:A#B /skipanalyzers+", true)]
    [InlineData("\"/define:A /skipanalyzers+\"", false)]
    public void A_response_file_stands_for_what_is_in_it(string content, bool skips)
    {
        Write("more.rsp", content);
        var read = CompilerArguments.Read(["@more.rsp"], _folder);
        Assert.Equal(skips ? Path.Combine(_folder, "more.rsp") : null, read.SkippedBy);
    }

    [Fact]
    public void A_response_file_may_name_others_which_count_from_where_the_compiler_runs()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "build"));
        Write("build/more.rsp", "@inner.rsp");
        Write("inner.rsp", "@\"build/with blank.rsp\"");
        Write("build/with blank.rsp", "/skipanalyzers+ @build/more.rsp");
        Assert.EndsWith("with blank.rsp", CompilerArguments.Read(["@build/more.rsp"], _folder).SkippedBy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_response_file_that_is_gone_is_named()
    {
        Write("more.rsp", "@gone.rsp");
        Assert.Equal(Path.Combine(_folder, "gone.rsp"), CompilerArguments.Read(["@more.rsp"], _folder).Unreadable);
    }

    [Fact]
    public void Analyzers_and_the_log_are_found()
    {
        var read = CompilerArguments.Read(["/analyzer:\"/with blank/A.dll\"", "/a:B.dll,C.dll", "/errorlog:first.sarif", "/errorlog:\"obj/o.sarif,version=2.1\""], _folder);
        Assert.Equal(["/with blank/A.dll", "B.dll", "C.dll"], read.Analyzers);
        Assert.Equal("obj/o.sarif,version=2.1", read.ErrorLog);
    }

    [Theory]
    [InlineData("RulesRan", "\"version\": \"2.1.0\"", "\"id\": \"GVN0001\"")]
    [InlineData("RulesDidNotRun", "\"version\": \"2.1.0\"", "\"id\": \"CA1000\"")]
    [InlineData("RulesDidNotRun", "\"version\": \"2.1.0\"", "\"text\": \"says \\\"id\\\": \\\"GVN0001\\\"\"")]
    [InlineData("RulesDidNotRun", "\"version\": \"2.1.0\"", "\"ruleId\": \"GVN0001\"")]
    [InlineData("CannotTell", "\"version\": \"1.0.0\"", "\"id\": \"GVN0001\"")]
    [InlineData("CannotTell", "\"other\": 1", "\"version\": \"none\"")]
    [InlineData("Missing")]
    public void A_log_proves_that_the_rules_ran_by_listing_them(string proof, params string[] lines)
    {
        var log = Path.Combine(_folder, "log.sarif");
        if (lines.Length > 0)
        {
            File.WriteAllLines(log, ["{", .. lines, "}"]);
        }

        Assert.Equal(proof, CompilerLog.Read(log).ToString());
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder, name), content);
}
