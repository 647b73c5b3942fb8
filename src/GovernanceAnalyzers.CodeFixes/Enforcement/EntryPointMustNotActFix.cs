using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace GovernanceAnalyzers.CodeFixes.Enforcement;

/// <summary>
/// GVN2006, <em>Govern this tool</em>: the tool stays, with its name, attributes and parameters, and forwards to a new step in the same type.
/// Owner and escalation target are left empty for a person to fill in, tool by tool, so there is no FixAll.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EntryPointMustNotActFix)), Shared]
public sealed class EntryPointMustNotActFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["GVN2006"];

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var tool = await ToolSite.FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            if (tool?.CanBeGoverned() != true)
            {
                continue;
            }

            // An instance tool needs a governor in its type; a static one takes it as a parameter.
            var needsGovernor = !tool.Method.IsStatic && GovernorAccess.Of(tool.Method, tool.Symbols).Problem == GovernorProblem.Missing;
            var governor = needsGovernor ? TypeGovernor.Add(tool.Method.ContainingType, tool.Declaration, tool.Symbols, nameof(EntryPointMustNotActFix))
                : null;
            if (!needsGovernor || governor is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Govern this tool: let '{tool.Method.Name}' forward to a step",
                        cancellationToken => GovernAsync(context.Document.Project.Solution, tool, governor, cancellationToken),
                        nameof(EntryPointMustNotActFix)),
                    diagnostic);
            }
        }
    }

    private static async Task<Solution> GovernAsync(Solution solution, ToolSite tool, Offer? governor, CancellationToken cancellationToken)
    {
        var edit = new SolutionEdit(solution);
        var editor = await edit.EditorOfAsync(tool.Declaration, cancellationToken).ConfigureAwait(false);
        var conversion = new ToolConversion(tool, editor.Generator);
        editor.InsertAfter(tool.Declaration, [conversion.Step(), conversion.Core()]);
        editor.ReplaceNode(tool.Declaration, conversion.Tool());
        if (governor is not null)
        {
            await governor.Edit(edit, cancellationToken).ConfigureAwait(false);
        }

        var isWorkflow = Workflow.Around(tool.Method.ContainingType, tool.Symbols) is not null;
        foreach (var type in tool.Declaration.Ancestors().OfType<TypeDeclarationSyntax>())
        {
            editor.ReplaceNode(type, (node, generator) =>
            {
                var current = (TypeDeclarationSyntax)node;
                current = current.Modifiers.Any(SyntaxKind.PartialKeyword) ? current : current.Partial();
                return isWorkflow || type != tool.Declaration.Parent ? current : generator.AddAttributes(current, WorkflowAttribute(type.Identifier.ValueText));
            });
        }

        AddUsing(editor, tool);
        return edit.ChangedSolution();
    }

    private static AttributeListSyntax WorkflowAttribute(string type) => AttributeList(SingletonSeparatedList(Attribute(
        IdentifierName("GovernedWorkflow"),
        ParseAttributeArgumentList($"(\"{GovernanceId.Suggest(type) ?? "workflow"}\", Owner = \"\", GovernanceOwner = \"\", EscalateTo = \"\")"))));

    /// <summary>A file that has never heard of us has no using for us.</summary>
    private static void AddUsing(DocumentEditor editor, ToolSite tool)
    {
        if (tool.Model.LookupNamespacesAndTypes(tool.Declaration.SpanStart, name: "IStepGovernor").IsEmpty)
        {
            var endOfLine = editor.OriginalRoot.DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia));
            editor.ReplaceNode(editor.OriginalRoot, (node, _) => ((CompilationUnitSyntax)node).AddUsings(
                UsingDirective(ParseName("Governance")).NormalizeWhitespace().WithTrailingTrivia(endOfLine)));
        }
    }
}
