using GovernanceAnalyzers.Controls;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace GovernanceAnalyzers.CodeFixes.Enforcement;

/// <summary>
/// A confirmation that stands right before a loop, and the loop that it can be moved into. What stands between the two only declares, so that nothing runs
/// unasked that did not before; the question is made of nothing that the loop changes, so that it stays the same.
/// </summary>
/// <param name="Gate">The statements that ask and leave on a no, in their order, and the scopes that are opened on a yes.</param>
/// <param name="Acting">The statement that the loop is or stands in.</param>
/// <param name="Test">That statement where it is an <c>if</c> of the answer, which goes in, too; null for none.</param>
/// <param name="Loop">A loop, or a lambda that runs for each of many.</param>
internal sealed record ConfirmationMove(ImmutableArray<StatementSyntax> Gate, StatementSyntax Acting, IfStatementSyntax? Test, SyntaxNode Loop)
{
    /// <summary>The moves that keep the meaning, from the outermost loop inwards.</summary>
    public static IEnumerable<ConfirmationMove> Of(InvocationExpressionSyntax request, SyntaxNode action, SemanticModel model)
    {
        if (request.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax block } first
            || block.Statements.FirstOrDefault(s => s.Span.Contains(action.Span)) is not { } acting
            || first.SpanStart > acting.SpanStart)
        {
            return [];
        }

        var between = block.Statements.Where(s => s.SpanStart > first.SpanStart && s.SpanStart < acting.SpanStart).ToList();
        var guards = between.TakeWhile(s => s is IfStatementSyntax guard && IsAbout(guard, [first], model)).ToList();
        var scopes = between.Skip(guards.Count).TakeWhile(IsScope).ToList();
        ImmutableArray<StatementSyntax> gate = first == acting ? [] : [first, .. guards, .. scopes];
        var test = acting is IfStatementSyntax { Else: null } branch && (first == acting || IsAbout(branch, [first, .. guards], model)) ? branch : null;
        return (first != acting || test?.Condition.Span.Contains(request.Span) == true) && between.Skip(guards.Count + scopes.Count).All(OnlyDeclares)
            ? Loops(test is null ? acting : Only(test.Statement), action, isNested: test is null)
                .Select(loop => new ConfirmationMove(gate, acting, test, loop))
                .Where(move => move.CrossesNoDirective && move.LeavesTheSame(block) && move.AsksTheSame(model) && move.IsUsedInside(model))
            : [];
    }

    /// <summary>What takes the place of the gate.</summary>
    private StatementSyntax Next => ((BlockSyntax)Acting.Parent!).Statements.First(s => s.SpanStart > Gate.Last().SpanStart);

    /// <summary>An <c>#if</c> or a pragma is about the lines that it stands before, and not about what it would stand before then.</summary>
    private bool CrossesNoDirective
        => !Gate.Any(s => s.ContainsDirectives) && (Gate.IsEmpty || !Next.GetLeadingTrivia().Any(t => t.IsDirective)) && Test?.ContainsDirectives != true;

    public void Apply(SyntaxEditor editor, SemanticModel model)
    {
        foreach (var statement in Gate)
        {
            editor.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia);
        }

        if (!Gate.IsEmpty)
        {
            editor.ReplaceNode(Next, (node, _) => node.WithLeadingTrivia(BlankLines(Gate[0]).Concat(Text(node).DefaultIfEmpty(Text(Gate[0]).LastOrDefault()))));
        }

        if (Test is not null)
        {
            editor.ReplaceNode(Test, (node, _) => Turned((IfStatementSyntax)node));
        }
        else if (Loop is AnonymousFunctionExpressionSyntax lambda)
        {
            var givesNothing = model.GetSymbolInfo(lambda).Symbol
                is IMethodSymbol { ReturnsVoid: true } or IMethodSymbol { IsAsync: true, ReturnType: INamedTypeSymbol { IsGenericType: false } };
            editor.ReplaceNode(lambda, (node, _) =>
            {
                var current = (AnonymousFunctionExpressionSyntax)node;
                return current.WithBody(Asking(current.Body as StatementSyntax ?? AsStatement((ExpressionSyntax)current.Body, givesNothing)));
            });
        }
        else
        {
            editor.ReplaceNode(BodyOf(Loop)!, (node, _) => Asking((StatementSyntax)node));
        }
    }

    private static StatementSyntax AsStatement(ExpressionSyntax value, bool givesNothing)
        => givesNothing ? ExpressionStatement(value) : ReturnStatement(value.WithLeadingTrivia(Space));

    /// <summary>The loop outside, and the test in it.</summary>
    private StatementSyntax Turned(IfStatementSyntax test)
    {
        var loop = Only(test.Statement);
        var body = BodyOf(loop)!;
        var inner = test.WithStatement((StatementSyntax)body).WithLeadingTrivia().WithTrailingTrivia(body.GetTrailingTrivia());
        var above = test.GetLeadingTrivia().Concat(Text(loop).SkipWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia)));
        return loop.ReplaceNode(body, Asking(inner)).WithLeadingTrivia(above).WithTrailingTrivia(test.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>The body of a loop, with the question before it.</summary>
    private BlockSyntax Asking(StatementSyntax body)
    {
        var statements = body is BlockSyntax block ? block.Statements : SingletonList(body);
        var after = Gate.IsEmpty ? [] : BlankLines(Next);
        var asking = Gate.Select((s, i) => (i == 0 ? s.WithLeadingTrivia(Text(s)) : s).WithAdditionalAnnotations(Formatter.Annotation));
        var acting = statements.Select((s, i) => i == 0 && !Gate.IsEmpty ? s.WithLeadingTrivia(after.Concat(Text(s))) : s);
        return body is BlockSyntax whole
            ? whole.WithStatements(List(asking.Concat(acting)))
            : Block(asking.Concat(acting)).WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>
    /// On a no the same is left: a jump that would end the loop instead of what stands round it does not go in, and neither does one that would end a lambda
    /// instead of the method, unless that is over then. What is open till the end of the block closes after each round instead, so nothing may follow.
    /// </summary>
    private bool LeavesTheSame(BlockSyntax block)
    {
        var jumps = Gate.SelectMany(s => s.DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))).ToList();
        var isLast = block.Statements.Last() == Acting;
        return !jumps.Any(j => j is GotoStatementSyntax or YieldStatementSyntax)
            && (!jumps.Any(j => j is BreakStatementSyntax) || EndsSection(block))
            && (isLast || !Gate.Any(IsScope))
            && (isLast || !jumps.Any(j => j is ContinueStatementSyntax))
            && (Loop is not AnonymousFunctionExpressionSyntax || (isLast && block.Parent is BaseMethodDeclarationSyntax) || !jumps.Any(j => j is ReturnStatementSyntax));
    }

    /// <summary>After the loop the section of a <c>switch</c> is over, which is what a <c>break</c> of the gate leaves.</summary>
    private bool EndsSection(BlockSyntax block)
        => block.Parent is SwitchSectionSyntax && block.Statements.Last() is BreakStatementSyntax && block.Statements.IndexOf(Acting) == block.Statements.Count - 2
        && BodyOf(Loop) is StatementSyntax && Loop == (Test is null ? Acting : Only(Test.Statement));

    /// <summary>The question and the test are made of nothing that changes from one round to the next.</summary>
    private bool AsksTheSame(SemanticModel model)
    {
        var values = MentionedValues.In(Test is null ? Gate : [.. Gate, Test.Condition], model);
        values.ExceptWith(Made(Gate, model));
        return model.GetOperation(Acting) is not { } operation || !operation.DescendantsAndSelf().Any(o => ChangedVariable.Of(o) is { } changed && values.Contains(changed));
    }

    /// <summary>What the gate declares or sets is asked for nowhere but in the loop.</summary>
    private bool IsUsedInside(SemanticModel model)
    {
        var made = Made(Gate, model);
        var places = Gate.Cast<SyntaxNode>().Append(BodyOf(Loop)).Append(Test?.Condition).OfType<SyntaxNode>().ToList();
        return made.Count == 0 || Acting.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && member.DescendantNodes().OfType<IdentifierNameSyntax>()
            .All(name => places.Exists(p => p.Span.Contains(name.Span)) || model.GetSymbolInfo(name).Symbol is not { } symbol || !made.Contains(symbol));
    }

    /// <summary>The variables that the statements declare or set.</summary>
    private static HashSet<ISymbol> Made(IEnumerable<StatementSyntax> statements, SemanticModel model) => new(
        statements.SelectMany(s => s.DescendantNodes()).Select(n => n switch
        {
            VariableDeclaratorSyntax or SingleVariableDesignationSyntax => model.GetDeclaredSymbol(n),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } => model.GetSymbolInfo(left).Symbol,
            _ => null,
        }).OfType<ISymbol>(),
        SymbolEqualityComparer.Default);

    private static bool IsAbout(IfStatementSyntax test, IEnumerable<StatementSyntax> gate, SemanticModel model)
        => MentionedValues.Named(test.Condition, model).Any(Made(gate, model).Contains);

    /// <summary><c>using var entry = …</c> right behind the question: it goes in, too, so that nothing is opened unasked.</summary>
    private static bool IsScope(StatementSyntax statement) => statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 };

    /// <summary>A declaration that calls nothing and changes nothing.</summary>
    private static bool OnlyDeclares(StatementSyntax statement) => statement is LocalFunctionStatementSyntax
        || (statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } && !statement.DescendantNodes().Any(n => n
            is InvocationExpressionSyntax or AwaitExpressionSyntax or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax or ElementAccessExpressionSyntax
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } or PostfixUnaryExpressionSyntax));

    /// <summary>The loops round the action that begin with the statement: each further one is, but for declarations, all that the one round it does.</summary>
    private static IEnumerable<SyntaxNode> Loops(StatementSyntax statement, SyntaxNode action, bool isNested)
    {
        while (BodyOf(statement) is { } body)
        {
            yield return statement;
            List<StatementSyntax> inner = body is BlockSyntax block ? [.. block.Statements.SkipWhile(OnlyDeclares)] : [(StatementSyntax)body];
            if (!isNested || inner is not [var only] || !only.Span.Contains(action.Span))
            {
                yield break;
            }

            statement = only;
        }

        if (isNested && statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax
            && action.Ancestors().TakeWhile(n => n != statement).OfType<AnonymousFunctionExpressionSyntax>().LastOrDefault() is { } lambda)
        {
            yield return lambda;
        }
    }

    private static StatementSyntax Only(StatementSyntax statement) => statement is BlockSyntax { Statements: [var only] } ? only : statement;

    private static SyntaxNode? BodyOf(SyntaxNode loop) => loop switch
    {
        CommonForEachStatementSyntax each => each.Statement,
        ForStatementSyntax @for => @for.Statement,
        WhileStatementSyntax @while => @while.Statement,
        DoStatementSyntax @do => @do.Statement,
        AnonymousFunctionExpressionSyntax lambda => lambda.Body,
        _ => null,
    };

    /// <summary>The empty lines before a statement.</summary>
    private static IEnumerable<SyntaxTrivia> BlankLines(SyntaxNode statement) => statement.GetLeadingTrivia().Take(LengthOfBlankLines(statement));

    /// <summary>What stands before a statement without the empty lines: its comments, and how far it is indented.</summary>
    private static IEnumerable<SyntaxTrivia> Text(SyntaxNode statement) => statement.GetLeadingTrivia().Skip(LengthOfBlankLines(statement));

    private static int LengthOfBlankLines(SyntaxNode statement) => statement.GetLeadingTrivia()
        .TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia) || t.IsKind(SyntaxKind.EndOfLineTrivia))
        .Select((t, i) => t.IsKind(SyntaxKind.EndOfLineTrivia) ? i + 1 : 0).DefaultIfEmpty().Max();
}
