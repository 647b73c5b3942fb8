namespace GovernanceAnalyzers.Rules.Configuration;

/// <summary>GVN9003: a setting that cannot be read, or is none, is an error, never a default that nobody chose.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("The setting stands in a project or configuration file, which a code fix does not edit.")]
public sealed class OptionMustBeKnownAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN9003",
        GovernanceRule.Configuration,
        "A governance option has a known name and a known value",
        "The governance option {0} {1}; {2}");

    /// <summary>Makes the analyzer.</summary>
    public OptionMustBeKnownAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        var provider = context.Start.Options.AnalyzerConfigOptionsProvider;
        context.OnCompilationEnd(report =>
        {
            foreach (var setting in GovernanceSetting.All)
            {
                if (setting.In(provider.GlobalOptions) is { } value && !setting.CanRead(value))
                {
                    report(Diagnostic.Create(
                        s_rule, Location.None, setting.Name, $"is '{value}', which is not {setting.Values}", $"until it is corrected, {setting.Unread}"));
                }
            }

            foreach (var name in Misnamed(context.Compilation, provider))
            {
                report(Diagnostic.Create(
                    s_rule, Location.None, name, "is none of this version and has no effect",
                    NearName.Of(name, GovernanceSetting.All.Select(s => s.Name)) is { } near ? $"did you mean {near}?" : "remove it, or see docs/options.md"));
            }
        });
    }

    /// <summary>Through the files' options too: a section of an <c>.editorconfig</c> is not seen globally.</summary>
    private static IEnumerable<string> Misnamed(Compilation compilation, AnalyzerConfigOptionsProvider provider)
        => compilation.SyntaxTrees.Select(provider.GetOptions).Prepend(provider.GlobalOptions).Distinct()
            .SelectMany(Keys)
            .Select(GovernanceSetting.Misnamed)
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(name => name, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Keys(AnalyzerConfigOptions options)
    {
        try
        {
            return options.Keys;
        }
        catch (NotImplementedException)
        {
            // A host of its own kind need not list them.
            return [];
        }
    }
}
