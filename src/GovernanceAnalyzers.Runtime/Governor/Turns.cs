namespace Governance;

/// <summary>Lets calls for the same request run one after the other, so that the second finds what the first left on record.</summary>
internal sealed class Turns
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    public async Task<IDisposable> TakeAsync(string identity, CancellationToken cancellationToken)
    {
        Place place;
        lock (_places)
        {
            if (!_places.TryGetValue(identity, out place!))
            {
                _places[identity] = place = new Place();
            }

            place.Users++;
        }

        try
        {
            await place.Free.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Leave(identity, place);
            throw;
        }

        return new Turn(this, identity, place);
    }

    private void Leave(string identity, Place place)
    {
        lock (_places)
        {
            if (--place.Users == 0)
            {
                _places.Remove(identity);
            }
        }
    }

    private sealed class Place
    {
        public SemaphoreSlim Free { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Turn(Turns turns, string identity, Place place) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                place.Free.Release();
                turns.Leave(identity, place);
            }
        }
    }
}
