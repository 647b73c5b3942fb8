using Microsoft.CodeAnalysis.CSharp;

namespace GovernanceAnalyzers.Generation.Reading;

/// <summary>Turns symbols and values into C# that means the same wherever it is written.</summary>
internal static class CSharpText
{
    private static readonly SymbolDisplayFormat s_type = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Type(ITypeSymbol type) => type.ToDisplayString(s_type);

    /// <summary>For <c>typeof</c> and member access, where no annotation may stand.</summary>
    public static string TypeName(INamedTypeSymbol type) => Type(type.WithNullableAnnotation(NullableAnnotation.None));

    /// <summary>The name, escaped where it is a word of the language anywhere.</summary>
    public static string Identifier(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary><c>&lt;T, U&gt;</c>, or nothing.</summary>
    public static string TypeParameters(ImmutableArray<ITypeParameterSymbol> parameters)
        => parameters.IsEmpty ? "" : $"<{string.Join(", ", parameters.Select(p => Identifier(p.Name)))}>";

    /// <summary>The name, with a number behind it where it is taken.</summary>
    public static string Unused(string name, Func<string, bool> isTaken)
    {
        var candidate = name;
        for (var i = 2; isTaken(candidate); i++)
        {
            candidate = name + i;
        }

        return candidate;
    }
}
