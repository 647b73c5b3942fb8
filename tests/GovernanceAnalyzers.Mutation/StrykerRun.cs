using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace GovernanceAnalyzers.Mutation;

/// <summary>
/// Lets Stryker make the mutants: one assembly with all of them in it, and the report that says which is which. Both are there before it tries the first,
/// and the assembly is gone at its end, so it is stopped between.
/// </summary>
internal static class StrykerRun
{
    // A few quick tests: some have to be run before any mutant is tried.
    private const string SomeTests = "FullyQualifiedName~RuleIdsTests";

    /// <param name="tests">The folder of the test project. The mutated assembly stays in its <c>bin</c> until the next build.</param>
    /// <param name="output">Where Stryker writes.</param>
    /// <returns>The mutated assembly and the report.</returns>
    public static (string Assembly, string Report) In(string tests, string output)
    {
        string[] arguments =
        [
            "stryker", "--output", output, "--reporter", "html", "--open-report:html", "--skip-version-check", "--test-case-filter", SomeTests,
        ];
        var report = Path.Combine(output, "reports", "mutation-report.html");
        using var stryker = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = tests })!;
        try
        {
            // Where it finds no browser to show the report in, it ends by itself.
            while (!IsWritten(report) && !stryker.WaitForExit(TimeSpan.FromSeconds(1)))
            {
            }
        }
        finally
        {
            stryker.Kill(entireProcessTree: true);
        }

        return IsWritten(report)
            ? (Path.Combine(tests, "bin", "Debug", "net10.0", "GovernanceAnalyzers.dll"), report)
            : throw new InvalidOperationException("Stryker made no mutants.");
    }

    /// <summary>To its end: a report of many mutants is there for a while before it is whole.</summary>
    private static bool IsWritten(string report) => File.Exists(report) && File.ReadAllText(report).TrimEnd().EndsWith("</html>", StringComparison.OrdinalIgnoreCase);

    /// <summary>The mutants of a report, which is a page with the data in a script.</summary>
    public static List<Mutant> MutantsOf(string report)
    {
        const string Assignment = "app.report = ";
        var page = File.ReadAllText(report);
        var data = new Utf8JsonReader(Encoding.UTF8.GetBytes(page[(page.IndexOf(Assignment, StringComparison.Ordinal) + Assignment.Length)..]));
        using var read = JsonDocument.ParseValue(ref data);
        return Mutant.In(read.RootElement);
    }
}
