using System.Globalization;

namespace GovernanceAnalyzers.Mutation;

/// <summary>What a test takes without a mutant, in processor time, and which mutants it reaches.</summary>
internal sealed record Coverage(string Test, string Class, double Seconds, HashSet<int> Reached)
{
    /// <summary>Runs each test once; those that fail are left out.</summary>
    public static IEnumerable<Coverage> Measure(TestLoad load, Predicate<string> chosen)
    {
        foreach (var test in load.Tests.Where(t => chosen(t.Name)))
        {
            Array.Clear(load.Reached);
            var start = Environment.CpuUsage.TotalTime;
            if (test.Passes())
            {
                yield return new(
                    test.Name, test.Class, (Environment.CpuUsage.TotalTime - start).TotalSeconds, [.. load.Reached.Index().Where(r => r.Item).Select(r => r.Index)]);
            }
        }
    }

    public static void Write(string path, IEnumerable<Coverage> tests) => File.WriteAllLines(path, tests.Select(t => string.Join(
        '\t', t.Test, t.Class, t.Seconds.ToString("0.000", CultureInfo.InvariantCulture), string.Join(' ', t.Reached))));

    public static List<Coverage> Read(string path) => [.. File.ReadLines(path).Select(l => l.Split('\t')).Select(
        l => new Coverage(
            l[0], l[1], double.Parse(l[2], CultureInfo.InvariantCulture), [.. l[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)]))];
}
