using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>Calls a rule for each entry point, once, while typing.</summary>
internal static class EntryPointRegistration
{
    public static void OnEntryPoint(RuleContext context, Action<EntryPoint, Action<Diagnostic>> analyze)
        => OnEntryPoint(context, (entryPoint, report, _) => analyze(entryPoint, report));

    /// <summary>The same for a rule that asks what the entry point reaches, and can be cancelled.</summary>
    public static void OnEntryPoint(RuleContext context, Action<EntryPoint, Action<Diagnostic>, CancellationToken> analyze)
    {
        // A method may be handed on in several places; what is found about it is the same each time.
        var seen = new ConcurrentDictionary<Location, bool>();
        void Once(EntryPoint entryPoint, Action<Diagnostic> report, CancellationToken cancellationToken)
        {
            if (seen.TryAdd(entryPoint.Location, true))
            {
                analyze(entryPoint, context.Waivable(entryPoint.Method, report), cancellationToken);
            }
        }

        var declared = context.Model.EntryPoints;
        context.OnMembers(
            type => declared.In(type),
            (type, entryPoint) => GovernanceSymbols.Same(entryPoint.Method.ContainingType, type) ? entryPoint.Method : type,
            Once);
        if (!context.Symbols.ForeignEntryPoints.IsEmpty)
        {
            context.OnFile((model, report, cancellationToken) =>
            {
                foreach (var call in FileNodes.Handing(model.SyntaxTree))
                {
                    if (model.GetOperation(call, cancellationToken) is IInvocationOperation invocation)
                    {
                        foreach (var entryPoint in HandedEntryPoints.Of(invocation, declared))
                        {
                            Once(entryPoint, report, cancellationToken);
                        }
                    }
                }
            });
        }
    }
}
