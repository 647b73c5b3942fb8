using System.Collections.Concurrent;
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
        "{0} {1} by {2}, and {3}: what it does next is off the record; let the failure through");

    /// <summary>Makes the analyzer.</summary>
    public LogFailureMustNotBeSwallowedAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        // Many roots run the same helper, and hardly any helper writes to the log.
        var entries = new ConcurrentDictionary<IOperation, IReadOnlyList<LogEntry>>();
        context.OnGovernedRoot((root, report) => Analyze(
            root, context.Model, body => entries.GetOrAdd(body.Body, operation => [.. Entries(operation, context.Model.Controls)]), report));
    }

    private static void Analyze(GovernedRoot root, GovernanceModel model, Func<GovernedBody, IReadOnlyList<LogEntry>> entries, Action<Diagnostic> report)
    {
        var swallowed = root.Bodies.SelectMany(body => entries(body).Where(x => x.How is not null).Select(x => AsSwallowed(AsEnd(body, x), x.How!)))
            .Concat(ByCall(root, body => entries(body).Where(x => x.How is null).Select(x => AsEnd(body, x)), model));

        // Of what a called body swallows at one place one finding is enough, and it stands at the call.
        foreach (var same in swallowed.GroupBy(s => (s.How.Place, s.At)))
        {
            var (at, call, how) = same.OrderByDescending(s => s.Call.IsCertain).First();
            report(Diagnostic.Create(
                s_rule, NamedPlace.Of(at), call.IsCertain ? s_rule.DefaultSeverity : DiagnosticSeverity.Warning, [NamedPlace.Of(how.Place)], null,
                root.Title, call.What, call.Path, how.Words));
        }
    }

    /// <summary>What of a body writes to the log, and how its failure is swallowed right there; null where it gets through.</summary>
    private static IEnumerable<LogEntry> Entries(IOperation body, ControlMembers controls)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (MemberUse.Of(operation).Select(u => u.Target).FirstOrDefault(t => controls.Of(t).Log is not null) is { } target)
            {
                yield return new(operation.Syntax, target, How(operation, controls, MayTakeLogFailure));
            }
        }
    }

    /// <summary>
    /// A helper that records and does nothing else is as good as the entry. Of one that acts, too, GVN2008 and GVN2010 say what becomes of its task and of its
    /// failures; and a catch of a narrow type round it need not be about the log.
    /// </summary>
    private static IEnumerable<Swallowed> ByCall(GovernedRoot root, Func<GovernedBody, IEnumerable<GovernedEnd>> entries, GovernanceModel model)
    {
        var acting = new Lazy<HashSet<SyntaxNode>>(() => [.. root.CallsToLogged.Select(c => c.Call)]);
        foreach (var call in root.CallsTo(entries))
        {
            if (!call.IsEnd && !acting.Value.Contains(call.Call) && model.OperationOf(call.Call) is { } operation && How(operation, model.Controls, TakesAny) is { } how)
            {
                yield return new(call.Start, call, how);
            }
        }
    }

    private static Swallowed AsSwallowed(GovernedEnd entry, Loss how) => new(entry.Way.Start, new(entry, entry.Way, entry.Way.End), how);

    private static GovernedEnd AsEnd(GovernedBody body, LogEntry entry) => new(
        "write", "to the action log", body.WayTo(entry.Syntax, entry.Target), null, true, false, false, ImmutableDictionary<string, string?>.Empty);

    private static Loss? How(IOperation entry, ControlMembers controls, Func<ICatchClauseOperation, bool> takes)
    {
        if (TaskFate.Of(entry) is { } dropped)
        {
            return new(dropped.Dropped.Syntax, dropped.Words);
        }

        if (Deafened(entry) is { } deaf)
        {
            return new(deaf.Syntax, $"{deaf.TargetMethod.Name} goes on whatever became of it");
        }

        var model = entry.Root().SemanticModel;
        return Swallowing.Of(entry, takes, clause => LetsGo(clause, model, controls)) is { } swallowing
            ? new(swallowing.Syntax, $"a catch of {swallowing.ExceptionType.Name} swallows its failure")
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

    private static bool TakesAny(ICatchClauseOperation clause) => Swallowing.IsGeneral(clause.ExceptionType) && !TellsOtherFailures(clause.Filter);

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

    /// <summary>How a failure goes nowhere.</summary>
    /// <param name="Place">What would have to be mended.</param>
    /// <param name="Words">How.</param>
    private sealed record Loss(SyntaxNode Place, string Words);

    private sealed record LogEntry(SyntaxNode Syntax, IMethodSymbol Target, Loss? How);

    private sealed record Swallowed(SyntaxNode At, GovernedCall Call, Loss How);
}
