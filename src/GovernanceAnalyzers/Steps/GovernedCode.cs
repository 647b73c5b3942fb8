namespace GovernanceAnalyzers.Steps;

/// <summary>What an assembly declares, for the rare question that is about all of it. A rule about one step never asks here.</summary>
internal static class GovernedCode
{
    /// <summary>Every step of the assembly, in the order of the types' and members' declaration.</summary>
    public static IEnumerable<Step> Steps(GovernanceSymbols symbols)
        => Types(symbols.Compilation.Assembly.GlobalNamespace).SelectMany(t => symbols.StepsIn(t));

    /// <summary>Any workflow or step at all: a project that has none is a stranger, to whom the package came through somebody else.</summary>
    public static bool Exists(GovernanceSymbols symbols)
        => symbols.CanDeclare && Types(symbols.Compilation.Assembly.GlobalNamespace).Any(t =>
            t.Attribute(symbols.GovernedWorkflow) is not null || symbols.StepsIn(t).Any());

    /// <summary>The steps of a workflow: those of its type, and of the types in it that are no workflow of their own.</summary>
    public static IEnumerable<Step> StepsOf(Workflow workflow, GovernanceSymbols symbols)
        => In(workflow.Type).SelectMany(t => symbols.StepsIn(t)).Where(s => GovernanceSymbols.Same(s.Workflow?.Type, workflow.Type));

    private static IEnumerable<INamedTypeSymbol> In(INamedTypeSymbol type) => Types(type).Prepend(type);

    public static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamespaceOrTypeSymbol inner)
            {
                if (inner is INamedTypeSymbol type)
                {
                    yield return type;
                }

                foreach (var nested in Types(inner))
                {
                    yield return nested;
                }
            }
        }
    }
}
