using System.Reflection;
using System.Runtime.Loader;

namespace GovernanceAnalyzers.Mutation;

/// <summary>
/// The tests and the mutated assembly, loaded by themselves: what they keep in static fields is new with each load, so that no mutant leaves anything to the
/// next one. The compiler and what surrounds it stay loaded and warm.
/// </summary>
internal sealed class TestLoad : AssemblyLoadContext
{
    private static readonly string[] s_ours = ["GovernanceAnalyzers", "GovernanceAnalyzers.CodeFixes", "GovernanceAnalyzers.Tests"];

    private readonly string _mutated;
    private readonly FieldInfo _active;

    /// <param name="mutated">With our switch in it.</param>
    public TestLoad(string mutated)
        : base(isCollectible: true)
    {
        _mutated = mutated;
        var control = LoadFromAssemblyPath(mutated).GetTypes().Single(t => t.Name == MutantSwitch.ClassName);
        _active = control.GetField(MutantSwitch.Active)!;
        control.GetField(MutantSwitch.Reached)!.SetValue(null, Reached);
        Active = null;
    }

    /// <summary>What <see cref="MutantSwitch.Reached"/> says: by the number of the mutant, of which there are fewer.</summary>
    public bool[] Reached { get; } = new bool[100_000];

    /// <summary>The mutant that is on.</summary>
    public int? Active
    {
        set => _active.SetValue(null, value ?? -1);
    }

    public IEnumerable<Test> Tests => Test.In(LoadFromAssemblyName(new("GovernanceAnalyzers.Tests")));

    protected override Assembly? Load(AssemblyName name)
        => name.Name == "GovernanceAnalyzers" ? LoadFromAssemblyPath(_mutated)
         : s_ours.Contains(name.Name) ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, $"{name.Name}.dll"))
         : null;
}
