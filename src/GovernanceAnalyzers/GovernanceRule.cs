namespace GovernanceAnalyzers;

/// <summary>What every rule shares: categories, the help link and the two kinds of descriptor.</summary>
internal static class GovernanceRule
{
    public const string Declaration = "Governance.Declaration";
    public const string Enforcement = "Governance.Enforcement";
    public const string Accountability = "Governance.Accountability";
    public const string Stages = "Governance.Stages";
    public const string Configuration = "Governance.Configuration";
    public const string Facts = "Governance.Facts";

    public static readonly ImmutableArray<string> Categories = [Declaration, Enforcement, Accountability, Stages, Configuration, Facts];

    /// <summary>
    /// Reported by whichever analyzer, or the generator, failed inside. NotConfigurable and an error: a control that did not run must not look
    /// like one that found nothing.
    /// </summary>
    public static readonly DiagnosticDescriptor InternalFailure = Enforced(
        "GVN9099",
        Configuration,
        "A governance analyzer failed inside",
        "{0} failed inside, so its rules were not checked: {1}. Please report this with the code that shows it.");

    /// <summary>
    /// A rule that nothing but a waiver silences: with both tags, pragmas, SuppressMessage, NoWarn and configuration files have no effect.
    /// NotConfigurable alone leaves SuppressMessage open; Compiler closes it (Roslyn exempts the compiler's own diagnostics there).
    /// </summary>
    public static DiagnosticDescriptor Enforced(string id, string category, string title, string message)
        => new(id, title, message, category, DiagnosticSeverity.Error, true, helpLinkUri: HelpLink(id),
               customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler]);

    /// <summary>An ordinary rule, whose severity a project may change and whose change is itself reported (GVN3003).</summary>
    public static DiagnosticDescriptor Configurable(
        string id, string category, DiagnosticSeverity severity, string title, string message, params string[] tags)
        => new(id, title, message, category, severity, true, helpLinkUri: HelpLink(id), customTags: tags);

    /// <summary>A rule as a project sees it that has not accepted the release it came with: a warning, which no setting makes more or less of.</summary>
    public static DiagnosticDescriptor NotYetAccepted(DiagnosticDescriptor rule)
        => new(rule.Id, rule.Title, "{0}", rule.Category, DiagnosticSeverity.Warning, true, rule.Description, rule.HelpLinkUri,
               [.. rule.CustomTags.Union([WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler])]);

    public static bool IsEnforced(DiagnosticDescriptor rule)
        => rule.ImmutableCustomTags().Contains(WellKnownDiagnosticTags.NotConfigurable);

    public static string HelpLink(string id)
        => $"https://github.com/GovernanceAnalyzers/GovernanceAnalyzers/blob/main/docs/rules/{id}.md";

    private static ImmutableArray<string> ImmutableCustomTags(this DiagnosticDescriptor rule) => [.. rule.CustomTags];
}
