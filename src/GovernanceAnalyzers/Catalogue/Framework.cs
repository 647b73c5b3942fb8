namespace GovernanceAnalyzers.Catalogue;

/// <summary>Assemblies whose actions the catalogue lists, so that what it does not list is no action.</summary>
internal static class Framework
{
    private static readonly string[] s_names = ["System", "mscorlib", "netstandard", "WindowsBase", "PresentationCore", "PresentationFramework"];

    /// <summary>Code that is compiled here belongs to its author, whatever it is called.</summary>
    public static bool Owns(IAssemblySymbol? assembly)
    {
        var name = assembly is null or ISourceAssemblySymbol ? "" : assembly.Name;
        return name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal) || s_names.Contains(name);
    }

    /// <summary>The first part of a namespace that many packages add types to, under the frameworks' name.</summary>
    public static bool SharesNamespace(string root) => root is "System" or "Microsoft";

    /// <summary>Our own contracts: what they do is the governor's to control.</summary>
    public static bool IsOurs(IAssemblySymbol? assembly) => (assembly?.Name ?? "").StartsWith("GovernanceAnalyzers.", StringComparison.Ordinal);
}
