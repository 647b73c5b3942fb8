namespace GovernanceAnalyzers.Mutation;

/// <summary>Which tests are run on a mutant, and in which order: those first that are likely to notice.</summary>
internal sealed class TestOrder(IReadOnlyCollection<Mutant> mutants, IReadOnlyCollection<Coverage> tests)
{
    private readonly Dictionary<int, Mutant> _mutants = mutants.ToDictionary(m => m.Id);
    private readonly Dictionary<string, Dictionary<string, int>> _kills = [];

    public List<Coverage> Of(int mutant)
    {
        var kills = _kills.GetValueOrDefault(_mutants[mutant].File) ?? [];
        return
        [
            .. tests.Where(t => Reaches(t, mutant))
                .GroupBy(t => t.Class).SelectMany(c => c.OrderBy(t => t.Seconds).Index())
                .OrderByDescending(t => kills.GetValueOrDefault(t.Item.Test))
                // What the first of a class did not notice another class notices sooner than the second.
                .ThenBy(t => t.Index).ThenBy(t => t.Item.Seconds)
                .Select(t => t.Item),
        ];
    }

    public void Killed(int mutant, string by)
    {
        var file = _mutants[mutant].File;
        var kills = _kills.TryGetValue(file, out var known) ? known : _kills[file] = [];
        kills[by] = kills.GetValueOrDefault(by) + 1;
    }

    // What an initializer makes is used by what runs in its file.
    private bool Reaches(Coverage test, int mutant)
        => test.Reached.Contains(mutant)
        || (_mutants[mutant] is { IsStatic: true, File: var file } && test.Reached.Any(r => _mutants.TryGetValue(r, out var other) && other.File == file));
}
