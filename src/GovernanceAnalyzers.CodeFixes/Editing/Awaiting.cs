using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace GovernanceAnalyzers.CodeFixes.Editing;

/// <summary>
/// Waits for a task that a statement drops, where the function round it is asynchronous or is a method that returns a task without a result and can become so.
/// </summary>
internal sealed class Awaiting
{
    private readonly ExpressionSyntax _dropped;
    private readonly MethodDeclarationSyntax? _toMakeAsync;

    private Awaiting(ExpressionSyntax dropped, ExpressionSyntax task, MethodDeclarationSyntax? toMakeAsync)
    {
        _dropped = dropped;
        Task = task;
        _toMakeAsync = toMakeAsync;
    }

    /// <summary>What is waited for.</summary>
    public ExpressionSyntax Task { get; }

    public static Awaiting? Of(SyntaxNode node, SemanticModel model)
    {
        if (node is not ExpressionSyntax task || task is ConditionalAccessExpressionSyntax)
        {
            return null;
        }

        var dropped = task.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } left } discard
            && model.GetSymbolInfo(left).Symbol is IDiscardSymbol ? discard : task;
        return dropped.Parent is not ExpressionStatementSyntax || !CanWait(dropped) ? null : dropped.Ancestors().FirstOrDefault(IsFunction) switch
        {
            AnonymousFunctionExpressionSyntax lambda when lambda.Modifiers.Any(SyntaxKind.AsyncKeyword) => new(dropped, task, null),
            LocalFunctionStatementSyntax local when local.Modifiers.Any(SyntaxKind.AsyncKeyword) => new(dropped, task, null),
            MethodDeclarationSyntax method when method.Modifiers.Any(SyntaxKind.AsyncKeyword) => new(dropped, task, null),
            MethodDeclarationSyntax method when CanBecomeAsync(method, model) => new(dropped, task, method),
            _ => null,
        };
    }

    public async Task ApplyAsync(SolutionEdit edit, CancellationToken cancellationToken)
    {
        var editor = await edit.EditorOfAsync(_dropped, cancellationToken).ConfigureAwait(false);
        editor.ReplaceNode(_dropped, (node, _) => Await(node));
        if (_toMakeAsync is not null && edit.IsFirst($"async {_toMakeAsync.SyntaxTree.FilePath} {_toMakeAsync.SpanStart}"))
        {
            editor.ReplaceNode(_toMakeAsync, (node, _) => MakeAsync((MethodDeclarationSyntax)node));
        }
    }

    private static ExpressionSyntax Await(SyntaxNode dropped)
    {
        var task = dropped is AssignmentExpressionSyntax discard ? discard.Right : (ExpressionSyntax)dropped;
        return AwaitExpression(Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(Space), task.WithoutTrivia()).WithTriviaFrom(dropped);
    }

    /// <summary>C# has no <c>await</c> in a lock or in unsafe code, and the second is the whole text of what is called unsafe.</summary>
    private static bool CanWait(SyntaxNode place) => !place.Ancestors().TakeWhile(n => !IsFunction(n)).Any(n => n is LockStatementSyntax)
        && !place.Ancestors().Any(n => n is UnsafeStatementSyntax
            || (n is MemberDeclarationSyntax member && member.Modifiers.Any(SyntaxKind.UnsafeKeyword))
            || (n is LocalFunctionStatementSyntax local && local.Modifiers.Any(SyntaxKind.UnsafeKeyword)));

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax;

    /// <summary>It returns a task that has ended, and nothing else.</summary>
    private static bool CanBecomeAsync(MethodDeclarationSyntax method, SemanticModel model)
        => method is { Body: not null } && model.GetTypeInfo(method.ReturnType).Type is INamedTypeSymbol { Name: "Task" or "ValueTask", IsGenericType: false }
        && !method.ParameterList.Parameters.Any(p => p.Modifiers.Any(m => m.RawKind is (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword or (int)SyntaxKind.InKeyword))
        && Returns(method).All(r => r.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" } or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression });

    private static IEnumerable<ReturnStatementSyntax> Returns(MethodDeclarationSyntax method)
        => method.Body!.DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>();

    private static MethodDeclarationSyntax MakeAsync(MethodDeclarationSyntax method)
    {
        var body = method.Body!;
        if (body.Statements.LastOrDefault() is ReturnStatementSyntax last)
        {
            body = body.WithStatements(body.Statements.Remove(last));
            method = method.WithBody(body);
        }

        method = method.ReplaceNodes(Returns(method), (node, _) => node.WithExpression(null).WithReturnKeyword(node.ReturnKeyword.WithTrailingTrivia()));
        return method.Async(true);
    }
}
