using Governance;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What every test compiles against. Made once: a reference object of its own per test makes a test ten times slower.</summary>
public static class TestReferences
{
    /// <summary>The reference assemblies of Microsoft.NETCore.App that the kit itself was compiled against.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } =
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "framework-references.txt"))
            .Where(line => line.Length > 0)
            .Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>GovernanceAnalyzers.Abstractions.</summary>
    public static MetadataReference Abstractions { get; } = MetadataReference.CreateFromFile(typeof(WorkflowStepAttribute).Assembly.Location);

    /// <summary>Both.</summary>
    public static ImmutableArray<MetadataReference> All { get; } = Framework.Add(Abstractions);
}
