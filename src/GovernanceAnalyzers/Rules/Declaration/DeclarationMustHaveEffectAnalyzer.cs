using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>
/// GVN1014: what is declared changes something. A closed list of facts, each to be seen at the place itself; what only looks superfluous is not on it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationMustHaveEffectAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1014",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Warning,
        "A declaration has an effect",
        "{0}, so {1}: {2}");

    /// <summary>Makes the analyzer.</summary>
    public DeclarationMustHaveEffectAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        var symbols = context.Symbols;
        var redactions = new IdleRedaction(symbols);
        var controls = new ControlMembers(symbols);
        context.OnStep((step, report) =>
        {
            OutsideWorkflow(step, report);
            NothingToUndo(step, context, report);
        });
        context.OnWorkflow((workflow, report) => WithoutStep(workflow, context, report));
        OnSettled(SymbolKind.NamedType, (symbol, report) => OnNoWorkflow((INamedTypeSymbol)symbol, symbols, report));
        context.OnMarkedMethod((method, report) =>
        {
            if (symbols.IsSettled(method))
            {
                OnMethod(method, report);
            }
        });
        context.OnLocalFunction(OnMethod);
        context.OnMembers(
            type => type.DelegateInvokeMethod is { } invoke && GovernanceSymbols.IsMarked(invoke) && symbols.IsSettled(invoke) ? [invoke] : Array.Empty<IMethodSymbol>(),
            (type, _) => type,
            (invoke, report, _) => OnNoStep(invoke, symbols, report));
        OnSettled(SymbolKind.Property, Redacted);
        OnSettled(SymbolKind.Field, Redacted);

        void OnSettled(SymbolKind kind, Action<ISymbol, Action<Diagnostic>> analyze) => context.OnMarked(kind, (symbol, report) =>
        {
            // What would give it an effect may be just being written.
            if (symbols.IsSettled(symbol))
            {
                analyze(symbol, report);
            }
        });

        void OnMethod(IMethodSymbol method, Action<Diagnostic> report)
        {
            OnNoStep(method, symbols, report);
            NoVerdict(method, controls, symbols, report);
            foreach (var parameter in method.Parameters)
            {
                Redacted(parameter, report);
            }
        }

        void Redacted(ISymbol symbol, Action<Diagnostic> report)
        {
            if (symbol.Attribute(symbols.Redacted) is { } attribute && redactions.Of(symbol) is { } why)
            {
                Report(report, attribute.NameLocation(), InertFact.Attribute, why, "[Redacted] on it has no effect", "remove it");
            }
        }
    }

    /// <summary>On an interface it is GVN1010's to say.</summary>
    private static void OutsideWorkflow(Step step, Action<Diagnostic> report)
    {
        if (step is { Workflow: null, Control: not StepControl.Decorated, Method.ContainingType: { TypeKind: TypeKind.Class } type })
        {
            Report(
                report, step.Attribute.NameLocation(), InertFact.OutsideWorkflow,
                $"Step '{step.Title()}' belongs to no workflow", "no governance owner, review, baseline or stage holds for it",
                $"mark '{type.Name}' [GovernedWorkflow(\"{GovernanceId.Suggest(type.Name) ?? "…"}\")]");
        }
    }

    /// <summary>What nobody acts on cannot be undone. Where a body was not read to its end, nothing is said; nor where GVN1007 says that the handler is hollow.</summary>
    private static void NothingToUndo(Step step, RuleContext context, Action<Diagnostic> report)
    {
        if (step.Tier == Tier.Low && step.Handler is { Problem: BelongingProblem.None, Method: { } handler }
            && context.Model.Of(step).All is { Actions.IsEmpty: true, NotFollowed.IsEmpty: true, Steps.IsEmpty: true, BlindSpots.IsEmpty: true }
            && context.Model.BodyOf(handler) is { } body && HollowBody.Words(body) is null
            && (step.Control == StepControl.SelfGoverned || step.Core.Method is not null))
        {
            Report(
                report, step.Attribute.LocationOf("Rollback"), InertFact.Rollback,
                $"Low step '{step.Title()}' takes no action and neither does its rollback handler '{handler.Name}'", "there is nothing to undo",
                "remove the rollback");
        }
    }

    /// <summary>An interface may inherit its steps, and a tool or a framework's slot is told by GVN2006 what its step would be.</summary>
    private static void WithoutStep(Workflow workflow, RuleContext context, Action<Diagnostic> report)
    {
        var symbols = context.Symbols;
        var methods = GovernedCode.Types(workflow.Type).Prepend(workflow.Type).SelectMany(t => t.GetMembers().OfType<IMethodSymbol>()).ToList();
        if (workflow.Type.TypeKind is TypeKind.Class or TypeKind.Interface
            && !methods.Any(m => m.Attribute(symbols.WorkflowStep) is { } step && IsOf(workflow, m, step, symbols))
            && !(workflow.Type.TypeKind == TypeKind.Interface && Decorator.HasSteps(workflow.Type, symbols))
            && !methods.Any(m => context.Model.EntryPoints.Of(m) is not null) && !context.Model.EntryPoints.InheritedBy(workflow.Type).Any())
        {
            Report(
                report, workflow.Attribute.NameLocation(), InertFact.Attribute,
                $"Workflow '{workflow.Id}' has no step", "it governs nothing", "mark what it does [WorkflowStep], or remove it");
        }
    }

    /// <summary>A half-typed step counts: it is just being written.</summary>
    private static bool IsOf(Workflow workflow, IMethodSymbol method, AttributeData step, GovernanceSymbols symbols)
        => !step.IsComplete() || GovernanceSymbols.Same(Workflow.Around(method.ContainingType, symbols)?.Type, workflow.Type);

    private static void OnNoWorkflow(INamedTypeSymbol type, GovernanceSymbols symbols, Action<Diagnostic> report)
    {
        if (type.Attribute(symbols.GovernedWorkflow) is null)
        {
            foreach (var attribute in On(type, symbols.Baseline, symbols.FailureMode, symbols.Review, symbols.Sunset))
            {
                Report(
                    report, attribute.NameLocation(), InertFact.Attribute,
                    $"'{type.Name}' is no workflow", $"[{Short(attribute)}] on it has no effect", $"remove it, or mark '{type.Name}' [GovernedWorkflow]");
            }
        }
    }

    private static void OnNoStep(IMethodSymbol method, GovernanceSymbols symbols, Action<Diagnostic> report)
    {
        if (method.Attribute(symbols.WorkflowStep) is null)
        {
            foreach (var attribute in On(method, symbols.FailureMode))
            {
                Report(
                    report, attribute.NameLocation(), InertFact.Attribute,
                    $"'{method.Name}' is no step", $"[{Short(attribute)}] on it has no effect", "move it to the step, or remove it");
            }

            foreach (var (parameter, attribute) in method.Parameters.SelectMany(p => On(p, symbols.StepService).Select(a => (p, a))))
            {
                Report(
                    report, attribute.NameLocation(), InertFact.Attribute,
                    $"'{IdleRedaction.NameOf(method)}' is no step", $"[{Short(attribute)}] on its parameter '{parameter.Name}' has no effect", "remove it");
            }
        }
    }

    private static void NoVerdict(IMethodSymbol method, ControlMembers controls, GovernanceSymbols symbols, Action<Diagnostic> report)
    {
        foreach (var attribute in On(method, symbols.HumanConfirmation))
        {
            if (controls.Of(method).Confirmation is { } form && Verdict.Problem(method, form, symbols) is { } problem)
            {
                Report(
                    report, attribute.LocationOf("ApprovedWhen"), InertFact.Attribute,
                    problem, "[HumanConfirmation] on it confirms nothing",
                    "return the verdict as a bool, name the property that holds it in ApprovedWhen, or say Throws = true; or remove it");
            }
            else if (attribute.NamedText("Binds") is { } bound && method.Parameters.All(p => p.Name != bound))
            {
                Report(
                    report, attribute.LocationOf("Binds"), InertFact.Claim,
                    $"'{method.Name}' has no parameter '{bound}'", "Binds claims nothing", "name the parameter that the yes is for");
            }
            else if (attribute.NamedText("Approver") is { } approver && Verdict.Lacks(method, approver, symbols))
            {
                Report(
                    report, attribute.LocationOf("Approver"), InertFact.Claim,
                    $"What '{method.Name}' returns has no property '{approver}'", "Approver claims nothing", "name the property that says who approved");
            }
        }
    }

    private static IEnumerable<AttributeData> On(ISymbol symbol, params INamedTypeSymbol?[] types)
        => symbol.GetAttributes().Where(a => a.IsSettled() && types.Any(t => GovernanceSymbols.Same(a.AttributeClass, t)));

    private static string Short(AttributeData attribute) => attribute.AttributeClass!.Name.Replace("Attribute", "");

    private static void Report(Action<Diagnostic> report, Location place, InertFact fact, string what, string effect, string remedy)
        => report(Diagnostic.Create(s_rule, place, RuleProperty.Of(RuleProperty.Problem, fact.ToString()), what, effect, remedy));
}

/// <summary>What kind of declaration changes nothing (GVN1014).</summary>
internal enum InertFact
{
    /// <summary>An attribute that can go.</summary>
    Attribute,

    /// <summary>The <c>Rollback</c> of a step.</summary>
    Rollback,

    /// <summary>What a mark claims beside what it says; the mark itself has an effect, so it stays.</summary>
    Claim,

    /// <summary>A step whose type is no workflow. The step itself has an effect, so it stays.</summary>
    OutsideWorkflow,
}
