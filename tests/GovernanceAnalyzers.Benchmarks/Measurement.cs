using System.Diagnostics;

namespace GovernanceAnalyzers.Benchmarks;

/// <summary>
/// How long one thing takes, again and again. Processor time beside the clock's, and the least of each: on a busy machine both are the numbers that
/// others disturb least.
/// </summary>
internal sealed class Measurement(string name)
{
    private readonly List<(TimeSpan Processor, TimeSpan Clock)> _runs = [];

    public static string Header => $"{"",-44} {"first",9} {"least",9} {"median",9} {"clock",9} {"median",9}   (ms; the first three are processor time)";

    /// <summary>Prepares and runs, so often.</summary>
    public Measurement Run<T>(int times, Func<T> prepare, Action<T> run)
    {
        for (var i = 0; i < times; i++)
        {
            var input = prepare();
            GC.Collect();
            var (processor, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            run(input);
            _runs.Add((Environment.CpuUsage.TotalTime - processor, clock.Elapsed));
        }

        return this;
    }

    public override string ToString()
    {
        var ordered = _runs.Select(r => r.Processor.TotalMilliseconds).Order().ToList();
        var clock = _runs.Select(r => r.Clock.TotalMilliseconds).Order().ToList();
        return $"{name,-44} {_runs[0].Processor.TotalMilliseconds,9:0} {ordered[0],9:0} {ordered[ordered.Count / 2],9:0} {clock[0],9:0} {clock[clock.Count / 2],9:0}";
    }
}
