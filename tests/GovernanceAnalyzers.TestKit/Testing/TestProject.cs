using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Makes a project of a test's files.</summary>
internal static class TestProject
{
    // One workspace for all tests: each takes its empty solution and forks it.
    private static readonly AdhocWorkspace s_workspace = new();

    public static Project Create(
        SolutionState state,
        IEnumerable<MarkupSource> sources,
        CSharpParseOptions parseOptions,
        CSharpCompilationOptions compilationOptions,
        IReadOnlyDictionary<string, string> buildProperties,
        IEnumerable<AnalyzerReference> generators,
        bool withAbstractions)
    {
        var id = ProjectId.CreateNewId();
        var info = ProjectInfo.Create(
            id, VersionStamp.Default, "TestProject", "TestProject", LanguageNames.CSharp,
            filePath: "/0/TestProject.csproj",
            compilationOptions: compilationOptions.WithOutputKind(state.OutputKind ?? compilationOptions.OutputKind),
            parseOptions: parseOptions,
            metadataReferences: (withAbstractions ? TestReferences.All : TestReferences.Framework).Concat(state.AdditionalReferences),
            analyzerReferences: generators);
        var solution = s_workspace.CurrentSolution.AddProject(info);
        foreach (var source in sources)
        {
            solution = solution.AddDocument(
                DocumentId.CreateNewId(id), Path.GetFileName(source.Path), SourceFileList.Text(source.Text), filePath: source.Path);
        }

        foreach (var (path, content) in state.AdditionalFiles)
        {
            solution = solution.AddAdditionalDocument(
                DocumentId.CreateNewId(id), Path.GetFileName(path), SourceFileList.Text(content), filePath: path);
        }

        var configs = buildProperties.Count == 0
            ? state.AnalyzerConfigFiles
            : state.AnalyzerConfigFiles.Append(("/0/BuildProperties.globalconfig", GlobalConfig(buildProperties)));
        foreach (var (path, content) in configs)
        {
            solution = solution.AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(id), Path.GetFileName(path), SourceFileList.Text(content), filePath: path);
        }

        return solution.GetProject(id)!;
    }

    // How the SDK hands CompilerVisibleProperty values to the compiler.
    private static string GlobalConfig(IReadOnlyDictionary<string, string> properties)
    {
        var config = new StringBuilder("is_global = true\n");
        foreach (var (name, value) in properties)
        {
            config.Append("build_property.").Append(name).Append(" = ").Append(value).Append('\n');
        }

        return config.ToString();
    }
}

/// <summary>Attaches source generators to a project, so that every later snapshot of it is generated anew.</summary>
public sealed class GeneratorReference(ImmutableArray<ISourceGenerator> generators) : AnalyzerReference
{
    public override string? FullPath => null;

    public override object Id => this;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => generators;
}
