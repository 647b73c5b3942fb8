using System.Reflection;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Evaluation.Binding;

/// <summary>
/// Types that stand in for missing packages: the stubs that were handed in, and the markers by which automation is known. A compilation gets those that
/// nothing else in it declares, so that none is declared twice.
/// </summary>
internal sealed class Declarations(IEnumerable<string> stubs, ReferenceSet references)
{
    private readonly ImmutableArray<CompilationUnitSyntax> _files =
        [.. stubs.Select(File.ReadAllText).Append(Markers()).Select(text => SyntaxFactory.ParseCompilationUnit(text, options: Binder.ParseOptions([])))];

    private readonly Dictionary<string, MetadataReference?> _made = new(StringComparer.Ordinal);

    /// <summary>The assembly with what the compilation lacks; null where it lacks nothing.</summary>
    public MetadataReference? For(Compilation compilation)
    {
        var declared = new HashSet<string>(StringComparer.Ordinal);
        var lacking = _files.Select(f => (File: f, Types: Types(f).Where(t => compilation.GetTypesByMetadataName(NameOf(t)).IsEmpty && declared.Add(NameOf(t))).ToList()))
            .ToList();
        return _made.TryGetValue(string.Join("\n", declared), out var known)
            ? known
            : _made[string.Join("\n", declared)] = declared.Count == 0 ? null : Make(lacking.Select(l => Only(l.File, l.Types)));
    }

    private CompilationReference Make(IEnumerable<CompilationUnitSyntax> files) => CSharpCompilation.Create(
        "Declarations",
        files.Index().Select(f => CSharpSyntaxTree.Create(f.Item, Binder.ParseOptions([]), $"/declarations/{f.Index}.cs")),
        references.Without(new HashSet<string>()),
        Binder.Options(true)).ToMetadataReference();

    private static CompilationUnitSyntax Only(CompilationUnitSyntax file, List<MemberDeclarationSyntax> kept)
        => file.RemoveNodes(Types(file).Except(kept), SyntaxRemoveOptions.KeepNoTrivia)!;

    private static IEnumerable<MemberDeclarationSyntax> Types(SyntaxNode within)
        => within.ChildNodes().OfType<MemberDeclarationSyntax>().SelectMany(m => m switch
        {
            BaseNamespaceDeclarationSyntax inner => Types(inner),
            BaseTypeDeclarationSyntax or DelegateDeclarationSyntax => [m],
            _ => [],
        });

    private static string NameOf(MemberDeclarationSyntax type)
    {
        var (name, parameters) = type switch
        {
            TypeDeclarationSyntax t => (t.Identifier.ValueText, t.TypeParameterList),
            BaseTypeDeclarationSyntax t => (t.Identifier.ValueText, null),
            _ => (((DelegateDeclarationSyntax)type).Identifier.ValueText, ((DelegateDeclarationSyntax)type).TypeParameterList),
        };
        var spaces = type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(n => n.Name.ToString());
        return string.Join('.', spaces.Append(parameters is null ? name : $"{name}`{parameters.Parameters.Count}"));
    }

    private static string Markers()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Markers.cs")!);
        return reader.ReadToEnd();
    }
}
