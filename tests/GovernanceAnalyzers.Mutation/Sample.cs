using System.Collections.Concurrent;

namespace GovernanceAnalyzers.Mutation;

/// <summary>Some of the mutants, drawn by chance, and how long each is tried.</summary>
internal sealed record Sample(int Seed = 1, int Count = 300, int Limit = 30, int Workers = 1, int? Mutant = null)
{
    /// <summary>The folders that the mutants are drawn from, each a row of the table.</summary>
    private static readonly string[] s_areas = ["Rules/Enforcement", "Reach", "Controls"];

    /// <returns>Null where something is no option, or not followed by a number.</returns>
    public static Sample? Parse(IReadOnlyList<string> options)
    {
        Sample? sample = new();
        foreach (var option in options.Chunk(2))
        {
            sample = sample is null || option is not [var name, var text] || !int.TryParse(text, out var number) ? null : name switch
            {
                "--seed" => sample with { Seed = number },
                "--count" => sample with { Count = number },
                "--limit" => sample with { Limit = number },
                "--workers" => sample with { Workers = number },
                "--mutant" => sample with { Mutant = number },
                _ => null,
            };
        }

        return sample;
    }

    /// <summary>Tries them, and writes a line for each and a table of all.</summary>
    public void Run(MutationFolder folder, TextWriter output)
    {
        var all = folder.Mutants().Where(m => s_areas.Any(a => IsIn(m, a))).ToList();
        var verdicts = Try(Drawn(all), folder, output).ToDictionary(v => v.Mutant);
        output.WriteLine(Score.Header);
        foreach (var area in s_areas)
        {
            output.WriteLine(Of($"`{area}`", [.. all.Where(m => IsIn(m, area))]));
        }

        output.WriteLine(Of("**all**", all));

        Score Of(string name, List<Mutant> mutants)
            => new(name, mutants.Count, [.. mutants.Where(m => verdicts.ContainsKey(m.Id)).Select(m => verdicts[m.Id])]);
    }

    private List<Mutant> Drawn(List<Mutant> all)
    {
        if (Mutant is { } one)
        {
            return [.. all.Where(m => m.Id == one)];
        }

        var shuffled = all.ToArray();
        new Random(Seed).Shuffle(shuffled);
        return [.. shuffled.Take(Count)];
    }

    private ConcurrentBag<Verdict> Try(List<Mutant> mutants, MutationFolder folder, TextWriter output)
    {
        var waiting = new ConcurrentQueue<Mutant>(mutants);
        var verdicts = new ConcurrentBag<Verdict>();
        Parallel.For(0, Workers, new() { MaxDegreeOfParallelism = Workers }, _ =>
        {
            using var worker = new WorkerProcess(["worker", folder.Path, Limit.ToString()]);
            while (waiting.TryDequeue(out var mutant))
            {
                var verdict = worker.Try(mutant.Id);
                verdicts.Add(verdict);
                lock (output)
                {
                    output.WriteLine($"{verdict}\t{mutant}");
                }
            }
        });
        return verdicts;
    }

    private static bool IsIn(Mutant mutant, string area) => mutant.File.StartsWith($"{area}/", StringComparison.Ordinal);
}
