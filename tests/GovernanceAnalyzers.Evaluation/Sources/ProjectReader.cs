using System.Runtime.CompilerServices;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Exceptions;

namespace GovernanceAnalyzers.Evaluation.Sources;

/// <summary>Reads project files: evaluated where the SDK's engine can, else by the engine's conventions. No target runs and nothing is restored.</summary>
internal sealed class ProjectReader
{
    private static readonly string[] s_implicitUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private readonly bool _canEvaluate = InstalledSdk.Register();
    private readonly Dictionary<string, SourceProject> _read = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];

    /// <summary>What could not be read as it was meant, one line each.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The project of that file, full path; null where there is no such file.</summary>
    public SourceProject? Read(string path)
    {
        if (!_read.TryGetValue(path, out var project))
        {
            if (!File.Exists(path) || !path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            _read.Add(path, project = Evaluate(path) ?? ByConvention(path));
        }

        return project;
    }

    /// <summary>Everything below a folder that belongs to no project there.</summary>
    public static SourceProject OfFiles(string path, IEnumerable<string> files) => new()
    {
        Path = path,
        AssemblyName = Path.GetFileNameWithoutExtension(path) is { Length: > 0 } name ? name : "Sources",
        Files = [.. files],
        Usings = [.. s_implicitUsings],
        Constants = TargetFramework.Constants("net10.0"),
    };

    private SourceProject? Evaluate(string path)
    {
        if (!_canEvaluate)
        {
            return null;
        }

        try
        {
            return Evaluation.Read(path, _notes);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _notes.Add($"{path} was read by convention, for it cannot be evaluated: {failure.Message.ReplaceLineEndings(" ")}");
            return null;
        }
    }

    private static SourceProject ByConvention(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var inner = SourceFiles.Below(folder, "*.csproj").Select(p => Path.GetDirectoryName(p)!).Where(d => d != folder).ToList();
        return OfFiles(path, SourceFiles.Below(folder, "*.cs").Where(f => !inner.Any(d => SourceFiles.IsBelow(f, d))));
    }

    /// <summary>Apart, so that the engine is loaded only after the SDK was registered.</summary>
    private static class Evaluation
    {
        private const ProjectLoadSettings Lenient
            = ProjectLoadSettings.IgnoreMissingImports | ProjectLoadSettings.IgnoreInvalidImports | ProjectLoadSettings.IgnoreEmptyImports;

        private static readonly ProjectCollection s_collection = new();

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static SourceProject Read(string path, List<string> notes)
        {
            var project = Load(path, notes);
            if (project.GetPropertyValue("TargetFramework").Length == 0
                && TargetFramework.Choose(project.GetPropertyValue("TargetFrameworks")) is { } chosen)
            {
                s_collection.UnloadProject(project);
                project = Load(path, new() { ["TargetFramework"] = chosen }, Lenient);
            }

            var source = new SourceProject
            {
                Path = path,
                AssemblyName = project.GetPropertyValue("AssemblyName") is { Length: > 0 } name ? name : Path.GetFileNameWithoutExtension(path),
                Files = [.. Paths(project, "Compile").Where(f => f.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && File.Exists(f))],
                References = [.. Paths(project, "ProjectReference")],
                Usings = [.. project.GetItems("Using").Select(AsUsing).Distinct()],
                Constants =
                [
                    .. project.GetPropertyValue("DefineConstants").Split(';', ',', ' ').Select(c => c.Trim()).Where(SyntaxFacts.IsValidIdentifier),
                    .. TargetFramework.Constants(project.GetPropertyValue("TargetFramework")),
                ],
                Friends = [.. project.GetItems("InternalsVisibleTo").Select(i => i.EvaluatedInclude)],
                IsNullable = project.GetPropertyValue("Nullable") is "enable" or "annotations",
            };
            s_collection.UnloadProject(project);
            return source;
        }

        /// <summary>Without what it imports and is not there, where that is so: what is said in it is missing then, and that is noted.</summary>
        private static Project Load(string path, List<string> notes)
        {
            try
            {
                return Load(path, [], ProjectLoadSettings.Default);
            }
            catch (InvalidProjectFileException failure)
            {
                var project = Load(path, [], Lenient);
                notes.Add($"{path} was read without an import: {failure.BaseMessage.ReplaceLineEndings(" ")}");
                return project;
            }
        }

        private static Project Load(string path, Dictionary<string, string> properties, ProjectLoadSettings settings)
            => new(path, properties, toolsVersion: null, s_collection, settings);

        private static IEnumerable<string> Paths(Project project, string item)
            => project.GetItems(item).Select(i => Path.GetFullPath(i.EvaluatedInclude.Replace('\\', '/'), project.DirectoryPath)).Distinct();

        private static string AsUsing(ProjectItem item)
            => item.GetMetadataValue("Alias") is { Length: > 0 } alias ? $"{alias} = {item.EvaluatedInclude}"
             : item.GetMetadataValue("Static").Equals("true", StringComparison.OrdinalIgnoreCase) ? $"static {item.EvaluatedInclude}"
             : item.EvaluatedInclude;
    }
}
