using System.Collections.Concurrent;

namespace GovernanceAnalyzers;

/// <summary>
/// Values that are worked out once each, also where two threads ask for one at the same time: the second waits for the first, where a
/// <see cref="ConcurrentDictionary{TKey, TValue}"/> would have both do the work. What fails, or is cancelled, is worked out again by whoever asks next.
/// </summary>
/// <param name="comparer">Which keys are the same.</param>
internal sealed class OncePerKey<TKey, TValue>(IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> _entries = new(comparer ?? EqualityComparer<TKey>.Default);

    /// <param name="key">For which value.</param>
    /// <param name="make">Works it out. It must ask for no value of this same table: two threads would wait for each other.</param>
    public TValue Of(TKey key, Func<TKey, TValue> make)
    {
        var entry = _entries.TryGetValue(key, out var known) ? known : _entries.GetOrAdd(key, static _ => new());
        return entry.IsMade ? entry.Value! : entry.Make(key, make);
    }

    private sealed class Entry
    {
        private volatile bool _isMade;

        public bool IsMade => _isMade;

        public TValue? Value { get; private set; }

        public TValue Make(TKey key, Func<TKey, TValue> make)
        {
            lock (this)
            {
                if (!_isMade)
                {
                    Value = make(key);
                    _isMade = true;
                }

                return Value!;
            }
        }
    }
}
