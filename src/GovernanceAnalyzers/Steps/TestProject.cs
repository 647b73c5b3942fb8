namespace GovernanceAnalyzers.Steps;

/// <summary>
/// A project whose code runs under a test framework, and nowhere else. It says so (<c>IsTestProject</c>) and references a framework that we know:
/// either alone is a line that any program could have.
/// </summary>
internal static class TestProject
{
    private static readonly HashSet<string> s_frameworks = new(StringComparer.OrdinalIgnoreCase)
    {
        "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core",
    };

    public static bool Is(RuleContext context) => WhyNot(context) is null;

    /// <summary>What the project lacks to be one, in words; null where it is one.</summary>
    public static string? WhyNot(RuleContext context)
        => !context.Options.IsTestProject ? "it is not marked IsTestProject"
         : !context.Compilation.ReferencedAssemblyNames.Any(name => s_frameworks.Contains(name.Name)) ? "it references no test framework that is known"
         : null;
}
