using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The files and references of a test's project, and the diagnostics expected in it.</summary>
public sealed class SolutionState
{
    /// <summary>Sources, with markup.</summary>
    public SourceFileList Sources { get; } = [];

    public SourceFileList AdditionalFiles { get; } = [];

    /// <summary>Such as <c>("/.editorconfig", "…")</c> or <c>("/.globalconfig", "is_global = true …")</c>.</summary>
    public SourceFileList AnalyzerConfigFiles { get; } = [];

    /// <summary>What the generators are expected to write, by hint name; compared unless the test skips it.</summary>
    public SourceFileList GeneratedSources { get; } = [];

    public List<MetadataReference> AdditionalReferences { get; } = [];

    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    public OutputKind? OutputKind { get; set; }

    /// <summary>The path of the nth source that names none.</summary>
    public static string DefaultPath(int index) => $"/0/Test{index}.cs";

    internal IEnumerable<MarkupSource> ParseSources() => Sources.Select(source => MarkupSource.Parse(source.FileName, source.Content));
}

/// <summary>Files by path and content. A content alone gets the path <c>/0/Test0.cs</c>, <c>/0/Test1.cs</c> …</summary>
public sealed class SourceFileList : List<(string FileName, string Content)>
{
    public void Add(string content) => Add((SolutionState.DefaultPath(Count), content));

    public void Add((string FileName, SourceText Content) file) => Add((file.FileName, file.Content.ToString()));

    /// <summary>A generated source: the generator's type is for readers, the hint name is compared.</summary>
    public void Add((Type Generator, string HintName, string Content) file) => Add((file.HintName, file.Content));

    internal static SourceText Text(string content) => SourceText.From(content, Encoding.UTF8);
}
