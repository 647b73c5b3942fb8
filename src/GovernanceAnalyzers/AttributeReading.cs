using System.Threading;

namespace GovernanceAnalyzers;

/// <summary>Reads what is written in an attribute: <em>absent</em> is absent, never a default.</summary>
internal static class AttributeReading
{
    public static AttributeData? Attribute(this ISymbol symbol, INamedTypeSymbol? type)
        => type is null ? null : symbol.GetAttributes().FirstOrDefault(a => GovernanceSymbols.Same(a.AttributeClass, type));

    /// <summary>Half-typed attributes have no constructor; nothing is said about them until they have one.</summary>
    public static bool IsComplete(this AttributeData attribute) => attribute.AttributeConstructor is not null;

    /// <summary>
    /// Nothing in it is half-typed or wrong for the compiler. (A <c>nameof</c> of a handler that is not yet written has its value all the same, and
    /// writing the handler is ours to offer.) A property that does not exist is not among the named arguments.
    /// </summary>
    public static bool IsSettled(this AttributeData attribute)
        => attribute.IsComplete()
        && (AttributeLocation.Syntax(attribute) is not { } syntax
            || (!HasSyntaxErrors(syntax) && AttributeLocation.NamedArguments(attribute).Count() == attribute.NamedArguments.Length))
        && attribute.ConstructorArguments.All(a => a.Kind != TypedConstantKind.Error)
        && attribute.NamedArguments.All(a => a.Value.Kind != TypedConstantKind.Error);

    /// <summary>Errors only: a <c>#warning</c> between the arguments is a diagnostic, too, and must not make a step disappear.</summary>
    private static bool HasSyntaxErrors(SyntaxNode syntax)
        => syntax.ContainsDiagnostics && syntax.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error);

    public static object? Positional(this AttributeData attribute, int index)
        => attribute.ConstructorArguments.Length > index && attribute.ConstructorArguments[index] is { Kind: not TypedConstantKind.Array } constant
            ? constant.Value
            : null;

    public static object? Named(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array)
            {
                return argument.Value.Value;
            }
        }

        return null;
    }

    /// <summary>The text of a named argument; white space alone counts as missing, for a placeholder is no answer.</summary>
    public static string? NamedText(this AttributeData attribute, string name)
        => attribute.Named(name) is string text && text.Trim().Length > 0 ? text : null;

    public static Location LocationOr(this AttributeData attribute, ISymbol symbol, CancellationToken cancellationToken = default)
        => attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation() ?? symbol.Locations.FirstOrDefault() ?? Location.None;
}
