using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Generation.Models;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Generation.Reading;

/// <summary>From a step's symbols to text: beyond this point the generator holds no Roslyn object.</summary>
internal static class StepModelReader
{
    public static StepModel Read(Step step)
    {
        var declared = Declared(step);

        // Nothing is generated in C# 14's extension block, and its symbol knows little of itself: the class round it stands for it.
        var type = step.Method.ContainingType is { CanBeReferencedByName: false, ContainingType: { } around } ? around : step.Method.ContainingType;
        var isDecorated = step.Control == StepControl.Decorated;
        var isPlumbed = declared.Control == DeclaredStep.Plumbed;
        var model = new StepModel(declared, isDecorated ? DecoratorReader.ReadType(type) : TypeReader.Read(type));
        if (isDecorated ? Refusal.IsHalfTyped(type) : !isPlumbed || Refusal.IsHalfTyped(step.Method))
        {
            return model;
        }

        if (StepShape.Forbidden(step) is { Problem: not ShapeProblem.None } forbidden)
        {
            return model with { Forbidden = Refusal.Of(step, forbidden) };
        }

        var refusal = Refusal.Of(step);
        return model with
        {
            Method = isDecorated ? MethodReader.ReadExplicit(step.Method) : MethodReader.Read(step.Method),
            Plumbing = refusal is null ? PlumbingReader.Read(step, model.Type) : null,
            Refusal = refusal,
            UnusedGovernor = refusal is not null && !isDecorated && GovernorExpression.TryFind(step, out var governor) ? governor : null,
        };
    }

    /// <summary>The step's entry in the manifest.</summary>
    public static DeclaredStep Declared(Step step) => new()
    {
        Id = step.FullId,
        Member = step.Method.GetDocumentationCommentId() ?? "",
        Tier = DeclarationReader.TierName(step.Attribute.Positional(1)),
        Owner = step.Owner,
        EscalateTo = step.EscalateTo,

        // An implementing part that stands in the input is the user's, whatever it is marked with: ours is not in it.
        Control = step.Method is { IsPartialDefinition: true, PartialImplementationPart: null } ? DeclaredStep.Plumbed
                : step.Control == StepControl.Decorated ? DeclaredStep.Decorated
                : DeclaredStep.SelfGoverned,
        Rollback = step.Rollback,
        Irreversible = step.Irreversible,
        Key = step.Key,
        Question = step.Question,
        MinConfidence = step.MinConfidence,
        Allows = step.AllowedCapabilities.ToEquatableArray(),
        FailureModes = DeclarationReader.FailureModes(step.Method, step.Symbols),
        Arguments = step.Parameters.Where(p => p.Role != ParameterRole.Service).Select(p => p.Symbol.Name).ToEquatableArray(),
        Services = step.Parameters.Where(p => p.Role == ParameterRole.Service).Select(p => p.Symbol.Name).ToEquatableArray(),
        Redacted = Redaction.MembersOf(step).ToEquatableArray(),
    };
}
