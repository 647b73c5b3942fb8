using GovernanceAnalyzers.Rules.Accountability;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1002: a project that keeps a list of its owners means those on it, and a misspelt name is nobody who could be asked.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameMustBeListedAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1002",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Warning,
        "Whoever a declaration names is on the owners list",
        "{0} '{1}' of {2} is not on the owners list: write {3}, or add a line to {4}");

    /// <summary>The properties that name a person, team, role or channel, on whichever of our attributes they are.</summary>
    private static readonly ImmutableArray<string> s_properties = ["Owner", "GovernanceOwner", "TechnicalOwner", "EscalateTo", "ApprovedBy"];

    /// <summary>Makes the analyzer.</summary>
    public NameMustBeListedAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        if (!context.Symbols.CanDeclare || !context.Owners.IsConfigured)
        {
            return;
        }

        foreach (var kind in (SymbolKind[])[SymbolKind.NamedType, SymbolKind.Method, SymbolKind.Property])
        {
            context.OnMarked(kind, (symbol, report) =>
            {
                // A partial method's attributes are those of both its parts.
                if (symbol is not (IMethodSymbol { PartialDefinitionPart: not null } or IPropertySymbol { PartialDefinitionPart: not null }))
                {
                    foreach (var attribute in symbol.GetAttributes().Where(a => IsOurs(a, context.Symbols)))
                    {
                        Analyze(attribute, symbol, context, report);
                    }
                }
            });
        }

        context.OnWaiver((waiver, report) => Analyze(
            waiver.Attribute, waiver.On, context, waiver.IsOnAssembly ? context.Waivable(null, report) : report));
    }

    private static void Analyze(AttributeData attribute, ISymbol symbol, RuleContext context, Action<Diagnostic> report)
    {
        if (!attribute.IsSettled())
        {
            return;
        }

        foreach (var property in s_properties)
        {
            if (attribute.NamedText(property)?.Trim() is { } name && Answer.IsGiven(name) && !context.Owners.Has(name))
            {
                var near = context.Owners.Near(name);
                report(Diagnostic.Create(
                    s_rule,
                    attribute.LocationOf(property),
                    RuleProperty.Of(RuleProperty.Suggestion, near),
                    property,
                    name,
                    Words(attribute, symbol, context.Symbols),
                    near is null ? "a name that is" : $"'{near}'",
                    context.Owners.FileName));
            }
        }
    }

    /// <summary>Waivers apart, which may stand on the assembly too.</summary>
    private static bool IsOurs(AttributeData attribute, GovernanceSymbols symbols)
        => symbols.IsOurs(attribute) && !GovernanceSymbols.Same(attribute.AttributeClass, symbols.GovernanceWaiver);

    private static string Words(AttributeData attribute, ISymbol symbol, GovernanceSymbols symbols)
        => GovernanceSymbols.Same(attribute.AttributeClass, symbols.GovernanceWaiver) ? $"the waiver of {attribute.Positional(0)}"
         : symbol is IMethodSymbol method && symbols.StepOf(method) is { } step ? $"step '{step.Title()}'"
         : symbol is INamedTypeSymbol type && Workflow.Around(type, symbols) is { } workflow ? $"workflow '{workflow.Id}'"
         : $"'{symbol.Name}'";
}
