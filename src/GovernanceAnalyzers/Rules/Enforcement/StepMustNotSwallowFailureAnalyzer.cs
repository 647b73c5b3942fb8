using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Reach;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2010: a step whose action failed fails, so that somebody is told and it can be undone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepMustNotSwallowFailureAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN2010",
        GovernanceRule.Enforcement,
        DiagnosticSeverity.Warning,
        "A step whose action fails, fails",
        "{0} {1} by {2} and swallows whatever failure there is: nobody is told, and nothing is undone; rethrow");

    /// <summary>Makes the analyzer.</summary>
    public StepMustNotSwallowFailureAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep((step, report, cancellationToken) =>
    {
        if (GovernedRoot.Of(step, context.Model, cancellationToken) is not { } root)
        {
            return;
        }

        var handler = step.Handler?.Method;
        var swallowed = root.CallsToConfirmed().Where(c => c.IsCertain)
            .Select(call => (Call: call, Clause: SwallowedBy(call, context, handler)))
            .Where(s => s.Clause is not null)
            .GroupBy(s => s.Clause!.Syntax);
        foreach (var clause in swallowed)
        {
            var call = clause.First().Call;
            var place = NamedPlace.Of(MemberOf(call.Start) == MemberOf(clause.Key) ? clause.Key : call.Start);
            report(Diagnostic.Create(s_rule, place, [NamedPlace.Of(clause.Key)], call.End.Properties, root.Title, call.What, call.Path));
        }
    });

    private static ICatchClauseOperation? SwallowedBy(GovernedCall call, RuleContext context, IMethodSymbol? handler)
        => context.Model.OperationOf(call.Call) is { } operation
            ? Swallowing.Of(operation, Swallowing.TakesEverything, clause => !Swallowing.Throws(clause) && !IsSaid(clause, context.Symbols, handler))
            : null;

    /// <summary>Somebody hears of it all the same: it is escalated, undone, or handed to whoever holds the task.</summary>
    private static bool IsSaid(ICatchClauseOperation clause, GovernanceSymbols symbols, IMethodSymbol? handler)
        => clause.Handler.Descendants().OfType<IInvocationOperation>().Any(call => call.TargetMethod switch
        {
            { Name: "DeliverAsync" } deliver => deliver.ContainingType.Name == "IEscalationChannel" || deliver.ContainingType.AllInterfaces.Any(i => i.Name == "IEscalationChannel"),
            { Name: "RollbackAsync" } undo => GovernanceSymbols.Same(undo.ContainingType, symbols.StepGovernor),
            { Name: "SetException" or "TrySetException" or "FromException" } => true,
            var target => GovernanceSymbols.Same(target.OriginalDefinition, handler),
        });

    private static SyntaxNode? MemberOf(SyntaxNode place) => place.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.MemberDeclarationSyntax>();
}
