using GovernanceAnalyzers.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Benchmarks;

/// <summary>The generated sources as a project in memory, with what our generator adds to it.</summary>
internal static class GeneratedProject
{
    /// <summary>Where the sources are said to lie, and nothing that the generator adds.</summary>
    public const string Folder = "/0/";

    public static Compilation Compile(int lines, int steps)
    {
        CSharpGeneratorDriver.Create(new GovernanceGenerator()).RunGeneratorsAndUpdateCompilation(
            CSharpCompilation.Create(
                "Large",
                GeneratedSource.Files(lines, steps).Select(f => CSharpSyntaxTree.ParseText(f.Text, path: Folder + f.Name)),
                TestReferences.All,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)),
            out var project,
            out _);
        return project;
    }
}
