namespace GovernanceAnalyzers.Mutation;

/// <summary>
/// A process that tries one mutant after the other, as they are asked for on its standard input. A mutant that never ends, or that ends the process, takes
/// only the process with it.
/// </summary>
internal sealed class Worker(string mutated, TestOrder order, TimeSpan limit)
{
    /// <summary>The end of what is said of a test that does not come to one.</summary>
    public const string Endless = " (endless)";

    // Far more than any test takes, on a machine that does other things too.
    private static readonly TimeSpan s_endless = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, Test> _unchanged = new TestLoad(mutated).Tests.ToDictionary(t => t.Name);

    public void Run(TextReader asked, TextWriter answers)
    {
        // What a test prints is no answer.
        Console.SetOut(TextWriter.Null);
        while (asked.ReadLine() is { } number)
        {
            answers.WriteLine(Try(int.Parse(number), answers));
            answers.Flush();
        }
    }

    private Verdict Try(int mutant, TextWriter answers)
    {
        var reaching = order.Of(mutant);
        if (reaching.Count == 0)
        {
            return new(mutant, Outcome.NotReached, "0");
        }

        var load = new TestLoad(mutated) { Active = mutant };
        try
        {
            var tests = load.Tests.ToDictionary(t => t.Name);
            var end = Spent + limit;
            foreach (var name in reaching.Select(t => t.Test))
            {
                if (Spent > end)
                {
                    return new(mutant, Outcome.Undecided, $"{reaching.Count}");
                }

                if (!Passes(tests[name], new(mutant, Outcome.Killed, name + Endless), answers) && _unchanged[name].Passes())
                {
                    order.Killed(mutant, name);
                    return new(mutant, Outcome.Killed, name);
                }
            }

            return new(mutant, Outcome.Alive, $"{reaching.Count}");
        }
        finally
        {
            load.Unload();
        }
    }

    private static TimeSpan Spent => Environment.CpuUsage.TotalTime;

    /// <summary>Ends the process where the test does not end, for a thread cannot be ended.</summary>
    private static bool Passes(Test test, Verdict endless, TextWriter answers)
    {
        var start = Spent;
        using var watch = new Timer(
            _ =>
            {
                if (Spent - start > s_endless)
                {
                    answers.WriteLine(endless);
                    answers.Flush();
                    Environment.Exit(0);
                }
            },
            null,
            TimeSpan.FromSeconds(1),
            TimeSpan.FromSeconds(1));
        return test.Passes();
    }
}
