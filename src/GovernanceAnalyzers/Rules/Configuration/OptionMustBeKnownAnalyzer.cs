namespace GovernanceAnalyzers.Rules.Configuration;

/// <summary>GVN9003: a setting that cannot be read is an error, never a default that nobody chose.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("The value stands in a project file, which a code fix does not edit.")]
public sealed class OptionMustBeKnownAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN9003",
        GovernanceRule.Configuration,
        "A governance option has a known value",
        "The MSBuild property {0} is '{1}', which is not {2}; until it is corrected, {3}");

    /// <summary>Makes the analyzer.</summary>
    public OptionMustBeKnownAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        var options = context.Start.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        context.OnCompilationEnd(report =>
        {
            Check(GovernanceOptions.ModeKey, v => GovernanceOptions.ParseMode(v) is not null, "enforce, adopt or consumer", "rules are enforced");
            Check(GovernanceOptions.DateKey, v => GovernanceOptions.ParseDate(v) is not null, "a date as yyyy-MM-dd", "no date is judged by the compiler");
            Check(
                GovernanceOptions.MaximumWaiverDaysKey,
                v => GovernanceOptions.ParseDays(v) is not null,
                "a whole number of days above 0",
                $"a waiver lasts at most {GovernanceOptions.DefaultMaximumWaiverDays} days");

            void Check(string key, Func<string, bool> isKnown, string known, string meanwhile)
            {
                if (GovernanceOptions.Value(options, key) is { } value && !isKnown(value))
                {
                    report(Diagnostic.Create(s_rule, Location.None, key.Substring("build_property.".Length), value, known, meanwhile));
                }
            }
        });
    }
}
