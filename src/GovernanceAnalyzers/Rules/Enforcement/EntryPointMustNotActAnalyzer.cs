using System.Threading;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Reach;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2006: an AI tool is an adapter; a Medium or High action belongs in a step, which asks a person.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EntryPointMustNotActAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN2006",
        GovernanceRule.Enforcement,
        DiagnosticSeverity.Error,
        "An AI tool acts through a step",
        "Entry point '{0}' performs {1} by {2}{3} and nobody is asked: let it forward to a step{4}");

    /// <summary>Makes the analyzer.</summary>
    public EntryPointMustNotActAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        // What arrived transitively governs only code that declares itself.
        if (context.Options.Mode != GovernanceMode.Consumer)
        {
            EntryPointRegistration.OnEntryPoint(context, (entryPoint, report, cancellationToken) => Analyze(entryPoint, context, report, cancellationToken));
        }
    }

    private static void Analyze(EntryPoint entryPoint, RuleContext context, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (entryPoint.IsConfirmedByCaller)
        {
            return;
        }

        var reach = context.Model.Of(entryPoint, cancellationToken).Certain;
        foreach (var action in reach.Actions.Where(a => a.Action.NeedsConfirmation).GroupBy(a => a.Action.Capability))
        {
            var first = action.OrderBy(a => a.Action.NewIn).ThenByDescending(a => a.Action.Tier).First();
            var places = Places.Of(action, first);
            var standing = context.Backlog.StandingOf(entryPoint, first.Action);
            report(Diagnostic.Create(
                s_rule,
                places.Location,
                standing.IsForgiven ? DiagnosticSeverity.Info : s_rule.DefaultSeverity,
                places.Further,
                Facts(entryPoint, reach, first.Action),
                entryPoint.Name,
                first.Action,
                first.Path,
                places.Words,
                standing.Words));
        }
    }

    /// <summary>
    /// For the fix: which method is the tool, and the tier that a step in its place needs; a binding stays on the tool, whatever moves, so there is no fix
    /// for that. For the tool: what a backlog line says.
    /// </summary>
    private static ImmutableDictionary<string, string?> Facts(EntryPoint entryPoint, RootReach reach, ConsequentialAction action)
    {
        var facts = action.Properties.Add(RuleProperty.LowestTier, reach.Highest!.Action.Tier.ToString())
            .Add(RuleProperty.EntryPoint, entryPoint.BacklogId)
            .Add(RuleProperty.Capability, action.Capability)
            .Add(RuleProperty.Tier, action.Tier.ToString());
        var isBinding = reach.Actions.Any(a => a.Action.NeedsConfirmation && a.Site.Syntax is AttributeSyntax);
        return entryPoint.Body is null && !isBinding ? facts.Add(RuleProperty.Member, entryPoint.Method.GetDocumentationCommentId()) : facts;
    }
}
