using System.Collections.Concurrent;
using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2012: a yes is a person's: no parameter that the model fills in, no approver that is a constant or the requester, no call that decides.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Whom to ask is the project's own design.")]
public sealed class AutomationMustNotConfirmItselfAnalyzer : GovernanceAnalyzer
{
    private const int Approved = 1;

    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN2012",
        GovernanceRule.Enforcement,
        DiagnosticSeverity.Error,
        "Automation does not confirm itself",
        "{0}, and the yes is automation's own: {1}; ask a person");

    /// <summary>Makes the analyzer.</summary>
    public AutomationMustNotConfirmItselfAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        OnSuppliedGate(context);
        if (context.Compilation.GetTypeByMetadataName("Governance.ConfirmationInbox") is { } inbox)
        {
            // Many roots run the same helper, and hardly any helper decides.
            var decided = new ConcurrentDictionary<IOperation, IReadOnlyList<IInvocationOperation>>();
            context.OnGovernedRoot((root, report) => AnalyzeInbox(root, body => decided.GetOrAdd(body, b => [.. Approvals(b, inbox)]), report));
        }

        // A test scripts the person.
        if (context.Compilation.GetTypeByMetadataName("Governance.ConfirmationDecision") is { } decision && !TestProject.Is(context))
        {
            var model = context.Model;
            var yes = new UnaskedYes(model.Controls, new Answers(context.Compilation, model.BodyOf), model.BodyOf);
            context.OnFile((semantic, report) =>
            {
                foreach (var creation in FileNodes.Decisions(semantic.SyntaxTree))
                {
                    AnalyzeDecision(creation, semantic, decision, context, yes, report);
                }
            });
        }
    }

    internal static ActionVerdict? Judge(StepReach reach, OwnAction action)
        => ActionVerdicts.IsUnconfirmed(reach, action) && action.Proof.SuppliedBy is { } word
            ? new(s_rule.Id, Concern.Confirmation, action, $"only the caller's own '{word}' stands before it")
            : null;

    private static void OnSuppliedGate(RuleContext context) => context.OnStep((step, report, cancellationToken) =>
    {
        if (step.Control != StepControl.SelfGoverned)
        {
            return;
        }

        foreach (var verdict in context.VerdictsOn(context.Model.Of(step, cancellationToken)).Where(v => v.Rule == s_rule.Id))
        {
            var action = verdict.Action;
            report(Diagnostic.Create(
                s_rule, NamedPlace.Of(action.Proof.Site.Syntax), action.Action.Properties, $"Step '{step.Title()}' performs {action.Action} by {action.Path}", verdict.Reason));
        }
    });

    /// <summary>A step or a tool that decides what waits in the inbox.</summary>
    private static void AnalyzeInbox(GovernedRoot root, Func<IOperation, IReadOnlyList<IInvocationOperation>> approvals, Action<Diagnostic> report)
    {
        foreach (var body in root.Bodies.Where(b => b.IsCertain))
        {
            foreach (var call in approvals(body.Body))
            {
                report(Diagnostic.Create(s_rule, NamedPlace.Of(body.Start ?? call.Syntax), $"{root.Title} calls ConfirmationInbox.Approve", "it decides what waits for a person"));
            }
        }
    }

    private static IEnumerable<IInvocationOperation> Approvals(IOperation body, INamedTypeSymbol inbox)
        => body.Descendants().OfType<IInvocationOperation>().Where(call => call.TargetMethod.Name == "Approve" && GovernanceSymbols.Same(call.TargetMethod.ContainingType, inbox));

    private static void AnalyzeDecision(
        BaseObjectCreationExpressionSyntax creation, SemanticModel semantic, INamedTypeSymbol decision, RuleContext context, UnaskedYes yes, Action<Diagnostic> report)
    {
        if (Assigned(creation, "Approver") is not { } approver || Assigned(creation, "Verdict") is not { } verdict
            || !GovernanceSymbols.Same(semantic.GetTypeInfo(creation).Type, decision)
            || semantic.GetConstantValue(verdict) is { HasValue: true, Value: not Approved }
            || Who(approver, semantic) is not { } who)
        {
            return;
        }

        // That a gate asks nobody at all is GVN2011's.
        var method = semantic.GetEnclosingSymbol(creation.SpanStart) as IMethodSymbol;
        if (method is not null && context.Model.Controls.Of(method).Confirmation is { } form && yes.Of(method, form) is not null)
        {
            return;
        }

        context.Waivable(method, report)(Diagnostic.Create(
            s_rule, approver.GetLocation(), $"'{(method is null ? "A field" : $"{method.ContainingType?.Name}.{method.Name}")}' makes a decision that approves", who));
    }

    private static string? Who(ExpressionSyntax approver, SemanticModel semantic)
        => semantic.GetConstantValue(approver).HasValue ? "its approver is a constant"
         : semantic.GetSymbolInfo(approver).Symbol is IPropertySymbol { Name: "Actor" or "OnBehalfOf", ContainingType: { Name: "ConfirmationRequest" or "AutomationContext" } }
            ? "its approver is the requester"
         : null;

    private static ExpressionSyntax? Assigned(BaseObjectCreationExpressionSyntax creation, string member)
        => creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(a => a.Left is IdentifierNameSyntax name && name.Identifier.ValueText == member)?.Right;
}
