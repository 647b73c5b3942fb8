namespace GovernanceAnalyzers.Steps;

/// <summary>Who writes a step's controls.</summary>
internal enum StepControl
{
    /// <summary>A partial step without a user-written implementing part: the generator does.</summary>
    Plumbed,

    /// <summary>A step that others implement, on an interface: the generator does, in the decorator that stands before them.</summary>
    Decorated,

    /// <summary>A step with a user-written body: its author does, and the analyzers prove that they hold.</summary>
    SelfGoverned,
}

/// <summary>
/// A method marked <c>[WorkflowStep]</c>, as declared. Rules and generator read the same one; what is wrong with it is kept, not thrown.
/// </summary>
internal sealed class Step
{
    // Rules and generator ask for these again and again. Two threads may both look: they find the same.
    private CoreBody? _core;
    private RollbackHandler? _handler;
    private GovernorAccess? _governor;

    public Step(IMethodSymbol method, AttributeData attribute, GovernanceSymbols symbols)
    {
        Method = method;
        Attribute = attribute;
        Symbols = symbols;
        Workflow = Workflow.Around(method.ContainingType, symbols);
        Id = attribute.Positional(0) as string ?? "";
        HasTierArgument = attribute.ConstructorArguments.Length > 1;
        Tier = attribute.Positional(1) is int tier and > 0 and <= 3 ? (Tier)tier : Tier.Unspecified;
        Control = PlumbedBy(method) ? StepControl.Plumbed : Decorator.CanHold(method) ? StepControl.Decorated : StepControl.SelfGoverned;
        Parameters = [.. method.Parameters.Select(p => new StepParameter(p, ParameterRoles.Of(p, symbols), Redaction.IsRedacted(p, symbols)))];
        Return = StepReturn.Of(method.ReturnType, symbols);
    }

    public GovernanceSymbols Symbols { get; }

    /// <summary>The declaring part of a partial method; the method itself otherwise.</summary>
    public IMethodSymbol Method { get; }

    public AttributeData Attribute { get; }

    public Workflow? Workflow { get; }

    public string Id { get; }

    /// <summary><c>workflow/step</c>; the step's id alone outside a workflow.</summary>
    public string FullId => Workflow is null ? Id : $"{Workflow.Id}/{Id}";

    /// <summary>A tier is written, be it a defined one or not.</summary>
    public bool HasTierArgument { get; }

    /// <summary>The declared tier; <see cref="Tier.Unspecified"/> where it is missing or no defined value.</summary>
    public Tier Tier { get; }

    /// <summary>Medium or High: needs confirmation, rollback and an escalation path.</summary>
    public bool NeedsConfirmation => Tier >= Tier.Medium;

    public StepControl Control { get; }

    public ImmutableArray<StepParameter> Parameters { get; }

    public StepReturn Return { get; }

    public string? OwnOwner => Attribute.NamedText("Owner");

    /// <summary>The step's owner, its own or its workflow's.</summary>
    public string? Owner => OwnOwner ?? Workflow?.Owner;

    /// <summary>The escalation target, the step's own or its workflow's.</summary>
    public string? EscalateTo => Attribute.NamedText("EscalateTo") ?? Workflow?.EscalateTo;

    public string? Rollback => Attribute.NamedText("Rollback");

    public string? Irreversible => Attribute.NamedText("Irreversible");

    public string? Key => Attribute.NamedText("Key");

    public string? Question => Attribute.NamedText("Question");

    /// <summary>The confidence below which a human decides; null where none is declared.</summary>
    public double? MinConfidence => Attribute.Named("MinConfidence") is double number && !double.IsNaN(number) ? number : null;

    /// <summary>The capabilities the step is allowed to reach, as written; null where it may reach any that its tier covers.</summary>
    public string? Allows => Attribute.NamedText("Allows");

    /// <summary>The capabilities the step is allowed to reach, word by word; empty where it may reach any that its tier covers.</summary>
    public ImmutableArray<string> AllowedCapabilities => [.. Allowance.Words(Allows)];

    /// <summary><c>IssueRefundAsync</c> → <c>IssueRefundCoreAsync</c>, <c>Issue</c> → <c>IssueCore</c>.</summary>
    public string CoreName => Method.Name.EndsWith("Async", StringComparison.Ordinal) && Method.Name.Length > 5
        ? Method.Name.Substring(0, Method.Name.Length - 5) + "CoreAsync"
        : Method.Name + "Core";

    /// <summary>The method in which a plumbed step does its work.</summary>
    public CoreBody Core => _core ??= CoreBody.Find(this);

    /// <summary>The rollback handler that the step names; null where it names none.</summary>
    public RollbackHandler? Handler => Rollback is { } name ? _handler ??= RollbackHandler.Find(this, name) : null;

    /// <summary>How its plumbing reaches the governor.</summary>
    public GovernorAccess Governor => _governor ??= GovernorAccess.Of(Method, Symbols);

    /// <summary>An implementing part that claims to be generated and is not is its author's: the analyzers look into it.</summary>
    private static bool PlumbedBy(IMethodSymbol method)
        => method.IsPartialDefinition && (method.PartialImplementationPart is not { } body || GeneratedPart.IsOurs(body));
}

/// <summary>A parameter of a step, and what it is to governance.</summary>
internal readonly record struct StepParameter(IParameterSymbol Symbol, ParameterRole Role, bool IsRedacted);
