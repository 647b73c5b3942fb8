using System.Composition;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace GovernanceAnalyzers.CodeFixes.Enforcement;

/// <summary>
/// GVN2007: asks in the loop, each time. Offered only where the code compiles with it and no rule about the step's actions has more to say than before;
/// where the question should name the items instead is for the step's author.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConfirmationMustCoverOneActionFix)), Shared]
public sealed class ConfirmationMustCoverOneActionFix : RuleFix
{
    /// <summary>Makes the fix.</summary>
    public ConfirmationMustCoverOneActionFix()
        : base("GVN2007", FixAllScopes.All)
    {
    }

    internal override async Task<IEnumerable<Offer>> OffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (model is null || diagnostic.AdditionalLocations is not [{ SourceTree: { } tree } asked, ..] || tree != model.SyntaxTree
            || await StepSite.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } site)
        {
            return [];
        }

        var root = await tree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        var action = NamedPlace.UseAt(root, diagnostic.Location.SourceSpan);
        if (NamedPlace.UseAt(root, asked.SourceSpan) is not InvocationExpressionSyntax request
            || ConfirmationMove.Of(request, action, model).FirstOrDefault(m => Mends(m, site, model, document.Project, cancellationToken)) is not { } move)
        {
            return [];
        }

        var name = request.Expression is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : request.Expression.ToString();
        return
        [
            new Offer($"Ask by '{name}' each time", nameof(ConfirmationMustCoverOneActionFix), async (edit, ct)
                => move.Apply(await edit.EditorOfAsync(request, ct).ConfigureAwait(false), model))
            {
                Once = $"{tree.FilePath}:{request.SpanStart}",
            },
        ];
    }

    /// <summary>The step compiles as well as before, no comment is gone, and of what the rules say about its actions something is gone and nothing is new.</summary>
    private static bool Mends(ConfirmationMove move, StepSite site, SemanticModel model, Project project, CancellationToken cancellationToken)
    {
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        var editor = new SyntaxEditor(root, project.Solution.Services);
        move.Apply(editor, model);
        var tree = model.SyntaxTree.WithRootAndOptions(editor.GetChangedRoot(), model.SyntaxTree.Options);
        var changed = model.Compilation.ReplaceSyntaxTree(model.SyntaxTree, tree).GetSemanticModel(tree);
        return tree.GetRoot(cancellationToken).FindToken(site.Method.SpanStart).Parent?.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            && CommentsIn(method) == CommentsIn(site.Method)
            && ErrorsIn(method, changed, cancellationToken) <= ErrorsIn(site.Method, model, cancellationToken)
            && Said(method, changed, project, cancellationToken) is { } after
            && Said(site.Method, model, project, cancellationToken) is { } before
            && after.Count < before.Count
            && after.All(before.Remove);
    }

    private static int CommentsIn(MethodDeclarationSyntax method)
        => method.DescendantTrivia().Count(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia));

    private static int ErrorsIn(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellationToken)
        => model.GetDiagnostics(method.Span, cancellationToken).Count(d => d.Severity == DiagnosticSeverity.Error);

    private static List<(string Rule, string Path)>? Said(MethodDeclarationSyntax method, SemanticModel model, Project project, CancellationToken cancellationToken)
        => GovernanceSymbols.For(model.Compilation) is { } symbols && model.GetDeclaredSymbol(method, cancellationToken) is IMethodSymbol symbol && symbols.StepOf(symbol) is { } step
            ? [.. ActionVerdicts.All(GovernedProject.Of(symbols, project.AnalyzerOptions, RuleBook.Shipped).Model.Of(step, cancellationToken)).Select(v => (v.Rule, v.Action.Path))]
            : null;
}
