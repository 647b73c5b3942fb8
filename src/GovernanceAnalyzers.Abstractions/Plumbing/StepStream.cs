using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Governance;

/// <summary>
/// What a step that gives a stream returns. Nothing happens until the first item is asked for; each reading is a call of its own, with its own
/// request and its own end in the log.
/// </summary>
internal sealed class StepStream<TState, T>(IStepGovernor governor, StepStreamCall<TState, T> call, CancellationToken callersToken) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Reading(governor, call, callersToken, cancellationToken);

    private sealed class Reading : IAsyncEnumerator<T>
    {
        private readonly IStepGovernor _governor;
        private readonly StepStreamCall<TState, T> _call;
        private readonly ItemHandover<T> _handover = new();
        private readonly CancellationTokenSource? _both;
        private readonly CancellationToken _cancellationToken;
        private Task<StepOutcome<StreamedItems>>? _run;
        private bool _hasEnded;

        public Reading(IStepGovernor governor, StepStreamCall<TState, T> call, CancellationToken callersToken, CancellationToken readersToken)
        {
            _governor = governor;
            _call = call;
            _both = callersToken.CanBeCanceled && readersToken.CanBeCanceled && callersToken != readersToken
                ? CancellationTokenSource.CreateLinkedTokenSource(callersToken, readersToken)
                : null;
            _cancellationToken = _both?.Token ?? (callersToken.CanBeCanceled ? callersToken : readersToken);
        }

        public T Current => _handover.Current;

        public async ValueTask<bool> MoveNextAsync()
        {
            if (_hasEnded)
            {
                return false;
            }

            var item = _handover.AskAsync();
            _run ??= _governor.RunAsync(
                new StepCall<StepStreamState<TState, T>, StreamedItems>(_call.Plan.AsPlan(), new(_call.State, _handover)), _cancellationToken);
            await Task.WhenAny(item, _run).ConfigureAwait(false);
            if (item.IsCompleted)
            {
                return true;
            }

            _hasEnded = true;
            var outcome = await _run.ConfigureAwait(false);
            outcome.ThrowIfNotCompleted();
            return _handover.HasBegun ? false : throw new StepAlreadyCompletedException(outcome.Step, outcome.RequestId);
        }

        /// <summary>Ends once the end is on record, be it the end of a reading that was left early.</summary>
        public async ValueTask DisposeAsync()
        {
            if (_run is { } run && !_hasEnded)
            {
                _hasEnded = true;
                _handover.Abandon();
                try
                {
                    (await run.ConfigureAwait(false)).ThrowIfNotCompleted();
                }
                catch (OperationCanceledException) when (_cancellationToken.IsCancellationRequested)
                {
                    // On record; and the reader, who is leaving, asked for it.
                }
            }

            _both?.Dispose();
        }
    }
}
