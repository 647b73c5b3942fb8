using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Rules.Accountability;

/// <summary>Finds <c>#pragma warning disable</c> that names one of our rules, or that names none and lies over governed code.</summary>
internal static class PragmaSuppressions
{
    public static IEnumerable<SuppressionFinding> In(SemanticModel model, GovernanceSymbols symbols)
    {
        var root = model.SyntaxTree.GetRoot();
        if (!root.ContainsDirectives)
        {
            yield break;
        }

        var pragmas = Pragmas(root).ToArray();
        foreach (var pragma in pragmas.Where(IsDisable))
        {
            foreach (var code in pragma.ErrorCodes)
            {
                if (code is IdentifierNameSyntax { Identifier.ValueText: var id } && RuleIds.IsOurs(id))
                {
                    yield return new(id, "#pragma warning disable", code.GetLocation());
                }
            }

            if (IsBlanket(pragma) && GovernedMember(root, Region(pragma, pragmas, root), model, symbols) is { } member)
            {
                yield return new(null, $"a #pragma warning disable that names no rule and covers {member}", pragma.GetLocation());
            }
        }
    }

    /// <summary>
    /// Those that name no rule and lie over the code of an entry point, wherever it is registered. They do not say which, because a pragma
    /// is one finding however many it covers.
    /// </summary>
    public static IEnumerable<SuppressionFinding> Over(EntryPoint entryPoint)
    {
        var methods = new[] { entryPoint.Method, entryPoint.Method.PartialImplementationPart }.OfType<IMethodSymbol>();
        var bodies = entryPoint.Body is { } body
            ? [body]
            : methods.SelectMany(m => m.DeclaringSyntaxReferences).Select(r => r.GetSyntax()).Where(HasBody);
        foreach (var code in bodies)
        {
            var root = code.SyntaxTree.GetRoot();
            var pragmas = root.ContainsDirectives ? Pragmas(root).ToArray() : [];
            foreach (var pragma in pragmas.Where(IsBlanket).Where(p => Region(p, pragmas, root).IntersectsWith(code.Span)))
            {
                yield return new(null, "a #pragma warning disable that names no rule and covers an entry point", pragma.GetLocation());
            }
        }
    }

    private static IEnumerable<PragmaWarningDirectiveTriviaSyntax> Pragmas(SyntaxNode root)
    {
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true } pragma)
            {
                yield return pragma;
            }
        }
    }

    private static bool IsBlanket(PragmaWarningDirectiveTriviaSyntax pragma) => IsDisable(pragma) && pragma.ErrorCodes.Count == 0;

    private static bool IsDisable(PragmaWarningDirectiveTriviaSyntax pragma)
        => pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword);

    /// <summary>From a disable to the next restore that names no rule either, else to the end of the file.</summary>
    private static TextSpan Region(
        PragmaWarningDirectiveTriviaSyntax disable, IEnumerable<PragmaWarningDirectiveTriviaSyntax> pragmas, SyntaxNode root)
    {
        var restore = pragmas.FirstOrDefault(p => p.SpanStart > disable.SpanStart && !IsDisable(p) && p.ErrorCodes.Count == 0);
        return TextSpan.FromBounds(disable.Span.End, restore?.SpanStart ?? root.FullSpan.End);
    }

    private static string? GovernedMember(SyntaxNode root, TextSpan region, SemanticModel model, GovernanceSymbols symbols)
        => root.DescendantNodes(n => n is not (BlockSyntax or ArrowExpressionClauseSyntax))
               .Select(node => node switch
               {
                   MethodDeclarationSyntax method when method.Span.IntersectsWith(region) => Words(method, model, symbols),
                   TypeDeclarationSyntax type when type.AttributeLists.Span.IntersectsWith(region) => Words(type, model, symbols),
                   _ => null,
               })
               .FirstOrDefault(words => words is not null);

    /// <summary>
    /// The part that carries the declaration or the body. Other generators add parts to partial types under a blanket pragma; those hide
    /// nothing of ours.
    /// </summary>
    private static string? Words(MethodDeclarationSyntax declaration, SemanticModel model, GovernanceSymbols symbols)
    {
        if (model.GetDeclaredSymbol(declaration) is not { } method || method.PartialDefinitionPart is not null && GeneratedPart.IsOurs(method))
        {
            return null;
        }

        return symbols.StepOf(method) is { } step
             ? HasBody(declaration) || IsWithin(step.Attribute, declaration) ? $"step '{step.Title()}'" : null
             : HasBody(declaration) && ServedStep(method, symbols) is { } served ? $"'{method.Name}' of step '{served.Title()}'"
             : null;
    }

    private static string? Words(TypeDeclarationSyntax declaration, SemanticModel model, GovernanceSymbols symbols)
        => model.GetDeclaredSymbol(declaration)?.Attribute(symbols.GovernedWorkflow) is { } attribute && IsWithin(attribute, declaration)
            ? $"workflow '{attribute.Positional(0)}'"
            : null;

    private static Step? ServedStep(IMethodSymbol method, GovernanceSymbols symbols)
        => symbols.StepsIn(method.ContainingType).FirstOrDefault(s => s.CoreName == method.Name || s.Rollback == method.Name);

    private static bool HasBody(SyntaxNode declaration)
        => declaration is not BaseMethodDeclarationSyntax method || method.Body is not null || method.ExpressionBody is not null;

    private static bool IsWithin(AttributeData attribute, SyntaxNode declaration)
        => attribute.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == declaration.SyntaxTree
        && declaration.Span.Contains(reference.Span);
}
