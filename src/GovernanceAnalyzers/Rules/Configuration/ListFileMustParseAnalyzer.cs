using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.Backlog;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Owners;

namespace GovernanceAnalyzers.Rules.Configuration;

/// <summary>GVN9001: a line of a project's list that does not parse would be an action that nobody checks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("What a line was meant to say about a symbol is for its author; the message names the place.")]
public sealed class ListFileMustParseAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN9001",
        GovernanceRule.Configuration,
        "A list of the project can be read",
        "This line cannot be used: {0}");

    /// <summary>Makes the analyzer.</summary>
    public ListFileMustParseAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnAdditionalFile((file, report) =>
    {
        var mistakes = context.Lists.Of(file) is { } list ? list.File.Mistakes
                     : context.Lists.Controls.FirstOrDefault(c => c.Path == file.Path) is { } controls ? controls.Mistakes
                     : BacklogFile.Is(file) ? BacklogFile.Parse(file).Mistakes
                     : OwnersFile.Is(file, context.Start.Options) ? OwnersFile.Parse(file).Mistakes
                     : EquatableArray<ListMistake>.Empty;
        foreach (var mistake in mistakes)
        {
            report(Diagnostic.Create(s_rule, Location.Create(file.Path, mistake.Span, mistake.Lines), mistake.Message));
        }
    });
}
