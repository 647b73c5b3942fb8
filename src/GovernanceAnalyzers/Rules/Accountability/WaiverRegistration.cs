namespace GovernanceAnalyzers.Rules.Accountability;

/// <summary>Calls a rule for each waiver where it stands, while typing.</summary>
internal static class WaiverRegistration
{
    private static readonly ImmutableArray<SymbolKind> s_carriers = [SymbolKind.NamedType, SymbolKind.Method, SymbolKind.Property];

    public static void OnWaiver(this RuleContext context, Action<Waiver, Action<Diagnostic>> analyze)
    {
        if (context.Symbols.GovernanceWaiver is null || !FileMentions.In(context.Compilation, Mention.Waiver))
        {
            return;
        }

        foreach (var kind in s_carriers)
        {
            context.OnMarked(kind, (symbol, report) =>
            {
                // A partial member's attributes are those of both its parts.
                if (symbol is not (IMethodSymbol { PartialDefinitionPart: not null }
                               or IPropertySymbol { PartialDefinitionPart: not null }))
                {
                    Analyze(Waivers.WrittenOn(symbol, context.Symbols), analyze, report);
                }
            });
        }

        context.OnLocalFunction((function, report) => Analyze(Waivers.WrittenOn(function, context.Symbols), analyze, report));
        context.OnFile((model, report) =>
        {
            var here = context.Waivers.OfAssembly.Where(w => w.Attribute.ApplicationSyntaxReference?.SyntaxTree == model.SyntaxTree);
            Analyze(here, analyze, report);
        });
    }

    private static void Analyze(IEnumerable<Waiver> waivers, Action<Waiver, Action<Diagnostic>> analyze, Action<Diagnostic> report)
    {
        foreach (var waiver in waivers.Where(w => w.Attribute.IsSettled()))
        {
            analyze(waiver, report);
        }
    }
}
