using System.Collections.Concurrent;
using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.Tests.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using ModelContextProtocol.Server;

namespace GovernanceAnalyzers.Tests.Fuzz;

/// <summary>
/// A file of the samples in a project of its own. The rest of its sample is a project that it refers to, so that what it calls binds and only the
/// one file is analysed.
/// </summary>
internal sealed record SampleFile(Project Project, DocumentId Document)
{
    private static readonly (string Name, string Path)[] s_samples =
    [
        ("RefundDesk", "samples/RefundDesk"),
        ("Violations", "samples/Violations"),
        ("OpsServer", "samples/OpsServer.Before"),
        ("Shapes", "tests/GovernanceAnalyzers.Tests/Generation/Shapes"),
    ];

    private static readonly AdhocWorkspace s_workspace = new();
    private static readonly ConcurrentDictionary<string, (Solution Solution, ProjectId Others)> s_rests = new();

    private static readonly MetadataReference[] s_references =
    [
        .. TestReferences.All,
        .. new[] { typeof(McpServerToolAttribute), typeof(Microsoft.Extensions.AI.AIFunction) }.Select(t => MetadataReference.CreateFromFile(t.Assembly.Location)),
    ];

    /// <summary>Every file there is, as sample and file name.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. s_samples.SelectMany(sample => Files(sample.Name, "*.cs").Select(file => $"{sample.Name}/{Path.GetFileName(file)}"))];

    public static SampleFile Open(string name)
    {
        var (sample, file) = (name[..name.IndexOf('/')], name[(name.IndexOf('/') + 1)..]);
        var (solution, rest) = s_rests.GetOrAdd(sample, RestOf);
        var id = ProjectId.CreateNewId();
        solution = AddProject(solution, id, file).AddProjectReference(id, new ProjectReference(rest));
        foreach (var list in Files(sample, "*.actions.txt").Concat(Files(sample, "governance.owners")))
        {
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), Path.GetFileName(list), File.ReadAllText(list), filePath: list);
        }

        // The day on which waivers, reviews and sunsets are judged.
        solution = solution.AddAnalyzerConfigDocument(
            DocumentId.CreateNewId(id), "Build.globalconfig", SourceText.From("is_global = true\nbuild_property.GovernanceDate = 2026-11-25\n"), filePath: "/0/Build.globalconfig");
        var document = DocumentId.CreateNewId(id);
        var path = Files(sample, file).Single();
        return new(solution.AddDocument(document, file, File.ReadAllText(path).ReplaceLineEndings("\n"), filePath: "/0/" + file).GetProject(id)!, document);
    }

    private static (Solution Solution, ProjectId Others) RestOf(string sample)
    {
        var id = ProjectId.CreateNewId();
        var solution = AddProject(s_workspace.CurrentSolution, id, "Others")
            .AddDocument(DocumentId.CreateNewId(id), "Container.cs", ContainerLibrary.Source);
        foreach (var file in Files(sample, "*.cs"))
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(file), File.ReadAllText(file), filePath: file);
        }

        return (solution, id);
    }

    private static Solution AddProject(Solution solution, ProjectId id, string name)
        => ShippedGenerator.AddGlobalUsings(
            solution.AddProject(ProjectInfo.Create(
                id, VersionStamp.Default, name, name, LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
                metadataReferences: s_references,
                analyzerReferences: [new GeneratorReference([new GovernanceGenerator().AsSourceGenerator()])])),
            id);

    private static IEnumerable<string> Files(string sample, string pattern)
        => Directory.EnumerateFiles(AllRules.RepositoryFile(s_samples.Single(s => s.Name == sample).Path), pattern).Order(StringComparer.Ordinal);
}
