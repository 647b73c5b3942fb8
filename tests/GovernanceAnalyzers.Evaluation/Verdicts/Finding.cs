using System.Globalization;
using System.Text.RegularExpressions;

namespace GovernanceAnalyzers.Evaluation.Verdicts;

/// <summary>A diagnostic of ours, and the action that it is about where it is about one.</summary>
internal sealed partial class Finding
{
    /// <summary>The rule that says what was found at a tool, whatever it was: not a finding, but it tells a tool that was not seen from one that does nothing.</summary>
    public const string Facts = "GVN0001";

    public Finding(Diagnostic diagnostic)
    {
        Diagnostic = diagnostic;
        Message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        var said = Action().Match(Message);
        Capability = diagnostic.Properties.GetValueOrDefault("capability") ?? (said.Success ? said.Groups["capability"].Value : null);
        Tier = diagnostic.Properties.GetValueOrDefault("tier") ?? (said.Success ? said.Groups["tier"].Value : null);
        EntryPoint = diagnostic.Properties.GetValueOrDefault("entryPoint");
    }

    public Diagnostic Diagnostic { get; }

    public string Id => Diagnostic.Id;

    public string Message { get; }

    public string? Capability { get; }

    public string? Tier { get; }

    /// <summary>The entry point that it is about, as a backlog line calls it.</summary>
    public string? EntryPoint { get; }

    public bool IsError => Diagnostic.Severity == DiagnosticSeverity.Error;

    /// <summary>Somebody is told that an action is not under control.</summary>
    public bool IsOfAction => Id.StartsWith("GVN2", StringComparison.Ordinal) && Capability is not null && Diagnostic.Severity >= DiagnosticSeverity.Warning;

    /// <summary>The action is guessed by the name of a member of which nothing else is known, so that what kind of action it is nobody says.</summary>
    public bool IsByName => IsOfAction && Capability == "unknown.action";

    public string Short => Capability is null ? $"{Id} {Diagnostic.Severity}" : $"{Id} {Capability} ({Tier})";

    public string Where(string folder) => Diagnostic.Location.IsInSource
        ? $"{Path.GetRelativePath(folder, Diagnostic.Location.GetLineSpan().Path).Replace('\\', '/')}:{Diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}"
        : "no place";

    [GeneratedRegex(@"\b(?<capability>[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+) \((?<tier>Low|Medium|High)\)")]
    private static partial Regex Action();
}
