using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2019: what is declared for steps only is called by nothing else, in governed code or not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Into which step the action belongs, and whom that asks, is a decision.")]
public sealed class ActionMustBeTakenByStepAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN2019",
        GovernanceRule.Enforcement,
        DiagnosticSeverity.Error,
        "An action for steps only is taken by a step",
        "'{0}' performs {1} by {0} → {2}, and only a step may: take the action in a step, and call the step here");

    /// <summary>Makes the analyzer.</summary>
    public ActionMustBeTakenByStepAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        // A test calls what it tests.
        if (TestProject.Is(context) || ActionsForSteps.In(context) is not { IsEmpty: false } names)
        {
            return;
        }

        var code = new StepCode(context.Symbols);
        foreach (var kind in new[] { SyntaxKind.IdentifierName, SyntaxKind.GenericName })
        {
            context.OnSyntax(kind, (node, model, report) =>
            {
                if (names.MayBe(((SimpleNameSyntax)node).Identifier.ValueText) && !node.IsPartOfStructuredTrivia())
                {
                    Analyze(NamedPlace.CallOf(node), node, model, context, code, report);
                }
            });
        }

        foreach (var kind in names.Nameless)
        {
            context.OnSyntax(kind, (node, model, report) => Analyze(node, node, model, context, code, report));
        }
    }

    private static void Analyze(SyntaxNode use, SyntaxNode place, SemanticModel model, RuleContext context, StepCode code, Action<Diagnostic> report)
    {
        if (model.GetOperation(use) is not { } operation || !Runs(operation))
        {
            return;
        }

        foreach (var (target, _) in MemberUse.Of(operation))
        {
            if (context.Model.Catalogue.OnlyFromSteps(target) is { } action && StepCode.MemberAt(model, use.SpanStart) is { } member
                && !code.Contains(member) && !IsOnTheWay(member, context) && !IsEntryPoint(member, context))
            {
                context.Waivable(member, report)(Diagnostic.Create(
                    s_rule, NamedPlace.Of(place), action.Properties, Name(member), action, MemberName.Short(target)));
                return;
            }
        }
    }

    /// <summary>Not the name alone, and not code that is data.</summary>
    private static bool Runs(IOperation operation)
        => !operation.IsOnlyNamed() && !operation.AncestorsAndSelf().Any(ExpressionTree.IsMadeBy);

    /// <summary>It is for steps only itself, so that its own callers are asked: an implementation of the contract, a decorator.</summary>
    private static bool IsOnTheWay(ISymbol member, RuleContext context)
        => member is IMethodSymbol method && context.Model.Catalogue.OnlyFromSteps(method) is not null;

    /// <summary>GVN2006 says it of an AI tool.</summary>
    private static bool IsEntryPoint(ISymbol member, RuleContext context)
        => context.Options.Mode != GovernanceMode.Consumer && member is IMethodSymbol method && context.Model.EntryPoints.Of(method) is not null;

    private static string Name(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => member.ContainingType.Name,
        IMethodSymbol { AssociatedSymbol: { } whole } => whole.Name,
        _ => member.Name,
    };
}
