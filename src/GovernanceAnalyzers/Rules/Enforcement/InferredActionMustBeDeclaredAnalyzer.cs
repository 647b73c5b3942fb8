using System.Threading;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>
/// GVN2016: where a Medium or High action depends on who answers a call, the member that is called says what it does; where the call may be something
/// less, that is made certain; and where nothing is known of a member but that it is called as one that acts, somebody says what it does. Reported where
/// the action, if it were certain, would be an error of another rule; an action that is under control whatever it is needs nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InferredActionMustBeDeclaredAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN2016",
        GovernanceRule.Enforcement,
        DiagnosticSeverity.Warning,
        "A member that may act says so",
        "{0} '{1}' may perform {2} by {3}, depending on {4}: {5}");

    /// <summary>Makes the analyzer.</summary>
    public InferredActionMustBeDeclaredAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        context.OnStep((step, report, cancellationToken)
            => Report("Step", step.Title(), Uncontrolled(context.Model.Of(step, cancellationToken)), _ => s_rule.DefaultSeverity, report));
        if (context.Options.Mode != GovernanceMode.Consumer)
        {
            EntryPointRegistration.OnEntryPoint(context, (entryPoint, report, cancellationToken)
                => Analyze(entryPoint, context, report, cancellationToken));
        }
    }

    private static void Analyze(EntryPoint entryPoint, RuleContext context, Action<Diagnostic> report, CancellationToken cancellationToken) => Report(
        "Entry point",
        entryPoint.Name,
        Uncontrolled(entryPoint, context.Model.Of(entryPoint, cancellationToken)),
        action => context.Backlog.StandingOf(entryPoint, action).IsForgiven ? DiagnosticSeverity.Info : s_rule.DefaultSeverity,
        report);

    /// <summary>What GVN2006 would report.</summary>
    internal static IEnumerable<ReachedAction> Uncontrolled(EntryPoint entryPoint, RootReach reach) => entryPoint.IsConfirmedByCaller ? [] : reach.Inferred.ActionsAndGuesses;

    /// <summary>What GVN2001, 2002, 2003 or 2021 would report. What kind of action a guess is, nobody knows, so that none is beyond what the step may do.</summary>
    internal static IEnumerable<ReachedAction> Uncontrolled(StepReach reach)
    {
        var step = reach.Step;
        var open = reach.InferredActions.Concat(reach.Guesses).Where(a => a.Proof.IsReachable && (ActionVerdicts.IsUnconfirmed(reach, a) || !(a.Proof.HasIntent && a.Proof.HasOutcome)))
            .Select(a => a.Places.First.Site).ToList();
        return reach.All.Inferred.ActionsAndGuesses.Where(a =>
            (step.Tier != Tier.Unspecified && a.Action.Tier > step.Tier)
            || (a.Action.Source != ActionSource.Name && !step.AllowedCapabilities.IsEmpty && !step.AllowedCapabilities.Contains(a.Action.Capability))
            || open.Contains(a.Site));
    }

    private static void Report(
        string kind, string title, IEnumerable<ReachedAction> actions, Func<ConsequentialAction, DiagnosticSeverity> severity, Action<Diagnostic> report)
    {
        // The nearest member that may mean several is the one to be declared: that answers for all that is behind it.
        var undeclared = actions.Where(a => a.Action.NeedsConfirmation)
            .Select(a => (Action: a, Doubt: Doubt.About(a)))
            .GroupBy(a => (a.Doubt.Key, a.Action.Action.Capability));
        foreach (var same in undeclared)
        {
            var (first, doubt) = same.OrderBy(a => a.Action.Action.NewIn).ThenByDescending(a => a.Action.Action.Tier).First();
            var places = Places.Of(same.Select(a => a.Action), first);
            report(Diagnostic.Create(
                s_rule,
                places.Location,
                severity(first.Action),
                places.Further,
                first.Action.Properties
                    .Add(RuleProperty.Member, doubt.Member is { DeclaringSyntaxReferences.IsEmpty: false } member ? member.GetDocumentationCommentId() : null)
                    .Add(RuleProperty.Capability, first.Action.Capability)
                    .Add(RuleProperty.Tier, first.Action.Tier.ToString()),
                kind,
                title,
                first.Action,
                first.Path + places.Words,
                doubt.On,
                doubt.Remedy));
        }
    }

    /// <summary>What an action depends on, and what would settle it.</summary>
    /// <param name="Key">Tells one from another.</param>
    /// <param name="Member">On which a contract would settle it; null where none would.</param>
    /// <param name="On">What it depends on, in words.</param>
    /// <param name="Remedy">What to do, in words.</param>
    private sealed record Doubt(string Key, ISymbol? Member, string On, string Remedy)
    {
        public static Doubt About(ReachedAction reached)
            => reached.Action is { Source: ActionSource.Name, Unless: null } ? Named(reached.Way.Trail!.Last.Target)
            : reached.Action.Source != ActionSource.Name && Doubtful(reached) is { } hop ? Answerer(hop, reached.Action)
            : new($"{reached.Path} {reached.Action.Unless}", null, $"whether it {reached.Action.Unless}", "make that certain, or put a contract on a method of its own round it");

        /// <summary>The call that several may answer; behind the last one, where a summary says so.</summary>
        private static Hop? Doubtful(ReachedAction reached) => reached.Hops.FirstOrDefault(h => h.Confidence == Confidence.Inferred)
            ?? (reached.Action.Path is null ? null : reached.Hops.LastOrDefault());

        private static Doubt Named(IMethodSymbol member) => new(
            MethodReach.NameOf(member.OriginalDefinition),
            null,
            $"whether '{MemberName.Short(member)}', of which no more is known than its name, does as it is called",
            $"say what it does in a list of actions, '{MemberName.Line(member)}; CAPABILITY; TIER; REVERSIBLE; WHY', where Low is nothing, or by a [ConsequentialAction] on it, or on a member that wraps it");

        private static Doubt Answerer(Hop hop, ConsequentialAction action) => new(
            MethodReach.NameOf(hop.Slot),
            (hop.Slot.AssociatedSymbol ?? hop.Slot).OriginalDefinition,
            $"who answers '{MemberName.Short(hop.Slot)}'{(hop.Candidates == 1 ? ", which another assembly may implement, too" : $", which {hop.Candidates} may")}",
            $"put [ConsequentialAction(\"{action.Capability}\", RiskTier.{action.Tier})] on it");
    }
}
