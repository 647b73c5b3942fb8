using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.OperatingModel;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Generation.Reading;

/// <summary>Reads the declarations that go into the manifest and nowhere else.</summary>
internal static class DeclarationReader
{
    /// <summary>The name of a <c>RiskTier</c>; its number where it has no name, so that nothing passes for what it is not.</summary>
    public static string TierName(object? value) => value switch
    {
        null => nameof(Tier.Unspecified),
        int number when Enum.IsDefined(typeof(Tier), number) => ((Tier)number).ToString(),
        var other => other.ToString(),
    };

    public static DeclaredWorkflow? Workflow(GeneratorAttributeSyntaxContext context)
    {
        if (context.TargetSymbol is not INamedTypeSymbol type || context.Attributes[0] is not { } attribute || !attribute.IsComplete())
        {
            return null;
        }

        return GovernanceSymbols.For(context.SemanticModel.Compilation) is { } symbols ? Workflow(new(type, attribute), symbols) : null;
    }

    public static DeclaredWorkflow Workflow(Workflow workflow, GovernanceSymbols symbols) => new()
    {
        Id = workflow.Id,
        Type = workflow.Type.GetDocumentationCommentId() ?? "",
        Stage = workflow.Stage,
        Owner = workflow.Owner,
        TechnicalOwner = workflow.TechnicalOwner,
        GovernanceOwner = workflow.GovernanceOwner,
        EscalateTo = workflow.EscalateTo,
        Runbook = workflow.Runbook,
        Baselines = Declared.Baselines(workflow.Type, symbols).Select(b => new DeclaredBaseline
        {
            Metric = b.Metric, Value = b.Value, Unit = b.Unit, Target = b.Target, Kill = b.Kill, Direction = b.Direction, NotApplicable = b.NotApplicable,
        }).ToEquatableArray(),
        FailureModes = FailureModes(workflow.Type, symbols),
        Reviews = Declared.Reviews(workflow.Type, symbols)
            .Select(r => new DeclaredReview { Kind = r.Kind, EveryDays = r.EveryDays, Last = r.Last }).ToEquatableArray(),
        Sunset = Declared.Sunset(workflow.Type, symbols) is { } sunset ? new() { Date = sunset.Date, Reason = sunset.Reason } : null,
    };

    public static EquatableArray<DeclaredFailureMode> FailureModes(ISymbol symbol, GovernanceSymbols symbols)
        => Declared.FailureModes(symbol, symbols)
            .Select(m => new DeclaredFailureMode { Id = m.Id, Response = m.Response, EscalateTo = m.EscalateTo }).ToEquatableArray();

    public static DeclaredContract? Contract(GeneratorAttributeSyntaxContext context)
        => context.Attributes[0] is { } attribute && attribute.IsComplete() && Bearer(context, attribute) is { } member
            ? new()
            {
                Member = member.GetDocumentationCommentId() ?? "",
                Capability = attribute.Positional(0) as string ?? "",
                Tier = TierName(attribute.Positional(1)),
                Because = attribute.NamedText("Because"),
            }
            : null;

    /// <summary>Two parts of a type in one file are each handed the waivers of both: the manifest lists equal ones once.</summary>
    public static EquatableArray<DeclaredWaiver> Waivers(GeneratorAttributeSyntaxContext context)
        => context.Attributes
            .Where(a => a.IsComplete())
            .Select(attribute => Bearer(context, attribute) is { } bearer ? Waiver(attribute, bearer) : null)
            .OfType<DeclaredWaiver>()
            .ToEquatableArray();

    private static DeclaredWaiver Waiver(AttributeData attribute, ISymbol bearer) => new()
    {
        Rule = attribute.Positional(0) as string ?? "",
        Target = bearer is IAssemblySymbol ? attribute.NamedText("Target") ?? DeclaredWaiver.Assembly : bearer.GetDocumentationCommentId() ?? "",
        Reason = attribute.NamedText("Reason"),
        ApprovedBy = attribute.NamedText("ApprovedBy"),
        Until = attribute.NamedText("Until"),
    };

    /// <summary>
    /// What an attribute stands on in the compiled assembly: <c>[method: …]</c> at a type is on its primary constructor. Null for a local function
    /// or a lambda, which has no documentation id and is nobody's contract.
    /// </summary>
    private static ISymbol? Bearer(GeneratorAttributeSyntaxContext context, AttributeData attribute) => context.TargetSymbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } => null,
        INamedTypeSymbol type when !type.GetAttributes().Contains(attribute)
            => type.InstanceConstructors.FirstOrDefault(constructor => constructor.GetAttributes().Contains(attribute)) ?? (ISymbol)type,
        var symbol => symbol,
    };
}
