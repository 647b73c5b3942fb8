using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Reach;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace GovernanceAnalyzers.CodeFixes.Enforcement;

/// <summary>
/// GVN2004: lets the answer decide. An answer that is thrown away or kept unread becomes a guard that leaves on a no, a guard that nobody waits for is
/// awaited, and a test that is the wrong way round is turned. Whatever is more than that is for the step's author.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConfirmationMustGateActionFix)), Shared]
public sealed class ConfirmationMustGateActionFix : RuleFix
{
    /// <summary>Makes the fix.</summary>
    public ConfirmationMustGateActionFix()
        : base("GVN2004", FixAllScopes.All)
    {
    }

    internal override async Task<IEnumerable<Offer>> OffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || diagnostic.AdditionalLocations is not [{ SourceTree: { } tree } place] || tree != root.SyntaxTree
            || NamedPlace.UseAt(root, place.SourceSpan) is not InvocationExpressionSyntax request
            || GovernanceSymbols.For(model.Compilation) is not { } symbols
            || model.GetSymbolInfo(request, cancellationToken).Symbol is not IMethodSymbol asked
            || new ControlMembers(symbols).Of(asked).Confirmation is not { } form
            || request.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || Change(statement, request, form, asked, model, diagnostic.Properties[RuleProperty.Problem] == nameof(GapKind.Inverted)) is not { } changed
            || !statement.Parent!.Span.Contains(diagnostic.Location.SourceSpan))
        {
            return [];
        }

        return
        [
            new Offer($"Let the answer of '{asked.Name}' decide", nameof(ConfirmationMustGateActionFix), async (edit, ct) =>
            {
                var editor = await edit.EditorOfAsync(statement, ct).ConfigureAwait(false);
                var (replacement, guard) = changed;
                if (guard is not null)
                {
                    editor.InsertAfter(statement, guard.WithAdditionalAnnotations(Formatter.Annotation));
                }

                if (replacement is not null)
                {
                    editor.ReplaceNode(statement, replacement.WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation));
                }
            })
            {
                Once = $"{tree.FilePath}:{place.SourceSpan.Start}",
            },
        ];
    }

    /// <summary>What takes the statement's place, and what follows it; null where the right code does not follow from what is there.</summary>
    private static (StatementSyntax? Replacement, StatementSyntax? Guard)? Change(
        StatementSyntax statement, InvocationExpressionSyntax request, ConfirmationForm form, IMethodSymbol asked, SemanticModel model, bool isInverted)
    {
        switch (statement)
        {
            // The wrong way round.
            case IfStatementSyntax test when test.Condition.Span.Contains(request.Span):
                return !isInverted ? null : (test.WithCondition(Negated(test.Condition)), null);

            // Thrown away.
            case ExpressionStatementSyntax { Parent: BlockSyntax, Expression: var expression }:
                var value = expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } discard ? discard.Right : expression;
                if (!value.Span.Contains(request.Span) || Awaited(value, request, model) is not { } awaited)
                {
                    return null;
                }

                return form.Throws ? (ExpressionStatement(awaited), null)
                     : Unless(form, asked, ParenthesizedExpression(awaited), awaited, model, statement) is { } unless ? (unless, null)
                     : null;

            // Kept and not read.
            case LocalDeclarationStatementSyntax { Parent: BlockSyntax, Declaration.Variables: [{ Initializer.Value: AwaitExpressionSyntax, Identifier: var name }] }:
                return !form.Throws && Unless(form, asked, IdentifierName(name), IdentifierName(name), model, statement) is { } guard ? (null, guard) : null;
            default:
                return null;
        }
    }

    /// <summary>The value with an await before it, where there is none and one can be.</summary>
    private static ExpressionSyntax? Awaited(ExpressionSyntax value, InvocationExpressionSyntax request, SemanticModel model)
        => value is AwaitExpressionSyntax || !IsTask(model.GetTypeInfo(value).Type) ? value
         : IsAsync(request) ? AwaitExpression(value.WithoutTrivia())
         : null;

    private static bool IsTask(ITypeSymbol? type) => type is { Name: "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" };

    private static StatementSyntax? Unless(
        ConfirmationForm form, IMethodSymbol asked, ExpressionSyntax member, ExpressionSyntax whole, SemanticModel model, StatementSyntax at)
    {
        if (No(form, asked, member, whole, model, at) is not { } condition)
        {
            return null;
        }

        return IfStatement(condition, Block(Leave(at, model)));
    }

    /// <summary>The condition that is true on everything but a yes.</summary>
    private static ExpressionSyntax? No(
        ConfirmationForm form, IMethodSymbol asked, ExpressionSyntax member, ExpressionSyntax whole, SemanticModel model, StatementSyntax at)
    {
        if (form.ApprovedWhen is not [var (name, yes)])
        {
            return form.ApprovedWhen.IsEmpty ? PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, whole) : null;
        }

        var access = MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, member, IdentifierName(name));
        if (yes is null)
        {
            return PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, access);
        }

        var given = asked.ReturnType is INamedTypeSymbol { TypeArguments: [var result] } ? result : asked.ReturnType;
        return given.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault()?.Type is { TypeKind: TypeKind.Enum } verdict
            ? BinaryExpression(SyntaxKind.NotEqualsExpression, access, ParseExpression($"{verdict.ToMinimalDisplayString(model, at.SpanStart)}.{yes}"))
            : null;
    }

    /// <summary>Out of the function; one that has to give something back throws.</summary>
    private static StatementSyntax Leave(StatementSyntax at, SemanticModel model)
    {
        var returned = model.GetEnclosingSymbol(at.SpanStart) is IMethodSymbol function ? function.ReturnType : null;
        var givesNothing = returned is { SpecialType: SpecialType.System_Void }
            || (returned is INamedTypeSymbol { Name: "Task" or "ValueTask", IsGenericType: false } && IsAsync(at));
        return givesNothing ? ReturnStatement() : ParseStatement("throw new System.OperationCanceledException(\"A person did not approve.\");");
    }

    private static bool IsAsync(SyntaxNode at) => at.Ancestors().Select(node => node switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.AsyncKeyword),
        _ => (bool?)null,
    }).FirstOrDefault(isAsync => isAsync is not null) == true;

    private static ExpressionSyntax Negated(ExpressionSyntax condition) => condition switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => not.Operand.WithTriviaFrom(condition),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equal
            => BinaryExpression(SyntaxKind.NotEqualsExpression, equal.Left, Token(SyntaxKind.ExclamationEqualsToken).WithTriviaFrom(equal.OperatorToken), equal.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } unequal
            => BinaryExpression(SyntaxKind.EqualsExpression, unequal.Left, Token(SyntaxKind.EqualsEqualsToken).WithTriviaFrom(unequal.OperatorToken), unequal.Right),
        AwaitExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax => PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, condition),
        _ => PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, ParenthesizedExpression(condition)),
    };
}
