using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Governance;

/// <summary>
/// Hands items from a running body to the one who reads the stream, each when it is asked for: the body never acts ahead. The body stays inside
/// its own asynchronous call, so a step within it knows the step around it whoever asks.
/// </summary>
internal sealed class ItemHandover<T>
{
    private readonly SemaphoreSlim _asked = new(0);
    private readonly SemaphoreSlim _offered = new(0);
    private volatile bool _isAbandoned;
    private long _count;

    /// <summary>The body has been called: the step was not merely answered from the log.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>The item last offered.</summary>
    public T Current { get; private set; } = default!;

    public StreamedItems Given => new(Interlocked.Read(ref _count), _isAbandoned);

    /// <summary>Asks for the next item; ends when it is there.</summary>
    public Task AskAsync()
    {
        var offered = _offered.WaitAsync();
        _asked.Release();
        return offered;
    }

    /// <summary>Lets the body end where it is.</summary>
    public void Abandon()
    {
        _isAbandoned = true;
        _asked.Release();
    }

    /// <summary>The body's side: takes the items as they are asked for.</summary>
    public async Task<StreamedItems> GiveAsync(IAsyncEnumerable<T> items, CancellationToken cancellationToken)
    {
        HasBegun = true;
        var enumerator = items.GetAsyncEnumerator(cancellationToken);
        try
        {
            while (true)
            {
                await _asked.WaitAsync(cancellationToken).ConfigureAwait(false);
                if (_isAbandoned || !await enumerator.MoveNextAsync().ConfigureAwait(false))
                {
                    break;
                }

                Current = enumerator.Current;
                Interlocked.Increment(ref _count);
                _offered.Release();
            }
        }
        finally
        {
            await enumerator.DisposeAsync().ConfigureAwait(false);
        }

        return Given;
    }
}
