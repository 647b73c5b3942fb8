using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2011: what is called a confirmation asks a person, and what is called a record records; looked at wherever the body can be seen.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Whom to ask, and where to record, is the project's own design.")]
public sealed class ConfirmationMustComeFromPersonAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN2011",
        GovernanceRule.Enforcement,
        "A confirmation comes from a person, and a record is written",
        "'{0}' is {1} and {2}: {3}");

    /// <summary>Makes the analyzer.</summary>
    public ConfirmationMustComeFromPersonAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        // A test scripts the person.
        if (!context.Symbols.CanDeclare || TestProject.Is(context))
        {
            return;
        }

        var model = context.Model;
        var yes = new UnaskedYes(model.Controls, new Answers(context.Compilation, model.BodyOf), model.BodyOf);
        context.OnMembers(
            type => type.GetMembers().OfType<IMethodSymbol>().Where(MayBeControl), (_, method) => method, (method, report, _) => Analyze(method, model, yes, report));
    }

    private static bool MayBeControl(IMethodSymbol method)
        => method is { IsAbstract: false, IsExtern: false, IsImplicitlyDeclared: false, PartialDefinitionPart: null }
        && (!method.GetAttributes().IsEmpty || SlotsAbove.MayHave(method));

    private static void Analyze(IMethodSymbol method, GovernanceModel model, UnaskedYes yes, Action<Diagnostic> report)
    {
        var control = model.Controls.Of(method);
        if (control.Confirmation is { } form && yes.Of(method, form) is { } hollow)
        {
            Report(method, hollow.Place, "a confirmation", hollow.Words, "ask a person, and say no, or that nobody has decided, until one says yes", report);
        }
        else if (control.Log is not null && model.BodyOf(method) is { } body && HollowBody.Words(body) is { } words and ("is empty" or "returns at once"))
        {
            Report(method, null, "a record of the action", words, "write it where it lasts, and throw where that fails", report);
        }
    }

    private static void Report(IMethodSymbol method, SyntaxNode? place, string what, string words, string remedy, Action<Diagnostic> report)
        => report(Diagnostic.Create(
            s_rule, place?.GetLocation() ?? method.Locations.FirstOrDefault() ?? Location.None, $"{method.ContainingType.Name}.{method.Name}", what, words, remedy));
}
