using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace GovernanceAnalyzers.Evaluation.Binding;

/// <summary>The assemblies that every compilation sees: the frameworks', and what was handed in. One of each name, the newest.</summary>
internal sealed class ReferenceSet
{
    private static readonly string[] s_left = ["runtimes", "analyzers", "build", "buildTransitive", "tools", "ref", "obj", "native"];

    private readonly SortedDictionary<string, (Version Version, string Path)> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, MetadataReference> _loaded = new(StringComparer.Ordinal);

    /// <param name="more">Assemblies, or folders of them.</param>
    /// <exception cref="BadInputException">A file is no assembly.</exception>
    public ReferenceSet(IEnumerable<string> more)
    {
        foreach (var file in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "framework-references.txt")).Where(File.Exists))
        {
            Add(file, static () => { });
        }

        if (_files.Count == 0)
        {
            throw new BadInputException("The frameworks' reference assemblies, listed in framework-references.txt beside this program, are not there: build it again.");
        }

        foreach (var path in more)
        {
            if (File.Exists(path))
            {
                Add(path, () => throw new BadInputException($"--reference: {path} is no .NET assembly."));
                continue;
            }

            foreach (var file in Directory.EnumerateFiles(path, "*.dll", SearchOption.AllDirectories).Where(f => IsForBinding(path, f)).OrderBy(Rank))
            {
                Add(file, static () => { });
            }
        }
    }

    /// <summary>All but those of these names: a project that builds the assembly itself takes its place.</summary>
    public IEnumerable<MetadataReference> Without(IReadOnlySet<string> names)
        => _files.Where(f => !names.Contains(f.Key)).Select(f => Load(f.Value.Path));

    private static bool IsForBinding(string folder, string file)
        => !Path.GetRelativePath(folder, file).Split('/', '\\').Any(part => s_left.Contains(part, StringComparer.OrdinalIgnoreCase));

    /// <summary>A package has an assembly for each framework; of equal versions the last one stays.</summary>
    private static (int, string) Rank(string file) => (Path.GetFileName(Path.GetDirectoryName(file))!.StartsWith("netstandard", StringComparison.Ordinal) ? 0
        : Path.GetFileName(Path.GetDirectoryName(file))!.Contains('.') ? 1 : -1, file);

    private void Add(string file, Action otherwise)
    {
        if (NameOf(file) is not var (name, version))
        {
            otherwise();
        }
        else if (!_files.TryGetValue(name, out var known) || known.Version <= version)
        {
            _files[name] = (version, file);
        }
    }

    /// <summary>Null of what is no assembly. Read by hand, for a name of the run time's has a culture, which this machine may not know.</summary>
    private static (string Name, Version Version)? NameOf(string file)
    {
        try
        {
            using var image = new PEReader(File.OpenRead(file));
            if (!image.HasMetadata || image.GetMetadataReader() is not { IsAssembly: true } metadata)
            {
                return null;
            }

            var assembly = metadata.GetAssemblyDefinition();
            return (metadata.GetString(assembly.Name), assembly.Version);
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    private MetadataReference Load(string path)
        => _loaded.TryGetValue(path, out var reference) ? reference : _loaded[path] = MetadataReference.CreateFromFile(path);
}
