using GovernanceAnalyzers.Catalogue;
using System.Threading;
using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Rules.Facts;

/// <summary>
/// GVN0001: what was found about each step and entry point, for the tool's summary and the manifest. Whatever the analysis did not read is in it,
/// so that a clean result says what it is worth.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("A record of facts asks for no change.")]
public sealed class GovernanceFactsAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN0001",
        GovernanceRule.Facts,
        DiagnosticSeverity.Info,
        "What was found about a step or an entry point",
        "{0} '{1}': {2} action(s), {3} not followed, {4} blind spot(s)",
        WellKnownDiagnosticTags.NotConfigurable);

    private const string Unknown = "unknown";

    /// <summary>Makes the analyzer.</summary>
    public GovernanceFactsAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        context.OnStep((step, report, cancellationToken) => Report(step, context, report, cancellationToken));
        if (context.Options.Mode != GovernanceMode.Consumer)
        {
            EntryPointRegistration.OnEntryPoint(context, (entryPoint, report, cancellationToken) => Report(entryPoint, context, report, cancellationToken));
        }
    }

    private static void Report(Step step, RuleContext context, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var reach = context.Model.Of(step, cancellationToken);
        var place = step.Method.Locations.FirstOrDefault();
        var facts = new FactProperties("step", step.FullId, step.Method, PartsOf(step), reach.All, context.Waivers, place)
        {
            ["tier"] = step.Tier.ToString(),
            ["owner"] = step.Owner ?? "",
            ["claims"] = FactProperties.List(Claims(step, context)),
            ["control"] = step.Control switch
            {
                StepControl.Plumbed => DeclaredStep.Plumbed,
                StepControl.Decorated => DeclaredStep.Decorated,
                _ => DeclaredStep.SelfGoverned,
            },
            ["confirmation"] = StandingOf(
                reach, reach.Body.Actions.Any(a => a.Action.NeedsConfirmation) || step.NeedsConfirmation, reach.Proof is { IsConfirmationAsserted: true },
                a => !a.Action.NeedsConfirmation || a.Proof.Confirmation >= Proof.Person),
            ["log"] = StandingOf(
                reach, reach.Body.Actions.Any(a => a.Action.NeedsLog) || step.NeedsConfirmation, reach.Proof is { IsLogAsserted: true },
                a => !a.Action.NeedsLog || (a.Proof.HasIntent && a.Proof.HasOutcome)),
        };
        report(Make(facts, "Step", step.FullId, reach.All, place));
    }

    /// <summary>What is claimed of the confirmations that the step's own body uses by a mark or a list. What nobody claims is unknown, and never assumed.</summary>
    private static IEnumerable<IEnumerable<string>> Claims(Step step, RuleContext context)
        => step.Control != StepControl.SelfGoverned || context.Model.BodyOf(step.Method) is not { } body ? []
         : body.Descendants().SelectMany(o => MemberUse.Of(o)).Select(u => (u.Target, Form: context.Model.Controls.Of(u.Target).Confirmation))
            .Where(c => c.Form is { IsAsserted: true })
            .Select(c => new[]
            {
                MemberName.Short(c.Target), $"binds={c.Form!.Binds ?? Unknown}", $"approver={c.Form.Approver ?? Unknown}",
                $"distinct={(c.Form.Strength == Proof.AnotherPerson ? "yes" : Unknown)}",
            });

    private static void Report(EntryPoint entryPoint, RuleContext context, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var reach = context.Model.Of(entryPoint, cancellationToken);
        var isRisky = reach.Actions.Any(a => a.Action.NeedsConfirmation);
        var parts = entryPoint.Body is { } body ? [body] : Syntax(entryPoint.Method);
        var facts = new FactProperties("entry-point", entryPoint.Name, entryPoint.Method, parts, reach, context.Waivers, entryPoint.Location)
        {
            ["backlogId"] = entryPoint.BacklogId,
            ["tier"] = reach.Highest?.Action.Tier.ToString() ?? "",
            ["owner"] = "",
            ["control"] = "none",
            ["confirmation"] = !isRisky ? "not-needed" : entryPoint.IsConfirmedByCaller ? "asserted" : "none",
            ["log"] = reach.Actions.Any(a => a.Action.NeedsLog) ? "none" : "not-needed",
        };
        report(Make(facts, "Entry point", entryPoint.Name, reach, entryPoint.Location));
    }

    /// <summary>The code that is the step's own, where its author wrote it.</summary>
    private static IEnumerable<SyntaxNode> PartsOf(Step step)
        => new[] { step.Method, step.Core.Method, step.Handler?.Method }.OfType<IMethodSymbol>().SelectMany(Syntax);

    private static IEnumerable<SyntaxNode> Syntax(IMethodSymbol method) => method.DeclaringSyntaxReferences.Select(r => r.GetSyntax());

    private static Diagnostic Make(FactProperties facts, string kind, string id, RootReach reach, Location? location) => Diagnostic.Create(
        s_rule, location ?? Location.None, facts.ToImmutable(), kind, id, reach.Actions.Length, reach.NotFollowed.Length, reach.BlindSpots.Length);

    private static string StandingOf(
        StepReach reach, bool isNeeded, bool isAsserted, Func<OwnAction, bool> holds)
        => reach.Step.Control != StepControl.SelfGoverned ? "generated"
         : !isNeeded ? "not-needed"
         : !reach.OwnActions.Concat(reach.InferredActions).Any() || !reach.OwnActions.Concat(reach.InferredActions).All(holds) ? "none"
         : isAsserted ? "asserted"
         : "proven";
}
