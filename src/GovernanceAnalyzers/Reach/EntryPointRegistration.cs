using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>Calls a rule for each entry point, once, while typing.</summary>
internal static class EntryPointRegistration
{
    public static void OnEntryPoint(RuleContext context, Action<EntryPoint, Action<Diagnostic>> analyze)
    {
        // A method may be handed on in several places; what is found about it is the same each time.
        var seen = new ConcurrentDictionary<Location, bool>();
        void Once(EntryPoint entryPoint, Action<Diagnostic> report)
        {
            if (seen.TryAdd(entryPoint.Location, true))
            {
                analyze(entryPoint, context.Waivable(entryPoint.Method, report));
            }
        }

        var declared = context.Model.EntryPoints;
        context.OnSymbol(SymbolKind.Method, (symbol, report) =>
        {
            if (declared.Of((IMethodSymbol)symbol) is { } entryPoint)
            {
                Once(entryPoint, report);
            }
        });
        context.OnSymbol(SymbolKind.NamedType, (symbol, report) =>
        {
            foreach (var entryPoint in declared.InheritedBy((INamedTypeSymbol)symbol))
            {
                Once(entryPoint, report);
            }
        });
        if (!context.Symbols.ForeignEntryPoints.IsEmpty)
        {
            context.Start.RegisterSyntaxNodeAction(
                c => context.Guard(
                    () =>
                    {
                        var call = (InvocationExpressionSyntax)c.Node;
                        if (HandedEntryPoints.MayBe(call) && c.SemanticModel.GetOperation(call, c.CancellationToken) is IInvocationOperation invocation)
                        {
                            foreach (var entryPoint in HandedEntryPoints.Of(invocation, declared))
                            {
                                Once(entryPoint, context.Graded(c.ReportDiagnostic));
                            }
                        }
                    },
                    c.ReportDiagnostic),
                SyntaxKind.InvocationExpression);
        }
    }
}
