using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace GovernanceAnalyzers.CodeFixes.Declaration;

/// <summary>
/// GVN1013: the step keeps its attributes, documentation and signature and becomes partial, its body moves to the Core method, and the type gets
/// what that needs. Nothing else changes, so it may be done everywhere at once.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StepCouldBePlumbedFix)), Shared]
public sealed class StepCouldBePlumbedFix : StepFix
{
    /// <summary>Makes the fix.</summary>
    public StepCouldBePlumbedFix()
        : base("GVN1013", FixAllScopes.All)
    {
    }

    private protected override IEnumerable<Offer> Offers(StepSite site)
    {
        var step = site.Step;
        var access = step.Governor.Problem;

        // A static step would need a parameter more, and all that call it would have to give it.
        var governor = access == GovernorProblem.Missing && !step.Method.IsStatic
            ? TypeGovernor.Add(step.Method.ContainingType, site.Method, step.Symbols, nameof(StepCouldBePlumbedFix))
            : null;
        if ((access == GovernorProblem.None || governor is not null) && !site.Method.Modifiers.Any(SyntaxKind.UnsafeKeyword))
        {
            yield return new Offer(
                $"Make '{step.Method.Name}' a plumbed step", nameof(StepCouldBePlumbedFix), (edit, ct) => ConvertAsync(edit, site, governor, ct));
        }
    }

    private static async Task ConvertAsync(SolutionEdit edit, StepSite site, Offer? governor, CancellationToken cancellationToken)
    {
        var method = site.Method;
        var editor = await edit.EditorOfAsync(method, cancellationToken).ConfigureAwait(false);
        var parameters = CoreMethod.List(method.ParameterList.Parameters.Select(p => p.Bare())).WithTrailingTrivia(method.ParameterList.GetTrailingTrivia());
        var blankLine = method.GetTrailingTrivia().Where(t => t.IsKind(SyntaxKind.EndOfLineTrivia));
        var indentation = method.GetLeadingTrivia().Reverse().TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia));

        // The body keeps its own layout, so nothing is formatted anew.
        editor.InsertAfter(method, method.AsCore(site.Step.CoreName, parameters)
            .WithLeadingTrivia(blankLine.Concat(indentation)).WithoutAnnotations(Formatter.Annotation));
        editor.ReplaceNode(method, Declaring(method));
        if (governor is not null && edit.IsFirst(governor.Once))
        {
            await governor.Edit(edit, cancellationToken).ConfigureAwait(false);
        }

        foreach (var type in method.Ancestors().OfType<TypeDeclarationSyntax>())
        {
            editor.ReplaceNode(type, (node, _) => node is TypeDeclarationSyntax current && !current.Modifiers.Any(SyntaxKind.PartialKeyword) ? current.Partial() : node);
        }
    }

    private static MethodDeclarationSyntax Declaring(MethodDeclarationSyntax method)
    {
        var bare = method.WithBody(null).WithExpressionBody(null).WithSemicolonToken(default).Async(false);
        bare = (bare.HasAccessibility() ? bare : bare.Private()).Partial();
        var last = bare.GetLastToken();
        return bare.ReplaceToken(last, last.WithTrailingTrivia()).WithSemicolonToken(Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(method.GetTrailingTrivia()));
    }
}
