using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>
/// GVN2014: what a step or an entry point runs can be seen. One finding for each of them and each kind of blind spot: how many there are is said, and
/// where, but a body that logs with a library fifty times is told so once.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("What runs there only its author knows.")]
public sealed class GovernedCodeMustBeVisibleAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN2014",
        GovernanceRule.Enforcement,
        DiagnosticSeverity.Info,
        "What governed code runs can be seen",
        "{0} '{1}' {2}{3}{4}: {5}");

    /// <summary>Makes the analyzer.</summary>
    public GovernedCodeMustBeVisibleAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        context.OnStep((step, report, cancellationToken) =>
        {
            var reach = context.Model.Of(step, cancellationToken);
            Analyze(context, "Step", step.Title(), reach.All, () => InferredActionMustBeDeclaredAnalyzer.Uncontrolled(reach), report);
        });
        if (context.Options.Mode != GovernanceMode.Consumer)
        {
            EntryPointRegistration.OnEntryPoint(context, (entryPoint, report, cancellationToken) =>
            {
                var reach = context.Model.Of(entryPoint, cancellationToken);
                Analyze(context, "Entry point", entryPoint.Name, reach, () => InferredActionMustBeDeclaredAnalyzer.Uncontrolled(entryPoint, reach), report);
            });
        }
    }

    /// <param name="context">The compilation.</param>
    /// <param name="kind">A step or an entry point.</param>
    /// <param name="title">Which.</param>
    /// <param name="reach">What it does.</param>
    /// <param name="suspected">What GVN2016 says of it: that a call may act is more than that nobody knows what it does.</param>
    /// <param name="report">Reports.</param>
    private static void Analyze(RuleContext context, string kind, string title, RootReach reach, Func<IEnumerable<ReachedAction>> suspected, Action<Diagnostic> report)
    {
        var said = new HashSet<SyntaxNode>(reach.Guesses.IsEmpty ? [] : suspected().Where(a => a.Action.Source == ActionSource.Name).Select(a => a.Way.End));
        var spots = reach.BlindSpots.Where(b => !said.Contains(b.Way.End)).Select(b => (Sort: Sort(b.What), What: Words(b.What), b.Way))
            // Who implements a step of an interface may be in any project that uses it.
            .Concat(reach.NotFollowed.Where(n => !n.What.IsRoot && !said.Contains(n.Way.End)).Select(n => (Sort: Sort(n.What, context.Symbols), What: Words(n.What, context.Symbols), n.Way)));
        foreach (var same in spots.GroupBy(s => s.Sort))
        {
            var (sort, what, way) = same.First();
            var others = same.Select(s => s.Way.End).Where(end => end != way.End).Distinct().ToList();
            report(Diagnostic.Create(
                s_rule,
                NamedPlace.Of(way.Start),
                way.Further.Concat(others.Select(NamedPlace.Of)),
                kind,
                title,
                what,
                way.End != way.Start ? $" by {way}" : "",
                others.Count == 0 ? "" : $" (1 of {others.Count + 1} places)",
                sort));
        }
    }

    /// <summary>What to do about it; so all that one thing can be done about is one finding.</summary>
    private static string Sort(BlindSpot spot) => spot.Kind switch
    {
        "budget" => "put a [ConsequentialAction] on what it calls, or let it do less",
        "entry-point" => "hand over the method or the lambda itself",
        "expression-tree" => "what the one who gets it does with it is not known, so call it where it can be seen",
        "delegate" => "what it does is not known, so make it where it can be seen, or put a [ConsequentialAction] on the method that runs it",
        _ => "what it does is not known, so call a member that has a name, or put a [ConsequentialAction] on the method that does this",
    };

    // Another project's code has a source in an editor and none in a build: what is here is told by its assembly.
    private static string Sort(CalledMember call, GovernanceSymbols symbols) => symbols.IsHere(call.Target)
        ? "what it does is not known, so put a [ConsequentialAction] on it"
        : "what it does is not known, so name it in a list of actions, or call it behind a member with a [ConsequentialAction]";

    private static string Words(BlindSpot spot) => spot.Kind switch
    {
        "budget" => "leads too far to be read, " + spot.Detail,
        "entry-point" => $"is found at run time, by '{spot.Detail}'",
        "expression-tree" => "hands on a lambda as data",
        "delegate" => $"runs a delegate that comes from elsewhere, '{spot.Detail}'",
        "function-pointer" => $"calls through a function pointer, '{spot.Detail}'",
        _ => $"is bound at run time, by '{spot.Detail}'",
    };

    private static string Words(CalledMember call, GovernanceSymbols symbols) => call switch
    {
        { IsNewOfParameter: true } => $"makes a '{call.Receiver!.Name}' that only its caller knows",
        { Message.Type: var sent } => $"sends a '{sent.Name}' that nobody here handles",
        _ when !symbols.IsHere(call.Target) => $"calls '{MemberName.Short(call.Target)}' of another assembly",
        _ => $"calls '{MemberName.Short(call.Target)}', which nobody here implements, or more do than can be told apart",
    };
}
