using System.Text.RegularExpressions;

namespace GovernanceAnalyzers.Mutation;

/// <summary>Where the mutated assembly is kept, the list of its mutants and what the tests reach: made once, for samples of the same code.</summary>
internal sealed partial class MutationFolder(string path)
{
    // Of the tests that are about rules and controls. The others, and those of fixes, reach the same code and notice little that these do not.
    [GeneratedRegex(@"^GovernanceAnalyzers\.Tests\.((Declaration|Accountability|Backlog|Enforcement|Controls|Reaching|Facts)\.(?!RealMcpServerTests|\w+FixTests)|Bypass\.\w+Tricks\.|(Catalogue\.\w+CallReading|Catalogue\.ActionCatalogue|RuleBook|Docs\.RulePage)Tests\.)")]
    private static partial Regex About { get; }

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    private string Assembly => In("GovernanceAnalyzers.dll");

    private string Report => In("mutation-report.html");

    private string CoverageFile => In("coverage.tsv");

    /// <summary>There is something to draw a sample from.</summary>
    public bool IsPrepared => File.Exists(CoverageFile);

    /// <summary>The mutants are not made again where they are there: the tests may be others.</summary>
    public void Prepare()
    {
        Directory.CreateDirectory(Path);
        if (!File.Exists(Report))
        {
            var (assembly, report) = StrykerRun.In(TestProject(), In("stryker"));
            MutantSwitch.Install(assembly, Assembly);
            File.Copy(report, Report);
        }

        Coverage.Write(CoverageFile, Coverage.Measure(new TestLoad(Assembly), About.IsMatch));
    }

    public IReadOnlyList<Mutant> Mutants() => StrykerRun.MutantsOf(Report);

    public Worker Worker(TimeSpan limit) => new(Assembly, new(Mutants(), Coverage.Read(CoverageFile)), limit);

    private static string TestProject()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "GovernanceAnalyzers.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("This is not run from a clone.");
        }

        return System.IO.Path.Combine(folder.FullName, "tests", "GovernanceAnalyzers.Tests");
    }

    private string In(string file) => System.IO.Path.Combine(Path, file);
}
