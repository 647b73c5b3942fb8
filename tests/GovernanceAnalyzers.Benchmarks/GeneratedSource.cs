namespace GovernanceAnalyzers.Benchmarks;

/// <summary>
/// A code base to measure on, the same one each time: plain code that loops, queries, formats, awaits and calls its neighbours, and steps that reach
/// their actions through an interface and two helpers. A quarter of the steps is self-governed.
/// </summary>
internal static class GeneratedSource
{
    public const int StepsOfAFile = 4;

    private const int MethodsOfAFile = 14;

    /// <summary>Files until there are so many lines, and one for each file of steps, which comes first and calls it.</summary>
    public static IEnumerable<(string Name, string Text)> Files(int lines, int steps)
    {
        yield return ("Archive.cs", Archive);
        for (var number = 0; number * StepsOfAFile < steps; number++)
        {
            yield return ($"Desk{number}.cs", Desk(number, Math.Min(StepsOfAFile, steps - number * StepsOfAFile)));
        }

        for (int number = 0, written = 0; written < lines || number * StepsOfAFile < steps; number++)
        {
            var text = Plain(number);
            written += text.AsSpan().Count('\n');
            yield return ($"Part{number}.cs", text);
        }
    }

    /// <summary>In the file of a desk, what an edit changes.</summary>
    public const string Editable = "note.Length + 1";

    private const string Archive = """
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Large;

        public interface IArchive
        {
            Task RemoveAsync(string name, CancellationToken cancellationToken);

            Task KeepAsync(string name, string text, CancellationToken cancellationToken);
        }

        public sealed class FolderArchive(string folder) : IArchive
        {
            public Task RemoveAsync(string name, CancellationToken cancellationToken)
            {
                Remover.Remove(Path.Combine(folder, name));
                return Task.CompletedTask;
            }

            public Task KeepAsync(string name, string text, CancellationToken cancellationToken) => Keeper.KeepAsync(Path.Combine(folder, name), text, cancellationToken);
        }

        internal static class Remover
        {
            public static void Remove(string path)
            {
                if (File.Exists(path))
                {
                    File.Delete(path);
                }
            }
        }

        internal static class Keeper
        {
            public static Task KeepAsync(string path, string text, CancellationToken cancellationToken) => File.WriteAllTextAsync(path, text, cancellationToken);
        }

        """;

    private static string Desk(int number, int steps) => $$"""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Governance;

        namespace Large;

        public sealed record Request{{number}}(string Id, decimal Amount);

        [GovernedWorkflow("desk-{{number}}", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments", Stage = WorkflowStage.Harden,
                          Runbook = "docs/desk.md")]
        [Baseline("cycle-time", 6.2, Unit = "h", Target = 2.5, Kill = 8)]
        [Baseline("error-rate", 3.1, Unit = "%", Target = 1.5, Kill = 4)]
        [Baseline("rework-rate", 7, Unit = "%", Target = 4, Kill = 9)]
        [Baseline("cost-per-unit", NotApplicable = "salaried")]
        [FailureMode("unreadable", Response = "put before people")]
        [Review("authority", EveryDays = 90)]
        public sealed partial class Desk{{number}}(IStepGovernor governor, IActionLog log, FolderArchive archive)
        {
        {{string.Concat(Enumerable.Range(0, steps).Select(step => step % 4 == 3 ? SelfGoverned(number, step) : Plumbed(number, step)))}}
            private static ActionRecord Entry(string state, string id)
                => new() { Workflow = "desk-{{number}}", Step = "step", Tier = RiskTier.High, State = state, Key = id };
        }

        """;

    private static string Plumbed(int number, int step) => $$"""

            [WorkflowStep("step-{{step}}", RiskTier.High, Rollback = nameof(Undo{{step}}Async), Key = "{request.Id}", Question = "Remove {request.Id} of {request.Amount}?")]
            public partial Task<StepOutcome<int>> Step{{step}}Async(Request{{number}} request, CancellationToken ct = default);

            private async Task<int> Step{{step}}CoreAsync(Request{{number}} request, CancellationToken ct)
            {
                var note = new Part{{number}}().Method{{step % 2}}(request.Id, {{step}});
                await archive.KeepAsync(request.Id, note, ct);
                await archive.RemoveAsync(request.Id, ct);
                return {{Editable}};
            }

            private Task Undo{{step}}Async(Request{{number}} request, int? result, CancellationToken ct) => archive.KeepAsync(request.Id, "again", ct);

        """;

    private static string SelfGoverned(int number, int step) => $$"""

            [WorkflowStep("step-{{step}}", RiskTier.High, Rollback = nameof(Undo{{step}}Async), Key = "{request.Id}", Question = "Remove {request.Id} of {request.Amount}?")]
            public async Task<int> Step{{step}}Async(Request{{number}} request, CancellationToken ct = default)
            {
                await governor.RequireApprovalAsync(
                    new ConfirmationRequest
                    {
                        Workflow = "desk-{{number}}", Step = "step-{{step}}", Tier = RiskTier.High, Question = $"Remove {request.Id}?",
                        Arguments = [new("id", $"\"{request.Id}\"")],
                    },
                    ct);
                await log.AppendAsync(Entry(ActionStates.Started, request.Id), ct);
                try
                {
                    await archive.RemoveAsync(request.Id, ct);
                    await log.AppendAsync(Entry(ActionStates.Completed, request.Id), ct);
                    return request.Id.Length;
                }
                catch (Exception)
                {
                    await log.AppendAsync(Entry(ActionStates.Failed, request.Id), ct);
                    throw;
                }
            }

            private Task Undo{{step}}Async(Request{{number}} request, int? result, CancellationToken ct) => archive.KeepAsync(request.Id, "again", ct);

        """;

    private static string Plain(int number) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Large;

        public sealed record Item{{number}}(string Name, int Count, DateTime At);

        public sealed class Part{{number}}
        {
            private readonly Dictionary<string, Item{{number}}> _items = new(StringComparer.Ordinal);
            private readonly object _lock = new();

            public event EventHandler<Item{{number}}>? Added;

            public int Total => _items.Values.Sum(item => item.Count);
        {{string.Concat(Enumerable.Range(0, MethodsOfAFile).Select(method => Method(number, method)))}}
        }

        """;

    private static string Method(int number, int method) => method % 3 == 2
        ? $$"""

            public async Task<IReadOnlyList<string>> Method{{method}}Async(IEnumerable<Item{{number}}> items, CancellationToken cancellationToken)
            {
                var names = new List<string>();
                foreach (var group in items.Where(i => i.Count > {{method}}).GroupBy(i => i.At.Year).OrderBy(g => g.Key))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await Task.Delay(group.Count(), cancellationToken).ConfigureAwait(false);
                    names.AddRange(group.Select(i => $"{i.Name}/{i.Count + {{method}}}"));
                }

                return names.Count switch
                {
                    0 => [],
                    > 100 => names.Take(100).ToList(),
                    _ => names,
                };
            }

        """
        : $$"""

            public string Method{{method}}(string name, int count)
            {
                if (string.IsNullOrEmpty(name))
                {
                    throw new ArgumentException("A name is needed.", nameof(name));
                }

                lock (_lock)
                {
                    if (!_items.TryGetValue(name, out var known))
                    {
                        known = new(name, count, DateTime.UnixEpoch.AddDays({{method}}));
                        _items.Add(name, known);
                        Added?.Invoke(this, known);
                    }

                    var text = new StringBuilder();
                    for (var i = 0; i < known.Count; i++)
                    {
                        text.Append(known.Name[i % known.Name.Length]).Append(i * {{number % 97}} + {{method}});
                    }

                    return text.Length > {{method}} ? text.ToString() : {{(number == 0 || method == 0 ? "name" : $"new Part{number - 1}().Method{(method % 3 == 0 ? 0 : 1)}(name, count - 1)")}};
                }
            }

        """;
}
