using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Rules.Accountability;

/// <summary>
/// Reads <c>[SuppressMessage]</c> and <c>[UnconditionalSuppressMessage]</c> that names one of our rules, wherever it stands: member, local
/// function, type, assembly, module, in any scope and under any alias.
/// </summary>
internal static class SuppressMessageAttributes
{
    private const int CheckIdPosition = 1;

    public static SuppressionFinding? Read(AttributeSyntax attribute, SemanticModel model)
    {
        // Both take a category and an id.
        if (attribute.ArgumentList?.Arguments is not { Count: >= 2 } arguments
            || model.GetSymbolInfo(attribute).Symbol is not IMethodSymbol { ContainingType: var type } || !IsSuppression(type))
        {
            return null;
        }

        var id = arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == "checkId")
              ?? arguments.Where(a => a.NameEquals is null).ElementAtOrDefault(CheckIdPosition);
        return id is not null
            && model.GetConstantValue(id.Expression) is { HasValue: true, Value: string text } && RuleIds.IsOurs(WithoutName(text))
            ? new(WithoutName(text), $"[{type.Name.Replace("Attribute", "")}]", id.Expression.GetLocation())
            : null;
    }

    private static bool IsSuppression(INamedTypeSymbol type)
        => type.Name is "SuppressMessageAttribute" or "UnconditionalSuppressMessageAttribute"
        && type.ContainingNamespace.ToDisplayString() == "System.Diagnostics.CodeAnalysis";

    /// <summary>The compiler takes what stands before the colon: <c>GVN1001:Step has owner</c>.</summary>
    private static string WithoutName(string id) => id.Split(':')[0].Trim();
}
