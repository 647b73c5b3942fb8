using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Controls;

/// <summary>The variables, fields and properties that a piece of code is made of, and what the locals among them were made of.</summary>
internal static class MentionedValues
{
    public static HashSet<ISymbol> In(IEnumerable<SyntaxNode> nodes, SemanticModel model)
    {
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Queue<SyntaxNode>(nodes);
        while (open.Count > 0)
        {
            foreach (var symbol in Named(open.Dequeue(), model))
            {
                if (found.Add(symbol) && symbol is ILocalSymbol local
                    && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer: { } initializer })
                {
                    open.Enqueue(initializer);
                }
            }
        }

        return found;
    }

    /// <summary>Only what the code itself names.</summary>
    public static IEnumerable<ISymbol> Named(SyntaxNode node, SemanticModel model) => node.DescendantNodesAndSelf()
        .OfType<IdentifierNameSyntax>()
        .Select(name => model.GetSymbolInfo(name).Symbol)
        .OfType<ISymbol>()
        .Where(symbol => symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol { ContainingType.TypeKind: not TypeKind.Enum } or IPropertySymbol);
}
