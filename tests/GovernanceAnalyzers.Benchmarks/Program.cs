using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using GovernanceAnalyzers.Benchmarks.Compiler;

// Our own word comes first; everything else is BenchmarkDotNet's (--filter, --list, --job).
if (args is ["compiler", .. var rest])
{
    // Short: what the two promises are about, and nothing else. Beside: what we are compared with, and nothing else.
    CompilerBenchmark.Run(
        Number(rest, 0, 300_000),
        Number(rest, 1, 5),
        inServer: rest.Contains("--server"),
        withStrangers: !rest.Contains("--beside"),
        withRivals: !rest.Contains("--alone") && !rest.Contains("--short"),
        steps: rest.Contains("--short") || rest.Contains("--beside") ? [200] : [0, 10, 200]);
    return 0;
}

// The least and the median are what others on the machine disturb least.
var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(
    args, DefaultConfig.Instance.AddColumn(StatisticColumn.Min, StatisticColumn.Median).WithArtifactsPath("artifacts/benchmarks"));
return summaries.All(s => !s.HasCriticalValidationErrors && s.Reports.All(r => r.Success)) ? 0 : 1;

static int Number(IReadOnlyList<string> words, int at, int otherwise) => at < words.Count && int.TryParse(words[at], out var number) ? number : otherwise;
