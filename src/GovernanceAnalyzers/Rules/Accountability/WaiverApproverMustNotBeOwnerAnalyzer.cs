using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Accountability;

/// <summary>GVN3005: nobody allows an exception to himself.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("A fix never invents the person who approved.")]
public sealed class WaiverApproverMustNotBeOwnerAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN3005",
        GovernanceRule.Accountability,
        "A waiver is approved by somebody else than the owner",
        "The waiver of {0} is approved by '{1}', who owns {2}, so it waives nothing there: have somebody else approve it");

    /// <summary>Makes the analyzer.</summary>
    public WaiverApproverMustNotBeOwnerAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnWaiver((waiver, report) =>
    {
        if (Owned(waiver, context).FirstOrDefault() is { } owned)
        {
            report(Diagnostic.Create(s_rule, waiver.Attribute.LocationOf("ApprovedBy"), waiver.Rule, waiver.ApprovedBy, owned));
        }
    });

    /// <summary>What the waiver covers and its approver owns, in words.</summary>
    private static IEnumerable<string> Owned(Waiver waiver, RuleContext context)
    {
        if (!Answer.IsGiven(waiver.ApprovedBy))
        {
            return [];
        }

        var covered = waiver.On.Kind != SymbolKind.Assembly ? waiver.On
                    : waiver.Target is { } target ? DocumentationCommentId.GetFirstSymbolForDeclarationId(target, context.Compilation)
                    : context.Compilation.Assembly;
        return covered switch
        {
            IAssemblySymbol => GovernedCode.Types(context.Compilation.Assembly.GlobalNamespace)
                .SelectMany(t => OwnedIn(t, waiver, context)),
            INamedTypeSymbol type => GovernedCode.Types(type).Prepend(type).SelectMany(t => OwnedIn(t, waiver, context)),
            not null when IsOwner(context.Waivers.OwnersOf(covered)) => [$"'{covered.ContainingType?.Name}.{covered.Name}'"],
            _ => [],
        };

        bool IsOwner(ImmutableArray<string> owners) => owners.Any(o => Waivers.SamePerson(o, waiver.ApprovedBy));
    }

    private static IEnumerable<string> OwnedIn(INamedTypeSymbol type, Waiver waiver, RuleContext context)
    {
        if (type.Attribute(context.Symbols.GovernedWorkflow) is not null && Workflow.Around(type, context.Symbols) is { } workflow
            && Waivers.SamePerson(workflow.Owner, waiver.ApprovedBy))
        {
            yield return $"workflow '{workflow.Id}'";
        }

        foreach (var step in StepReader.In(type, context.Symbols).Where(s => Waivers.SamePerson(s.Owner, waiver.ApprovedBy)))
        {
            yield return $"step '{step.Title()}'";
        }
    }
}
