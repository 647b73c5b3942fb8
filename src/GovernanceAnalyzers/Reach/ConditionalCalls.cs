using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Reach;

/// <summary>Calls that the compiler removes, arguments and all: <c>[Conditional]</c> without its symbol, and partial methods nobody implements.</summary>
internal sealed class ConditionalCalls
{
    private readonly ConcurrentDictionary<SyntaxTree, ImmutableHashSet<string>> _defined = new();

    public bool IsRemoved(IMethodSymbol target, SyntaxNode call)
    {
        if (target is { IsPartialDefinition: true, PartialImplementationPart: null, ReturnsVoid: true, DeclaredAccessibility: Accessibility.Private })
        {
            return true;
        }

        var conditions = Conditions(target);
        return conditions.Count > 0 && !conditions.Any(_defined.GetOrAdd(call.SyntaxTree, Defined).Contains);
    }

    private static List<string> Conditions(IMethodSymbol target)
    {
        for (var at = target; at is not null; at = at.OverriddenMethod)
        {
            var conditions = at.ReturnsVoid
                ? at.GetAttributes().Where(IsConditional).Select(a => a.Positional(0)).OfType<string>().ToList()
                : [];
            if (conditions.Count > 0)
            {
                return conditions;
            }
        }

        return [];
    }

    private static bool IsConditional(AttributeData attribute)
        => attribute.AttributeClass is { Name: "ConditionalAttribute" } type && type.ContainingNamespace.ToDisplayString() == "System.Diagnostics";

    /// <summary>The project's symbols, and what the file itself defines or takes back before its first line of code.</summary>
    private static ImmutableHashSet<string> Defined(SyntaxTree tree)
    {
        var defined = ImmutableHashSet.CreateRange(StringComparer.Ordinal, tree.Options.PreprocessorSymbolNames);
        for (var directive = tree.GetRoot().GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            defined = directive switch
            {
                DefineDirectiveTriviaSyntax { IsActive: true } define => defined.Add(define.Name.ValueText),
                UndefDirectiveTriviaSyntax { IsActive: true } undefine => defined.Remove(undefine.Name.ValueText),
                _ => defined,
            };
        }

        return defined;
    }
}
