using GovernanceAnalyzers.Catalogue;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Controls;

/// <summary>Which catch clause ends a failure. Asked of the tree: what a handler does is short, and the compiler says how it is left.</summary>
internal static class Swallowing
{
    /// <summary>The first clause, from the inside out, that takes a failure of the operation and lets go of it; null where it gets to the caller.</summary>
    /// <param name="operation">What may fail.</param>
    /// <param name="takes">The clause takes such a failure.</param>
    /// <param name="letsGo">Nobody hears of it from the clause.</param>
    public static ICatchClauseOperation? Of(
        IOperation operation, Func<ICatchClauseOperation, bool> takes, Func<ICatchClauseOperation, bool> letsGo)
        => Of(operation, takes, letsGo, []);

    private static ICatchClauseOperation? Of(
        IOperation operation, Func<ICatchClauseOperation, bool> takes, Func<ICatchClauseOperation, bool> letsGo, HashSet<SyntaxNode> seen)
    {
        for (var (child, at) = (operation, operation.Parent); at is not null; (child, at) = (at, at.Parent))
        {
            if (at is ITryOperation attempt && attempt.Body == child)
            {
                foreach (var clause in attempt.Catches.Where(takes))
                {
                    if (letsGo(clause))
                    {
                        return clause;
                    }

                    if (TakesEverything(clause))
                    {
                        break;
                    }
                }
            }
            else if (at is ILocalFunctionOperation function && seen.Add(function.Syntax))
            {
                // It fails where it is called.
                return CallsOf(function).Select(call => Of(call, takes, letsGo, seen)).FirstOrDefault(clause => clause is not null);
            }
        }

        return null;
    }

    /// <summary>Whatever fails, this takes it: no type, or <c>Exception</c>, and no filter that tells failures apart.</summary>
    public static bool TakesEverything(ICatchClauseOperation clause)
        => IsGeneral(clause.ExceptionType) && (clause.Filter is null || IsAlwaysTrue(clause.Filter) || IsButCancellation(clause.Filter));

    /// <summary>The failure goes on: the handler throws on some path, or what it calls does.</summary>
    public static bool Throws(ICatchClauseOperation clause) => clause.Handler.Descendants().Any(o => o is IThrowOperation || o is IInvocationOperation call && NeverReturns(call));

    /// <summary>The handler can be left without an exception.</summary>
    public static bool CanBeLeft(ICatchClauseOperation clause, SemanticModel? model)
        => clause.Syntax is not CatchClauseSyntax { Block: { } block }
        || model?.AnalyzeControlFlow(block) is not { Succeeded: true } flow
        || flow.EndPointIsReachable && !EndsInCallThatNeverReturns(clause)
        || !flow.ExitPoints.IsEmpty;

    public static bool IsInLoop(IOperation operation)
    {
        for (var at = operation.Parent; at is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); at = at.Parent)
        {
            if (at is ILoopOperation)
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsGeneral(ITypeSymbol type)
        => type.SpecialType == SpecialType.System_Object || (type.Name is "Exception" or "SystemException" && type.ContainingNamespace.ToDisplayString() == "System");

    private static IEnumerable<IOperation> CallsOf(ILocalFunctionOperation function)
        => function.Root().Descendants().OfType<IInvocationOperation>()
            .Where(c => GovernanceSymbols.Same(c.TargetMethod.OriginalDefinition, function.Symbol.OriginalDefinition));

    private static bool EndsInCallThatNeverReturns(ICatchClauseOperation clause)
        => clause.Handler.Operations.LastOrDefault() is IExpressionStatementOperation { Operation: IInvocationOperation call } && NeverReturns(call);

    private static bool NeverReturns(IInvocationOperation call)
        => call.TargetMethod.GetAttributes().Any(a => a.AttributeClass is { Name: "DoesNotReturnAttribute" })
        || (Framework.Owns(call.TargetMethod.ContainingAssembly)
            && (call.TargetMethod.ContainingType.Name, call.TargetMethod.Name) is ("ExceptionDispatchInfo", "Throw") or ("Environment", "FailFast" or "Exit"));

    private static bool IsAlwaysTrue(IOperation filter) => filter switch
    {
        { ConstantValue: { HasValue: true, Value: true } } => true,
        IParenthesizedOperation parenthesized => IsAlwaysTrue(parenthesized.Operand),
        IIsTypeOperation { IsNegated: false, TypeOperand: var type } => IsGeneral(type),
        IIsPatternOperation { Pattern: var pattern } => TakesAnything(pattern),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals, RightOperand: var right } => IsNull(right),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either
            => IsAlwaysTrue(either.LeftOperand) || IsAlwaysTrue(either.RightOperand),
        _ => false,
    };

    private static bool TakesAnything(IPatternOperation pattern) => pattern switch
    {
        IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true } => true,
        INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } => IsNull(value),
        ITypePatternOperation { MatchedType: var type } => IsGeneral(type),
        IDeclarationPatternOperation { MatchedType: { } type } => IsGeneral(type),
        IRecursivePatternOperation { MatchedType: null or { Name: "Exception" }, PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } => true,
        _ => false,
    };

    /// <summary><c>when (e is not OperationCanceledException)</c>: being cancelled is no failure.</summary>
    private static bool IsButCancellation(IOperation filter) => filter switch
    {
        IParenthesizedOperation parenthesized => IsButCancellation(parenthesized.Operand),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: ITypePatternOperation { MatchedType: var type } } } => IsCancellation(type),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.Type: { } type } } } => IsCancellation(type),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: IIsTypeOperation { TypeOperand: var type } } => IsCancellation(type),
        _ => false,
    };

    private static bool IsCancellation(ITypeSymbol type) => type.Name is "OperationCanceledException" or "TaskCanceledException";

    private static bool IsNull(IOperation value) => value.ConstantValue is { HasValue: true, Value: null } || value is IConversionOperation { Operand: var operand } && IsNull(operand);
}
