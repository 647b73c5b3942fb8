using System.Collections.Concurrent;
using GovernanceAnalyzers.Reach;

namespace GovernanceAnalyzers.Backlog;

/// <summary>Calls a rule for each backlog line behind which nothing is left, in builds only: it takes every entry point to know.</summary>
internal static class BacklogRegistration
{
    public static void OnStaleBacklogLine(this RuleContext context, Action<BacklogLine, Location, Action<Diagnostic>> analyze)
    {
        if (!context.Backlog.HasLines || context.Options.Mode == GovernanceMode.Consumer)
        {
            return;
        }

        var found = new ConcurrentDictionary<(string EntryPoint, string Capability), bool>();
        EntryPointRegistration.OnEntryPoint(context, (entryPoint, _) =>
        {
            // A waiver forgives it already, with a reason and an approver; a line besides says nothing.
            if (!entryPoint.IsConfirmedByCaller && !context.Waivers.Cover("GVN2006", entryPoint.Method))
            {
                foreach (var action in context.Model.Of(entryPoint).ActionsAndGuesses.Where(a => a.Action.NeedsConfirmation))
                {
                    found.TryAdd((entryPoint.BacklogId, action.Action.Capability), true);
                }
            }
        });
        context.OnCompilationEnd(report =>
        {
            foreach (var (line, place) in context.Backlog.StaleLines(new HashSet<(string, string)>(found.Keys)))
            {
                analyze(line, place, report);
            }
        });
    }
}
