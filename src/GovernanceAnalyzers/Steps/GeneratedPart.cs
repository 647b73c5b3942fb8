namespace GovernanceAnalyzers.Steps;

/// <summary>What our generator wrote: it says so, and it stands in a file that a generator of that name gave to the compiler.</summary>
internal static class GeneratedPart
{
    private static readonly string s_generator = typeof(Generation.GovernanceGenerator).FullName!;

    /// <summary>Of a compiled assembly the mark is all there is.</summary>
    public static bool IsOurs(ISymbol symbol)
        => symbol.GetAttributes().Any(IsOurMark)
        && (symbol.DeclaringSyntaxReferences.IsEmpty || symbol.DeclaringSyntaxReferences.Any(r => r.SyntaxTree.FilePath.IndexOf(s_generator, StringComparison.Ordinal) >= 0));

    private static bool IsOurMark(AttributeData attribute)
        => attribute.AttributeClass is { Name: "GeneratedCodeAttribute" } type
        && type.ContainingNamespace.ToDisplayString() == "System.CodeDom.Compiler"
        && attribute.Positional(0) is "GovernanceAnalyzers";
}
