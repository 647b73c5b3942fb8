namespace GovernanceAnalyzers;

/// <summary>Finds the name that a misspelt one is most likely meant to be.</summary>
internal static class NearName
{
    /// <summary>The one candidate that is close; null where none is, or where two are equally close, for then it is a guess.</summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        var near = candidates
            .Where(c => Math.Abs(c.Length - name.Length) <= Limit(name))
            .Select(c => (Name: c, Distance: Distance(name.ToLowerInvariant(), c.ToLowerInvariant())))
            .Where(c => c.Distance <= Limit(name))
            .OrderBy(c => c.Distance)
            .Take(2)
            .ToArray();
        return near.Length == 0 || (near.Length == 2 && near[0].Distance == near[1].Distance) ? null : near[0].Name;
    }

    /// <summary>One slip in a short name, two in a longer one.</summary>
    private static int Limit(string name) => name.Length < 4 ? 0 : name.Length < 8 ? 1 : 2;

    /// <summary>How many letters must be added, removed, changed or swapped with their neighbour.</summary>
    private static int Distance(string from, string to)
    {
        var beforeLast = new int[to.Length + 1];
        var last = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var row = new int[to.Length + 1];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, change);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last) = (last, row);
        }

        return last[to.Length];
    }
}
