namespace GovernanceAnalyzers.Steps;

/// <summary>A project whose code runs under a test framework, and nowhere else.</summary>
internal static class TestProject
{
    private static readonly HashSet<string> s_frameworks = new(StringComparer.OrdinalIgnoreCase)
    {
        "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core",
    };

    public static bool Is(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(name => s_frameworks.Contains(name.Name));
}
