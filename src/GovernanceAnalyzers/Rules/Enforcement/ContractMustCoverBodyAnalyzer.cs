using System.Threading;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Reach;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>
/// GVN2022: a contract promises no less than the member does that carries it, and so does each member that inherits one. Other projects see the contract alone,
/// so it is held to the body where the body is.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractMustCoverBodyAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN2022",
        GovernanceRule.Enforcement,
        "A contract promises no less than its member does",
        "'{0}' promises {1}{2} but reaches {3} by {4}{5}: raise that contract to RiskTier.{6}");

    /// <summary>Makes the analyzer.</summary>
    public ContractMustCoverBodyAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        if (context.Symbols.CanDeclare)
        {
            context.OnMembers(
                type => type.GetMembers().OfType<IMethodSymbol>().Where(MayPromise),
                (_, method) => method,
                (method, report, cancellationToken) => Analyze(method, context, report, cancellationToken));
        }
    }

    /// <summary>Cheap, for it is asked of every method: something is written on it or on its property, or it may stand for a member that has a contract.</summary>
    private static bool MayPromise(IMethodSymbol method)
        => method is { IsAbstract: false, PartialDefinitionPart: null }
        && (method.IsOverride || !method.GetAttributes().IsEmpty || method.AssociatedSymbol?.GetAttributes().IsEmpty == false
            || method.ContainingType.AllInterfaces.Any(i => !Framework.Owns(i.ContainingAssembly)));

    private static void Analyze(IMethodSymbol method, RuleContext context, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var model = context.Model;
        if (IsAnotherRules(method, context) || model.Catalogue.ContractOf(method) is not { } contract || !context.Symbols.IsSettled(method))
        {
            return;
        }

        var promised = Promises.None.And(model.Catalogue.Of(method));
        var reach = model.Behind(method, cancellationToken).Certain;
        var beyond = reach with { Actions = [.. reach.Actions.Where(a => !promised.Cover(a.Action) && !IsBehindAnother(a, model.Catalogue))] };
        if ((beyond.Accepted.Highest ?? beyond.Highest) is not { } highest)
        {
            return;
        }

        var isOwn = GovernanceSymbols.Same(contract.Member, method);
        var written = contract.Attribute.LocationOf(1);

        // An editor shows the source of another project, too; a finding of this one cannot point there.
        var isWrittenHere = written.SourceTree is { } tree && context.Compilation.ContainsSyntaxTree(tree);
        var places = Places.Of(beyond.Actions.Where(a => a.Action == highest.Action), highest);
        report(Diagnostic.Create(
            s_rule,
            isOwn ? written : method.Locations[0],
            [.. isOwn || !isWrittenHere ? [] : new[] { written }, places.Location, .. places.Further],
            highest.Action.Properties.Add(RuleProperty.LowestTier, highest.Action.Tier.ToString()),
            MemberName.Short(method),
            contract.Action,
            isOwn ? "" : $", as '{MemberName.Short(contract.Member)}' does,",
            highest.Action,
            highest.Path,
            places.Words,
            highest.Action.Tier));
    }

    /// <summary>Of a step GVN2003 says it, of an AI tool GVN2006; and what a control does itself is no action of those who use it.</summary>
    private static bool IsAnotherRules(IMethodSymbol method, RuleContext context)
        => context.Symbols.StepOf(method) is not null || context.Model.Controls.IsControl(method)
        || (context.Options.Mode != GovernanceMode.Consumer && context.Model.EntryPoints.Of(method) is not null);

    /// <summary>It lies behind a contract that is met on the way, and it is that one which says too little.</summary>
    private static bool IsBehindAnother(ReachedAction action, ActionCatalogue catalogue)
        => action.Hops.Take(action.Hops.Length - 1).Any(h => catalogue.ContractOf(h.Target) is not null);
}
