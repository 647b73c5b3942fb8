using System.Collections.Concurrent;
using GovernanceAnalyzers.Evaluation.Sources;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Evaluation.Binding;

/// <summary>
/// Makes compilations, whether or not every name in them resolves. A project sees another one as its declarations, not as its sources: what a build
/// cannot look into is not looked into here.
/// </summary>
internal sealed class Binder(ProjectReader reader, ReferenceSet references, Declarations declarations)
{
    private readonly Dictionary<string, CSharpCompilation> _bound = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SourceText> _texts = new(StringComparer.Ordinal);

    public static CSharpParseOptions ParseOptions(IEnumerable<string> constants)
        => new(LanguageVersion.Preview, DocumentationMode.Parse, preprocessorSymbols: constants);

    public static CSharpCompilationOptions Options(bool isNullable, bool isProgram = false) => new(
        isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
        allowUnsafe: true,
        nullableContextOptions: isNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable);

    public CSharpCompilation Bind(SourceProject project) => Bind(project, []);

    private CSharpCompilation Bind(SourceProject project, ImmutableHashSet<string> around)
    {
        if (_bound.TryGetValue(project.Path, out var known))
        {
            return known;
        }

        var within = around.Add(project.Path);
        var referenced = Referenced(project, within).ToList();
        var built = referenced.Select(p => p.AssemblyName).Append(project.AssemblyName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var options = ParseOptions(project.Constants);
        var trees = project.Files.AsParallel().AsOrdered().Select(f => CSharpSyntaxTree.ParseText(Text(f), options, f)).ToList();
        trees.Add(CSharpSyntaxTree.ParseText(Implied(project), options, Path.Combine(Path.GetDirectoryName(project.Path) ?? "", "obj", "Implied.g.cs")));
        var compilation = CSharpCompilation.Create(
            project.AssemblyName,
            trees,
            references.Without(built).Concat(referenced.Select(p => Bind(p, within).ToMetadataReference())),
            Options(project.IsNullable, trees.Any(t => t.GetCompilationUnitRoot().Members.Any(m => m.IsKind(SyntaxKind.GlobalStatement)))));
        return _bound[project.Path] = declarations.For(compilation) is { } missing ? compilation.AddReferences(missing) : compilation;
    }

    /// <summary>The projects that this one sees, those of its references too; a circle is cut.</summary>
    private IEnumerable<SourceProject> Referenced(SourceProject project, ImmutableHashSet<string> around)
    {
        var seen = new HashSet<string>(around, StringComparer.Ordinal);
        var open = new Queue<string>(project.References);
        while (open.TryDequeue(out var path))
        {
            if (seen.Add(path) && reader.Read(path) is { } next)
            {
                yield return next;
                foreach (var further in next.References)
                {
                    open.Enqueue(further);
                }
            }
        }
    }

    /// <summary>What the SDK generates into every project.</summary>
    private static string Implied(SourceProject project) => string.Concat(
        project.Usings.Select(u => $"global using {u};\n")
            .Concat(project.Friends.Select(f => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo({SymbolDisplay.FormatLiteral(f.Split(',')[0], true)})]\n")));

    private SourceText Text(string file) => _texts.GetOrAdd(file, f =>
    {
        using var stream = File.OpenRead(f);
        return SourceText.From(stream);
    });
}
