using System.Globalization;
using Governance;

namespace Shop.Refunds;

/// <summary>Takes the requests of a file through the desk, one line of output each.</summary>
/// <param name="desk">The desk.</param>
/// <param name="output">Where the lines go.</param>
public sealed class DeskRun(RefundDesk desk, TextWriter output)
{
    /// <summary>So many open questions are enough for people to answer at a time; the governor refuses more.</summary>
    private const int OpenQuestions = 20;

    private readonly SortedDictionary<string, int> _tally = new(StringComparer.Ordinal);

    /// <summary>The request id of each case that was decided or waits, by case number.</summary>
    public Dictionary<string, string> RequestIds { get; } = new(StringComparer.Ordinal);

    /// <summary>How many cases ended how.</summary>
    public IReadOnlyDictionary<string, int> Tally => _tally;

    /// <summary>Runs all requests, or as many as leave no more than a few questions open.</summary>
    /// <param name="lines">The file's lines.</param>
    /// <param name="cancellationToken">Stops between two requests.</param>
    public async Task RunAsync(IEnumerable<RequestFile.Line> lines, CancellationToken cancellationToken)
    {
        foreach (var line in lines)
        {
            if (line.Request is not { } request)
            {
                Count("unreadable", $"line {line.Number}", line.Problem!);
                continue;
            }

            var triage = await desk.TriageAsync(request, cancellationToken);
            if (triage.Queue is null)
            {
                var outcome = await desk.IssueRefundAsync(request, cancellationToken);
                Report(request, $"refund {Money(request)}", outcome, receipt => receipt.Id);
            }
            else
            {
                var outcome = await desk.RouteAsync(request, triage, cancellationToken);
                Report(request, $"to {triage.Queue}: {triage.Why}", outcome, queue => queue);
            }

            if (_tally.GetValueOrDefault("pending") >= OpenQuestions)
            {
                output.WriteLine($"{OpenQuestions} questions wait for people. Run again once they are decided; nothing is done twice.");
                return;
            }
        }
    }

    /// <summary>Writes how many cases ended how, what is in the ledger and what waits in the queues.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="queues">The queues.</param>
    public void WriteSummary(FileLedger ledger, FolderQueues queues)
    {
        output.WriteLine($"cases:  {string.Join(", ", _tally.Select(count => $"{count.Value} {count.Key}"))}");
        output.WriteLine($"ledger: {ledger.Summary()}");
        output.WriteLine($"queues: {string.Join(", ", queues.Summary())}");
    }

    private void Report<T>(RefundRequest request, string what, StepOutcome<T> outcome, Func<T, string> result)
    {
        RequestIds[request.CaseNo] = outcome.RequestId;
        var status = outcome.Status.ToString().ToLowerInvariant();
        var detail = outcome.Status switch
        {
            StepStatus.Completed => result(outcome.Value),
            StepStatus.Pending => outcome.RequestId,
            _ => outcome.Reason,
        };
        Count(status, request.CaseNo, $"{what} ({detail})");
    }

    private void Count(string status, string subject, string text)
    {
        _tally[status] = _tally.GetValueOrDefault(status) + 1;
        output.WriteLine($"{subject,-9} {status,-10} {text}");
    }

    private static string Money(RefundRequest request)
        => string.Create(CultureInfo.InvariantCulture, $"{request.Amount} {request.Currency}");
}
