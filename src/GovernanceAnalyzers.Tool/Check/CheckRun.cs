namespace GovernanceAnalyzers.Tool.Check;

/// <summary>One check from the build to the result, for whichever command wants to know what a project's automation does.</summary>
internal static class CheckRun
{
    public static async Task<CheckResult> ReadAsync(CheckTarget target, ShownPaths paths, CheckOptions options, CancellationToken cancellationToken)
    {
        await DotnetSdk.RequireAsync(target.Folder, cancellationToken);
        using var folder = CheckFolder.Create();
        var build = await BuildProgress.WatchAsync(target, folder, () => UserBuild.RunAsync(target, folder, options, cancellationToken));
        var result = CheckReading.Read(target, paths, build, Compilation.ReadAll(folder.Compilations), options);
        return result with { Manifests = ManifestStore.Keep(result, options.ManifestFolder) };
    }
}
