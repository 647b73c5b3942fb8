namespace GovernanceAnalyzers.Evaluation.Sources;

/// <summary>What one compilation is made of.</summary>
internal sealed record SourceProject
{
    /// <summary>The project file; the folder or file that stands for one where there is none.</summary>
    public required string Path { get; init; }

    public required string AssemblyName { get; init; }

    public required ImmutableArray<string> Files { get; init; }

    /// <summary>Full paths of project files.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>As they stand in C#: <c>System.Linq</c>, <c>static System.Math</c>, <c>X = System.Int32</c>.</summary>
    public ImmutableArray<string> Usings { get; init; } = [];

    public ImmutableArray<string> Constants { get; init; } = [];

    /// <summary>Assemblies that see what is internal.</summary>
    public ImmutableArray<string> Friends { get; init; } = [];

    public bool IsNullable { get; init; } = true;
}
