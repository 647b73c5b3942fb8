using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Benchmarks.Compiler;

/// <summary>
/// The compiler on generated sources, with an analyzer that does nothing, with ours and with those of others. All in one run and in turns, so that what
/// else the machine does falls on all alike.
/// </summary>
internal static class CompilerBenchmark
{
    private const int WarmRounds = 4;

    private static readonly string[] s_banned =
    [
        "M:System.IO.File.Delete(System.String)", "M:System.IO.File.WriteAllText(System.String,System.String)", "M:System.IO.Directory.Delete(System.String)",
        "M:System.IO.Directory.Delete(System.String,System.Boolean)", "M:System.IO.File.Move(System.String,System.String)",
        "M:System.Diagnostics.Process.Start(System.String)", "M:System.Diagnostics.Process.Kill", "M:System.Environment.Exit(System.Int32)",
        "M:System.Environment.SetEnvironmentVariable(System.String,System.String)", "T:System.Net.Mail.SmtpClient", "T:System.Net.WebClient",
        "T:System.Data.SqlClient.SqlCommand", "M:System.Reflection.Assembly.LoadFrom(System.String)", "T:System.Runtime.Serialization.Formatters.Binary.BinaryFormatter",
    ];

    /// <param name="lines">Of each code base.</param>
    /// <param name="rounds">Measured rounds.</param>
    /// <param name="inServer">
    /// In one compiler server, as a build has its projects compiled, and after <see cref="WarmRounds"/> rounds that are not measured; otherwise each time in a
    /// process of its own, as the first project of a build is, after one compile that only brings files into memory.
    /// </param>
    /// <param name="withStrangers">Also the source that has no step and does not reference us.</param>
    /// <param name="withRivals">Others' analyzers beside ours, on 200 steps.</param>
    /// <param name="steps">How many steps a code base has, one after the other.</param>
    public static void Run(int lines, int rounds, bool inServer, bool withStrangers, bool withRivals, IReadOnlyList<int> steps)
    {
        var folder = Directory.CreateTempSubdirectory("governance-benchmark-").FullName;
        using var server = inServer ? new CompilerServer() : null;
        try
        {
            var variants = Variants(folder, lines, withStrangers, withRivals, steps).ToList();
            var runs = variants.ToDictionary(v => v.Name, _ => new List<CompilerRun>());

            // Some compiles before, for a process reads files that another has read, and a server compiles its own code anew while it is young.
            foreach (var (_, response, _) in inServer ? Enumerable.Repeat(variants, WarmRounds).SelectMany(v => v) : variants.Take(1))
            {
                CompilerRun.Of(response, server);
            }

            for (var round = 1; round <= rounds; round++)
            {
                foreach (var (name, response, _) in variants)
                {
                    var run = CompilerRun.Of(response, server);
                    Console.Error.WriteLine($"{round} {name}: {run.Clock.TotalSeconds:0.0} s, processor {run.Processor.TotalSeconds:0.0} s, analyzers {run.Analyzers.TotalSeconds:0.00} s");
                    runs[name].Add(run);
                }
            }

            Print(lines, rounds, variants, runs);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<(string Name, string Response, string? Baseline)> Variants(
        string folder, int lines, bool withStrangers, bool withRivals, IReadOnlyList<int> numbersOfSteps)
    {
        var ours = typeof(GovernanceAnalyzer).Assembly.Location;
        var empty = typeof(EmptyAnalyzer).Assembly.Location;
        if (withStrangers)
        {
            var (strangers, _) = Write(Path.Combine(folder, "stranger"), lines, 0);
            yield return ("a stranger, an empty analyzer", Response(folder, "stranger-empty", strangers, [empty], TestReferences.Framework), null);
            yield return ("a stranger, ours", Response(folder, "stranger-ours", strangers, [ours, empty], TestReferences.Framework), "a stranger, an empty analyzer");
        }

        foreach (var steps in numbersOfSteps)
        {
            var (sources, generated) = Write(Path.Combine(folder, $"steps-{steps}"), lines, steps);
            var baseline = $"{steps} steps, an empty analyzer";
            yield return (baseline, Response(folder, $"{steps}-empty", [.. sources, .. generated], [empty]), null);

            // Our assembly brings the generator, too: the same sources are compiled, and generating them is part of the cost.
            yield return ($"{steps} steps, ours", Response(folder, $"{steps}-ours", sources, [ours, empty]), baseline);
            foreach (var rival in withRivals && steps == 200 ? Rival.All : [])
            {
                yield return (
                    $"{steps} steps, {rival.Package} {rival.Version}",
                    Response(folder, rival.Package, [.. sources, .. generated], [empty, .. rival.Analyzers(folder)]),
                    baseline);
            }
        }
    }

    private static (IReadOnlyList<string> Sources, IReadOnlyList<string> Generated) Write(string folder, int lines, int steps)
    {
        Directory.CreateDirectory(folder);
        var files = GeneratedProject.Compile(lines, steps).SyntaxTrees.ToLookup(
            t => t.FilePath.StartsWith(GeneratedProject.Folder, StringComparison.Ordinal),
            t =>
            {
                var file = Path.Combine(folder, Path.GetFileName(t.FilePath));
                File.WriteAllText(file, t.ToString());
                return file;
            });
        return ([.. files[true]], [.. files[false]]);
    }

    private static string Response(string folder, string name, IEnumerable<string> sources, IEnumerable<string> analyzers, ImmutableArray<MetadataReference> references = default)
    {
        var file = Path.Combine(folder, $"{name}.rsp");
        File.WriteAllText(Path.Combine(folder, "BannedSymbols.txt"), string.Join("\n", s_banned.Select(b => $"{b};asks nobody")));
        File.WriteAllLines(
            file,
            [
                "-noconfig", "-nostdlib+", "-target:library", "-nullable:enable", "-langversion:latest", "-reportanalyzer", "-deterministic", "-nologo",
                $"-out:\"{Path.Combine(folder, name)}.dll\"", $"-additionalfile:\"{Path.Combine(folder, "BannedSymbols.txt")}\"",
                .. (references.IsDefault ? TestReferences.All : references).OfType<PortableExecutableReference>().Select(r => $"-reference:\"{r.FilePath}\""),
                .. analyzers.Select(a => $"-analyzer:\"{a}\""),
                .. sources.Select(s => $"\"{s}\""),
            ]);
        return file;
    }

    private static void Print(
        int lines, int rounds, List<(string Name, string Response, string? Baseline)> variants, Dictionary<string, List<CompilerRun>> runs)
    {
        Console.WriteLine($"{lines:N0} lines, {rounds} rounds; seconds; over = median of the difference to the empty analyzer of the same round, in processor time");
        Console.WriteLine($"{"",-66} {"clock",7} {"processor",10} {"/reportanalyzer",16} {"over",8}");
        foreach (var (name, _, baseline) in variants)
        {
            var all = runs[name];
            var over = baseline is null
                ? ""
                : $"{100 * Median(all.Zip(runs[baseline], (own, none) => (own.Processor - none.Processor) / none.Processor)):0.0} %";
            Console.WriteLine(
                $"{name,-66} {Median(all.Select(r => r.Clock.TotalSeconds)),7:0.00} {Median(all.Select(r => r.Processor.TotalSeconds)),10:0.00} "
                + $"{Median(all.Select(r => r.Analyzers.TotalSeconds)),16:0.000} {over,8}");
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered.Count % 2 == 1 ? ordered[ordered.Count / 2] : (ordered[ordered.Count / 2 - 1] + ordered[ordered.Count / 2]) / 2;
    }
}
