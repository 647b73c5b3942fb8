using System.Security.Cryptography;
using System.Text;
using GovernanceAnalyzers.Inspection;
using GovernanceAnalyzers.Tool.Backlog;

namespace GovernanceAnalyzers.Tool.Check;

/// <summary>
/// Keeps the manifests that a check's build wrote, with what the analysis found in them: beside the user's other application data, because their own
/// folder stays as it is and the check's folder goes away; or where the user says. One place per project or solution, replaced by each check.
/// </summary>
internal static class ManifestStore
{
    public static IReadOnlyList<string> Keep(CheckResult result, string? chosen)
    {
        var written = result.Compilations.Where(c => c.ManifestFile.Length > 0 && File.Exists(c.ManifestFile)).ToList();
        if (written.Count == 0)
        {
            return [];
        }

        try
        {
            var folder = chosen ?? FolderFor(result.Target);
            if (chosen is null && Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.CreateDirectory(folder);
            var kept = new List<string>();
            foreach (var compilation in written)
            {
                var copy = Path.Combine(folder, FileName(compilation, written));
                File.WriteAllText(copy, WithAnalysis(compilation, result));
                kept.Add(copy);
            }

            return kept;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A home folder that cannot be written changes nothing of what was found; the summary then names no manifest.
            return chosen is null ? [] : throw new CannotRunException($"the manifest cannot be written to '{chosen}' ({failure.Message}).");
        }
    }

    /// <summary>What several frameworks compile is one step, so each of their manifests has what was found in any.</summary>
    private static string WithAnalysis(Compilation compilation, CheckResult result)
    {
        var text = File.ReadAllText(compilation.ManifestFile);
        var folder = Path.GetDirectoryName(compilation.Project)!;
        var facts = result.Facts.Where(f => f.Project == compilation.Project).ToList();
        var backlog = BacklogDocument.Beside(compilation.Project)?.Lines.ToList() ?? [];
        try
        {
            return new ManifestAnalysis([.. facts.Where(f => f.IsStep).Select(Of)], [.. facts.Where(f => !f.IsStep).Select(Of)]).AddTo(text);
        }
        catch (FormatException)
        {
            // A project that brings another version of the package has that one's manifest; it is kept as it is.
            return text;
        }

        AnalysedMember Of(StepFacts facts) => new(facts.Id, facts.Member)
        {
            Confirmation = facts.Confirmation,
            Log = facts.Log,
            Actions = [.. facts.Actions.Select(a => (a.Capability, a.Tier, a.Path, At(a.Place)))],
            Lowered = [.. facts.Lowered.Select(l => (l.Capability, l.Tier, l.Path, $"{l.ContractCapability} ({l.ContractTier})", l.Because, At(l.Place)))],
            BlindSpots = [.. facts.BlindSpots.Select(b => (b.Kind, b.Detail, At(b.Place)))],
            NotFollowed = [.. facts.NotFollowed.Select(n => (n.Target, At(n.Place)))],
            Backlog = facts.IsStep ? [] : [.. backlog.Where(l => l.EntryPoint == facts.BacklogId).Select(l => (l.Capability, l.Owner, l.UntilText))],
        };

        // From the project, so that two machines write the same.
        string At(SourcePlace place) => $"{Path.GetRelativePath(folder, place.File).Replace('\\', '/')}:{place.Line}";
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
