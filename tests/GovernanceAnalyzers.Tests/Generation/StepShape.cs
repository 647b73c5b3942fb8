using Microsoft.CodeAnalysis.CSharp;

namespace GovernanceAnalyzers.Tests.Generation;

/// <summary>The sources in <c>Shapes</c>: each is a table of step shapes, compared with snapshots and compiled and run.</summary>
public static class StepShape
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Generation", "Shapes");

    public static TheoryData<string> Names
        => new(Directory.EnumerateFiles(s_folder, "*.cs").Select(file => Path.GetFileName(file).Split('.')[0]).Distinct().Order(StringComparer.Ordinal));

    public static PlumbingTest Test(string name)
    {
        var test = new PlumbingTest(name == "OldCSharp" ? LanguageVersion.CSharp9 : LanguageVersion.Latest)
        {
            TestCode = File.ReadAllText(Path.Combine(s_folder, name + ".cs")),
        };

        // The other parts of its types: Parts.Other.cs.
        test.TestState.Sources.AddRange(Directory.EnumerateFiles(s_folder, name + ".*.cs").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), File.ReadAllText(file))));
        return test;
    }
}
