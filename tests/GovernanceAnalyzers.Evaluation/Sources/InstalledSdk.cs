using System.Runtime.Loader;

namespace GovernanceAnalyzers.Evaluation.Sources;

/// <summary>The SDK that this program runs under: it has the engine that evaluates project files, and the files that these import.</summary>
internal static class InstalledSdk
{
    private static readonly Lazy<string?> s_folder = new(Find);

    /// <summary>
    /// Lets the engine be loaded from the SDK. Nothing that names a type of the engine may run before. False where no SDK is found.
    /// </summary>
    public static bool Register()
    {
        if (s_folder.Value is not { } sdk)
        {
            return false;
        }

        Environment.SetEnvironmentVariable("MSBUILD_EXE_PATH", Path.Combine(sdk, "MSBuild.dll"));
        Environment.SetEnvironmentVariable("MSBuildExtensionsPath", sdk + Path.DirectorySeparatorChar);
        Environment.SetEnvironmentVariable("MSBuildSDKsPath", Path.Combine(sdk, "Sdks"));
        return true;
    }

    private static string? Find()
    {
        // …/shared/Microsoft.NETCore.App/10.0.0/System.Private.CoreLib.dll
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var sdk = Directory.Exists(Path.Combine(root, "sdk"))
            ? Directory.GetDirectories(Path.Combine(root, "sdk"))
                .Where(d => File.Exists(Path.Combine(d, "MSBuild.dll")))
                .OrderByDescending(d => Version.TryParse(Path.GetFileName(d).Split('-')[0], out var version) ? version : new Version())
                .FirstOrDefault()
            : null;
        if (sdk is not null)
        {
            AssemblyLoadContext.Default.Resolving += (context, name)
                => Path.Combine(sdk, name.Name + ".dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        }

        return sdk;
    }
}
