using GovernanceAnalyzers.CodeFixes.Editing;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.CodeFixes;

/// <summary>A workflow that a diagnostic is about, and its attribute's syntax.</summary>
internal sealed class WorkflowSite(Workflow workflow, AttributeSyntax attribute, Diagnostic diagnostic)
{
    public Workflow Workflow { get; } = workflow;

    public AttributeSyntax Attribute { get; } = attribute;

    /// <summary>What the rule put in under this key.</summary>
    public string? Property(string key) => diagnostic.Properties.TryGetValue(key, out var value) ? value : null;

    public static async Task<WorkflowSite?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } reported
            && model?.GetDeclaredSymbol(reported, cancellationToken) is INamedTypeSymbol type
            && GovernanceSymbols.For(model.Compilation) is { } symbols
            && Workflow.Around(type, symbols) is { } workflow
            && AttributeLocation.Syntax(workflow.Attribute) is { } attribute
                ? new WorkflowSite(workflow, attribute, diagnostic)
                : null;
    }

    /// <summary>Adds <c>Argument = ""</c> for a person to fill in; an empty answer counts as missing.</summary>
    public Offer AddArgument(string argument, string key) => new(
        $"Add {argument} to the workflow '{Workflow.Type.Name}'",
        key,
        (edit, ct) => edit.ChangeAsync(Attribute, a => a.WithNamedArgument(argument, AttributeEditing.EmptyText), ct));

    /// <summary>Adds an attribute beside the workflow's own, with the name or kind that is known, or with an empty one.</summary>
    public Offer AddAttribute(string title, string key, string name, string argument) => new(
        title,
        key,
        (edit, ct) => edit.AddAttributeAsync(Attribute, name, argument, ct));
}
