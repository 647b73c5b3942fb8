using System.Security.Cryptography;
using System.Text;

namespace GovernanceAnalyzers.Tool.Check;

/// <summary>
/// Keeps the manifests that a check's build wrote: beside the user's other application data, because their own folder stays as it is and the
/// check's folder goes away. One place per project or solution, replaced by each check.
/// </summary>
internal static class ManifestStore
{
    public static IReadOnlyList<string> Keep(CheckTarget target, IReadOnlyList<Compilation> compilations)
    {
        var written = compilations.Where(c => c.ManifestFile.Length > 0 && File.Exists(c.ManifestFile)).ToList();
        if (written.Count == 0)
        {
            return [];
        }

        try
        {
            var folder = FolderFor(target);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.CreateDirectory(folder);
            var kept = new List<string>();
            foreach (var compilation in written)
            {
                var copy = Path.Combine(folder, FileName(compilation, written));
                File.Copy(compilation.ManifestFile, copy, overwrite: true);
                kept.Add(copy);
            }

            return kept;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A home folder that cannot be written changes nothing of what was found; the summary then names no manifest.
            return [];
        }
    }

    private static string FileName(Compilation compilation, IReadOnlyList<Compilation> all)
        => all.Count(c => c.Assembly == compilation.Assembly) == 1
            ? $"{compilation.Assembly}.governance.json"
            : $"{compilation.Assembly}.{compilation.Framework}.governance.json";

    private static string FolderFor(CheckTarget target)
    {
        var root = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(target.File)))[..8];
        return Path.Combine(root.Length > 0 ? root : Path.GetTempPath(), "governance", "checks",
                            $"{Path.GetFileNameWithoutExtension(target.File)}-{digest}");
    }
}
