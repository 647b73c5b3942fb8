using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Reach;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2009: where the action log fails, the step fails.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogFailureMustNotBeSwallowedAnalyzer : GovernanceAnalyzer
{
    private const int SuppressThrowing = 2;

    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN2009",
        GovernanceRule.Enforcement,
        "A failure of the action log is not swallowed",
        "{0} writes to the action log by {1}, and {2}: what it does next is off the record; let the failure through");

    /// <summary>Makes the analyzer.</summary>
    public LogFailureMustNotBeSwallowedAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnGovernedRoot((root, report) =>
    {
        var controls = context.Model.Controls;
        foreach (var (body, start) in root.Bodies)
        {
            foreach (var operation in body.DescendantsAndSelf())
            {
                foreach (var (target, _) in MemberUse.Of(operation))
                {
                    if (controls.Of(target).Log is not null && How(operation, controls) is { } how)
                    {
                        report(Diagnostic.Create(
                            s_rule, (start ?? operation.Syntax).GetLocation(), [how.Place.GetLocation()], root.Title,
                            $"{target.ContainingType.Name}.{target.Name}", how.Words));
                        break;
                    }
                }
            }
        }
    });

    private static (SyntaxNode Place, string Words)? How(IOperation entry, ControlMembers controls)
    {
        if (TaskFate.Of(entry) is { } dropped)
        {
            return (dropped.Dropped.Syntax, dropped.Words);
        }

        if (Deafened(entry) is { } deaf)
        {
            return (deaf.Syntax, $"{deaf.TargetMethod.Name} goes on whatever became of it");
        }

        var model = RootOf(entry).SemanticModel;
        return Swallowing.Of(entry, MayTakeLogFailure, clause => LetsGo(clause, model, controls)) is { } swallowing
            ? (swallowing.Syntax, $"a catch of {swallowing.ExceptionType.Name} swallows its failure")
            : null;
    }

    /// <summary>The call by which whoever waits for the entry no longer hears that it failed.</summary>
    private static IInvocationOperation? Deafened(IOperation entry)
    {
        for (var (child, at) = (entry, entry.Parent); at is IInvocationOperation or IConversionOperation or IArgumentOperation; (child, at) = (at, at.Parent))
        {
            if (at is not IInvocationOperation call || call.Instance != child)
            {
                continue;
            }

            if (call.TargetMethod.Name == "ContinueWith" && !HearsOfFailure(call)
                || call.TargetMethod.Name == "ConfigureAwait" && call.Arguments.Any(a => a.Value.ConstantValue is { HasValue: true, Value: int options } && (options & SuppressThrowing) != 0))
            {
                return call;
            }
        }

        return null;
    }

    /// <summary>The continuation asks how it ended, or runs only where it ended well.</summary>
    private static bool HearsOfFailure(IInvocationOperation continuation) => continuation.Descendants().Any(o => o switch
    {
        IPropertyReferenceOperation { Property.Name: "Result" or "Exception" or "IsFaulted" or "IsCompletedSuccessfully" or "Status" } => true,
        IInvocationOperation { TargetMethod.Name: "GetResult" or "Wait" } => true,
        IAwaitOperation => true,
        IFieldReferenceOperation { Field.Name: "OnlyOnRanToCompletion" or "NotOnFaulted" } => true,
        _ => false,
    });

    /// <summary>A log fails by whatever its storage fails by; a type that says something else is none of its failures.</summary>
    private static bool MayTakeLogFailure(ICatchClauseOperation clause)
        => (Swallowing.IsGeneral(clause.ExceptionType) || IsStorage(clause.ExceptionType)) && !TellsOtherFailures(clause.Filter);

    private static bool IsStorage(ITypeSymbol type)
        => type.Name is "AggregateException" or "UnauthorizedAccessException" or "InvalidOperationException" or "ObjectDisposedException"
        || (type.ContainingNamespace.ToDisplayString() is var space
            && (space is "System.IO" or "Governance" || space.StartsWith("System.Data", StringComparison.Ordinal) || space.StartsWith("System.Net", StringComparison.Ordinal)));

    /// <summary><c>when (e is PaymentException)</c>: only what is named passes, and nothing of it is the storage's.</summary>
    private static bool TellsOtherFailures(IOperation? filter) => filter switch
    {
        IParenthesizedOperation parenthesized => TellsOtherFailures(parenthesized.Operand),
        IIsTypeOperation { TypeOperand: var type } => IsOther(type),
        IIsPatternOperation { Pattern: var pattern } => TellsOtherFailures(pattern),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => TellsOtherFailures(both.LeftOperand) || TellsOtherFailures(both.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => TellsOtherFailures(either.LeftOperand) && TellsOtherFailures(either.RightOperand),
        { ConstantValue: { HasValue: true, Value: false } } => true,
        _ => false,
    };

    private static bool TellsOtherFailures(IPatternOperation pattern) => pattern switch
    {
        ITypePatternOperation { MatchedType: var type } => IsOther(type),
        IDeclarationPatternOperation { MatchedType: { } type } => IsOther(type),
        IRecursivePatternOperation { MatchedType: { } type } => IsOther(type),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => TellsOtherFailures(either.LeftPattern) && TellsOtherFailures(either.RightPattern),
        IBinaryPatternOperation both => TellsOtherFailures(both.LeftPattern) || TellsOtherFailures(both.RightPattern),
        _ => false,
    };

    private static bool IsOther(ITypeSymbol type) => !Swallowing.IsGeneral(type) && !IsStorage(type);

    /// <summary>Trying again, and writing somewhere else, is not swallowing.</summary>
    private static bool LetsGo(ICatchClauseOperation clause, SemanticModel? model, ControlMembers controls)
        => Swallowing.CanBeLeft(clause, model)
        && !(Swallowing.IsInLoop(clause) && (clause.Filter is not null || Swallowing.Throws(clause)))
        && !clause.Handler.Descendants().Any(o => MemberUse.Of(o).Any(u => controls.Of(u.Target).Log is not null) && TaskFate.Of(o) is null);

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }
}
