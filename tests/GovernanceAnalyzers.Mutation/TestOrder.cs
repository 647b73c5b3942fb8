namespace GovernanceAnalyzers.Mutation;

/// <summary>Which tests are run on a mutant, and in which order: those first that are likely to notice.</summary>
internal sealed class TestOrder(IReadOnlyCollection<Mutant> mutants, IReadOnlyCollection<Coverage> tests)
{
    /// <summary>So many tests of a class that is about the code are run before the next one of every other class.</summary>
    private const int Lead = 8;

    private readonly Dictionary<int, Mutant> _mutants = mutants.ToDictionary(m => m.Id);
    private readonly ILookup<string, int> _ofFile = mutants.ToLookup(m => m.File, m => m.Id);
    private readonly Dictionary<int, int> _testsOf = tests.SelectMany(t => t.Reached).CountBy(m => m).ToDictionary();
    private readonly Dictionary<string, double> _rarity = [];
    private readonly Dictionary<string, Dictionary<string, int>> _kills = [];

    public List<Coverage> Of(int mutant)
    {
        var file = _mutants[mutant].File;
        var kills = _kills.GetValueOrDefault(file) ?? [];
        return
        [
            .. tests.Where(t => Reaches(t, mutant))
                .GroupBy(t => t.Class).SelectMany(c => c.OrderByDescending(t => Rarity(t, file)).ThenBy(t => t.Seconds).Index())
                .OrderByDescending(t => kills.GetValueOrDefault(t.Item.Test))
                // What the first of a class did not notice another class notices sooner than the second.
                .ThenBy(t => IsAbout(t.Item.Class, file) ? t.Index / Lead : t.Index).ThenBy(t => t.Item.Seconds)
                .Select(t => t.Item),
        ];
    }

    public void Killed(int mutant, string by)
    {
        var file = _mutants[mutant].File;
        var kills = _kills.TryGetValue(file, out var known) ? known : _kills[file] = [];
        kills[by] = kills.GetValueOrDefault(by) + 1;
    }

    /// <summary>
    /// How much the test reaches that few others reach: it is that, most likely, which it is about. Of the file, where its class is about that; else of anything.
    /// </summary>
    private double Rarity(Coverage test, string file)
    {
        if (IsAbout(test.Class, file))
        {
            return Rarity(_ofFile[file].Where(test.Reached.Contains));
        }

        if (!_rarity.TryGetValue(test.Test, out var anywhere))
        {
            _rarity.Add(test.Test, anywhere = Rarity(test.Reached));
        }

        return anywhere;
    }

    private double Rarity(IEnumerable<int> reached) => reached.Sum(m => 1.0 / _testsOf[m]);

    /// <summary>The test class of the file's own name, and those of what is tested as a whole.</summary>
    private static bool IsAbout(string testClass, string file)
        => testClass.EndsWith($".{Path.GetFileNameWithoutExtension(file).Replace("Analyzer", "", StringComparison.Ordinal)}Tests", StringComparison.Ordinal)
        || (file.StartsWith("Reach/", StringComparison.Ordinal) && testClass.Contains(".Reaching.", StringComparison.Ordinal))
        || (file.StartsWith("Controls/", StringComparison.Ordinal) && testClass.Contains(".Controls.", StringComparison.Ordinal));

    // What an initializer makes is used by what runs in its file.
    private bool Reaches(Coverage test, int mutant)
        => test.Reached.Contains(mutant)
        || (_mutants[mutant] is { IsStatic: true, File: var file } && test.Reached.Any(r => _mutants.TryGetValue(r, out var other) && other.File == file));
}
