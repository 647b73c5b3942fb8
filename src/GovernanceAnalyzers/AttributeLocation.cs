using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers;

/// <summary>The smallest span of an attribute that says what is wrong: the argument where there is one, else the attribute's name.</summary>
internal static class AttributeLocation
{
    /// <summary>The value of a named argument, else the attribute's name.</summary>
    public static Location LocationOf(this AttributeData attribute, string argument)
        => attribute.Argument(argument)?.GetLocation() ?? attribute.NameLocation();

    /// <summary>The value of a constructor argument, else the attribute's name.</summary>
    public static Location LocationOf(this AttributeData attribute, int position)
        => attribute.Argument(position)?.GetLocation() ?? attribute.NameLocation();

    public static Location NameLocation(this AttributeData attribute)
        => Syntax(attribute)?.Name.GetLocation() ?? Location.None;

    public static ExpressionSyntax? Argument(this AttributeData attribute, string name)
        => NamedArguments(attribute).FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == name)?.Expression;

    public static ExpressionSyntax? Argument(this AttributeData attribute, int position)
    {
        var name = attribute.AttributeConstructor?.Parameters.ElementAtOrDefault(position)?.Name;
        return (Arguments(attribute).FirstOrDefault(a => a.NameColon is { } colon && colon.Name.Identifier.ValueText == name)
             ?? Arguments(attribute).Where(a => a is { NameEquals: null, NameColon: null }).ElementAtOrDefault(position))?.Expression;
    }

    public static IEnumerable<AttributeArgumentSyntax> NamedArguments(AttributeData attribute) => Arguments(attribute).Where(a => a.NameEquals is not null);

    public static AttributeSyntax? Syntax(AttributeData attribute) => attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;

    private static IEnumerable<AttributeArgumentSyntax> Arguments(AttributeData attribute)
        => Syntax(attribute)?.ArgumentList?.Arguments ?? [];
}
