using System.Threading.Channels;

namespace Governance;

/// <summary>Asks at the console, one question at a time, and waits until the request expires.</summary>
public sealed class ConsoleConfirmationGate : IConfirmationGate
{
    private readonly SemaphoreSlim _oneQuestion = new(1, 1);
    private readonly Lazy<ChannelReader<string>> _lines;
    private readonly TextWriter _output;
    private readonly TimeProvider _clock;
    private readonly string _approver;

    /// <summary>Makes the gate. Questions go to standard error, so that standard output stays the program's own.</summary>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="GovernanceConfigurationException">Standard input is redirected, so nobody can answer.</exception>
    public ConsoleConfirmationGate(TimeProvider? timeProvider = null)
        : this(Console.In, Console.Error, Console.IsInputRedirected, timeProvider ?? TimeProvider.System, OsAccount.Name())
    {
    }

    internal ConsoleConfirmationGate(TextReader input, TextWriter output, bool isRedirected, TimeProvider clock, string approver)
    {
        if (isRedirected)
        {
            throw new GovernanceConfigurationException(
                ["Nobody can answer at the console: standard input is redirected. Use ConfirmThroughInbox() and `governance confirm`."]);
        }

        _lines = new(() => Lines(input));
        _output = output;
        _clock = clock;
        _approver = approver;
    }

    /// <inheritdoc/>
    public async ValueTask<ConfirmationDecision> RequestAsync(ConfirmationRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await _oneQuestion.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await AskAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _oneQuestion.Release();
        }
    }

    private async Task<ConfirmationDecision> AskAsync(ConfirmationRequest request, CancellationToken cancellationToken)
    {
        var left = request.ExpiresAt - _clock.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            return Decision(request, ConfirmationVerdict.Expired, null);
        }

        // What was typed before the question was seen answers nothing.
        while (_lines.Value.TryRead(out _))
        {
        }

        using var expiry = new CancellationTokenSource(left, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancellationToken);
        try
        {
            await SayAsync("\n" + ConfirmationText.Describe(request, _clock.GetUtcNow())).ConfigureAwait(false);
            while (true)
            {
                var answer = await ReadAsync($"Type approve or deny, as {_approver}: ", either.Token).ConfigureAwait(false);
                if (string.Equals(answer, "approve", StringComparison.OrdinalIgnoreCase))
                {
                    return Decision(request, ConfirmationVerdict.Approved, null);
                }

                if (string.Equals(answer, "deny", StringComparison.OrdinalIgnoreCase))
                {
                    return Decision(request, ConfirmationVerdict.Denied, await ReasonAsync(either.Token).ConfigureAwait(false));
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await SayAsync("\nThe time is over; nothing was done.\n").ConfigureAwait(false);
            return Decision(request, ConfirmationVerdict.Expired, null);
        }
    }

    private async Task<string> ReasonAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await ReadAsync("Why: ", cancellationToken).ConfigureAwait(false) is { Length: > 0 } reason)
            {
                return reason;
            }
        }
    }

    private async Task<string> ReadAsync(string prompt, CancellationToken cancellationToken)
    {
        await SayAsync(prompt).ConfigureAwait(false);
        try
        {
            return (await _lines.Value.ReadAsync(cancellationToken).ConfigureAwait(false)).Trim();
        }
        catch (ChannelClosedException e)
        {
            throw new InvalidOperationException("standard input has ended, so nobody can answer at the console.", e);
        }
    }

    private async Task SayAsync(string text)
    {
        await _output.WriteAsync(text).ConfigureAwait(false);
        await _output.FlushAsync().ConfigureAwait(false);
    }

    private ConfirmationDecision Decision(ConfirmationRequest request, ConfirmationVerdict verdict, string? reason) => new()
    {
        RequestId = request.RequestId, Digest = request.Digest, Verdict = verdict, Reason = reason,
        Approver = verdict == ConfirmationVerdict.Expired ? "" : _approver, Assurance = ConfirmationAssurance.OsAccount,
        DecidedAt = _clock.GetUtcNow(), ExpiresAt = request.ExpiresAt,
    };

    // Reading a console cannot be cancelled, so one thread reads for all questions, and an expired one leaves nothing behind.
    private static ChannelReader<string> Lines(TextReader input)
    {
        var lines = Channel.CreateUnbounded<string>();
        var thread = new Thread(() =>
        {
            try
            {
                while (input.ReadLine() is { } line)
                {
                    lines.Writer.TryWrite(line);
                }

                lines.Writer.TryComplete();
            }
            catch (Exception e)
            {
                lines.Writer.TryComplete(e);
            }
        })
        {
            IsBackground = true, Name = "governance console",
        };
        thread.Start();
        return lines.Reader;
    }
}
