using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.CodeFixes;

/// <summary>A step that a diagnostic is about: what the rules read of it, and its syntax, which is in a type.</summary>
internal sealed class StepSite(Step step, MethodDeclarationSyntax method, AttributeSyntax attribute, Diagnostic diagnostic)
{
    public Step Step { get; } = step;

    public MethodDeclarationSyntax Method { get; } = method;

    public AttributeSyntax Attribute { get; } = attribute;

    public Diagnostic Diagnostic { get; } = diagnostic;

    /// <summary>What the rule put in under this key.</summary>
    public string? Property(string key) => Diagnostic.Properties.TryGetValue(key, out var value) ? value : null;

    public static async Task<StepSite?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } reported
            && model?.GetDeclaredSymbol(reported, cancellationToken) is { } method
            && GovernanceSymbols.For(model.Compilation) is { } symbols
            && StepOf(method, symbols) is { } step
            && step.Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is MethodDeclarationSyntax { Parent: TypeDeclarationSyntax } declaration
            && AttributeLocation.Syntax(step.Attribute) is { } attribute
                ? new StepSite(step, declaration, attribute, diagnostic)
                : null;
    }

    /// <summary>The step that the method declares, or whose Core body it is: a rule reports at the Core where that is what is wrong.</summary>
    private static Step? StepOf(IMethodSymbol method, GovernanceSymbols symbols)
        => symbols.StepOf(method) ?? symbols.StepsIn(method.ContainingType).FirstOrDefault(step => step.CoreName == method.Name);
}
