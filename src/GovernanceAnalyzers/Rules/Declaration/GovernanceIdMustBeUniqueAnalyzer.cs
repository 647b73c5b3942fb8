using System.Collections.Concurrent;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1017: an id in a log or a manifest means one step.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Which of the two keeps the id is for a person to say: logs and manifests know a step by it.")]
public sealed class GovernanceIdMustBeUniqueAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1017",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Error,
        "A workflow or step id is used once",
        "The {0} id '{1}' is already used by '{2}' in this assembly: give this one its own",
        WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Makes the analyzer.</summary>
    public GovernanceIdMustBeUniqueAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        var uses = new ConcurrentBag<Use>();
        context.OnStep((step, _) => uses.Add(new("step", step.FullId, step.Id, step.Method, step.Attribute)));
        context.OnWorkflow((workflow, _) => uses.Add(new("workflow", workflow.Id, workflow.Id, workflow.Type, workflow.Attribute)));
        context.OnCompilationEnd(report => Compare(uses, context, report));
    }

    private static void Compare(IEnumerable<Use> uses, RuleContext context, Action<Diagnostic> report)
    {
        // An empty id is GVN1003's; the rest is compared as the file system of a reviewer might: without case.
        foreach (var same in uses.Where(u => u.OwnId.Trim().Length > 0).GroupBy(u => (u.Kind, Id: u.FullId.ToLowerInvariant())))
        {
            var ordered = same
                .OrderBy(u => u.Place.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(u => u.Place.SourceSpan.Start).ToArray();
            foreach (var again in ordered.Skip(1))
            {
                context.Waivable(again.Symbol, report)(Diagnostic.Create(
                    s_rule, again.Place, [ordered[0].Place], again.Kind, again.FullId, Name(ordered[0].Symbol)));
            }
        }
    }

    private static string Name(ISymbol symbol) => symbol is IMethodSymbol ? $"{symbol.ContainingType.Name}.{symbol.Name}" : symbol.Name;

    private sealed record Use(string Kind, string FullId, string OwnId, ISymbol Symbol, AttributeData Attribute)
    {
        public Location Place { get; } = Attribute.LocationOf(0);
    }
}
