using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1012: what looks like a secret does not go to people and to the action log as it is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretMustBeRedactedAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1012",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Warning,
        "A secret is redacted",
        "'{0}' of step '{1}' is a secret by {2}: mark {3} [Redacted], so that people and the action log get a digest of it and the manifest says so");

    /// <summary>Makes the analyzer.</summary>
    public SecretMustBeRedactedAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        var secrets = new Secrets(context.Symbols, context.Options);
        context.OnStep((step, report) =>
        {
            // A self-governed step decides itself what it shows and writes.
            if (step.Control != StepControl.SelfGoverned)
            {
                foreach (var secret in secrets.In(step))
                {
                    report(Diagnostic.Create(
                        s_rule,
                        (secret.Parameter ?? (ISymbol)step.Method).Locations[0],
                        RuleProperty.Of(RuleProperty.Suggestion, secret.Path),
                        secret.Path, step.Title(), secret.Sign, ToMark(secret)));
                }
            }
        });
    }

    /// <summary>A member of a library's type cannot be marked; then the parameter is, and what it holds with it.</summary>
    private static string ToMark(Secret secret) => secret switch
    {
        { Member: IParameterSymbol } => "it",
        { Member.Locations: [{ IsInSource: true }, ..] } => $"'{secret.Member.ContainingType.Name}.{secret.Member.Name}'",
        { Parameter: { } parameter } => $"the parameter '{parameter.Name}'",
        _ => "a result of your own type",
    };
}
