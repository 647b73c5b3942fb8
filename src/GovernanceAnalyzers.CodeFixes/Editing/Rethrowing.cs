using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace GovernanceAnalyzers.CodeFixes.Editing;

/// <summary>Lets a failure through a catch clause: <c>throw;</c> at its end, in place of a return there.</summary>
internal static class Rethrowing
{
    /// <summary>The clause is left at its end alone.</summary>
    public static bool Can(CatchClauseSyntax clause) => Jumps(clause.Block).All(j => j == clause.Block.Statements.LastOrDefault() && j is ReturnStatementSyntax);

    /// <summary><c>catch (IOException e)</c>.</summary>
    public static string Words(CatchClauseSyntax clause) => $"catch{(clause.Declaration is { } declaration ? $" {declaration.WithoutTrivia()}" : "")}";

    public static async Task ApplyAsync(CatchClauseSyntax clause, SolutionEdit edit, CancellationToken cancellationToken)
    {
        if (edit.IsFirst($"rethrow {clause.SyntaxTree.FilePath} {clause.SpanStart}"))
        {
            var editor = await edit.EditorOfAsync(clause, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(clause.Block, (node, _) => WithThrow((BlockSyntax)node));
        }
    }

    private static BlockSyntax WithThrow(BlockSyntax block)
    {
        var rethrow = ThrowStatement();
        return block.Statements.LastOrDefault() is ReturnStatementSyntax last
            ? block.ReplaceNode(last, rethrow.WithTriviaFrom(last))
            : block.AddStatements(rethrow);
    }

    private static IEnumerable<StatementSyntax> Jumps(BlockSyntax block) => block
        .DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<StatementSyntax>()
        .Where(s => s is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or YieldStatementSyntax);
}
