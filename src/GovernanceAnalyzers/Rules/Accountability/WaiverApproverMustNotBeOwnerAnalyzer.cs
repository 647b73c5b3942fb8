using GovernanceAnalyzers.Owners;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Accountability;

/// <summary>GVN3005: nobody allows an exception to himself, nor through a group that he is in.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("A fix never invents the person who approved.")]
public sealed class WaiverApproverMustNotBeOwnerAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN3005",
        GovernanceRule.Accountability,
        "A waiver is approved by somebody else than the owner",
        "The waiver of {0} is approved by '{1}', {2}owns {3}, so it waives nothing there: have somebody else approve it");

    /// <summary>Makes the analyzer.</summary>
    public WaiverApproverMustNotBeOwnerAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnWaiver((waiver, report) =>
    {
        if (!Answer.IsGiven(waiver.ApprovedBy))
        {
            return;
        }

        foreach (var (owner, owned) in Owned(waiver, context))
        {
            if (context.Owners.Shared(waiver.ApprovedBy, owner) is { } shared)
            {
                report(Diagnostic.Create(
                    s_rule, waiver.Attribute.LocationOf("ApprovedBy"), waiver.Rule, waiver.ApprovedBy, Who(waiver.ApprovedBy!, owner, shared), owned));
                return;
            }
        }
    });

    /// <summary>How the approver comes to be the owner, up to the verb.</summary>
    private static string Who(string approver, string owner, string shared)
        => SameName.Instance.Equals(approver, owner) ? "who "
         : SameName.Instance.Equals(approver, shared) ? $"a member of '{owner}', which "
         : SameName.Instance.Equals(owner, shared) ? $"a group with '{owner}', who "
         : $"a group that shares '{shared}' with '{owner}', which ";

    /// <summary>What the waiver covers, with its owner, in words.</summary>
    private static IEnumerable<(string Owner, string Owned)> Owned(Waiver waiver, RuleContext context)
    {
        var covered = waiver.On.Kind != SymbolKind.Assembly ? waiver.On
                    : waiver.Target is { } target ? DocumentationCommentId.GetFirstSymbolForDeclarationId(target, context.Compilation)
                    : context.Compilation.Assembly;
        return covered switch
        {
            IAssemblySymbol => GovernedCode.Types(context.Compilation.Assembly.GlobalNamespace).SelectMany(t => OwnedIn(t, context)),
            INamedTypeSymbol type => GovernedCode.Types(type).Prepend(type).SelectMany(t => OwnedIn(t, context)),
            not null => context.Waivers.OwnersOf(covered).Select(o => (o, $"'{covered.ContainingType?.Name}.{covered.Name}'")),
            null => [],
        };
    }

    private static IEnumerable<(string Owner, string Owned)> OwnedIn(INamedTypeSymbol type, RuleContext context)
    {
        if (type.Attribute(context.Symbols.GovernedWorkflow) is not null && Workflow.Around(type, context.Symbols) is { Owner: { } owner } workflow)
        {
            yield return (owner, $"workflow '{workflow.Id}'");
        }

        foreach (var step in context.Symbols.StepsIn(type))
        {
            if (step.Owner is { } own)
            {
                yield return (own, $"step '{step.Title()}'");
            }
        }
    }
}
