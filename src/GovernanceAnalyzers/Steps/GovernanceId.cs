using System.Text.RegularExpressions;

namespace GovernanceAnalyzers.Steps;

/// <summary>The form of every id of ours: it stands in logs, manifests and on command lines for years, so it is plain.</summary>
internal static class GovernanceId
{
    public const string Form = "lower-case words of a-z and 0-9, joined by '-' or '.'";

    private static readonly Regex s_wellFormed = new("^[a-z][a-z0-9]*([-.][a-z0-9]+)*\\z", RegexOptions.CultureInvariant);

    public static bool IsWellFormed(string id) => s_wellFormed.IsMatch(id);

    /// <summary>
    /// <c>IssueRefund</c>, <c>Issue Refund</c> and <c>issue_refund</c> become <c>issue-refund</c>; null where nothing is left.
    /// </summary>
    public static string? Suggest(string name)
    {
        var words = Regex.Replace(name, "(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-").ToLowerInvariant();
        var joined = Regex.Replace(Regex.Replace(words, "[^a-z0-9.]+", "-"), "[-.]*\\.[-.]*", ".");
        var kebab = Regex.Replace(joined, "^[^a-z]+|[-.]+$", "");
        return IsWellFormed(kebab) ? kebab : null;
    }

    /// <summary>A method's name without what only says that it is awaited.</summary>
    public static string WithoutAsync(string name)
        => name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5 ? name.Substring(0, name.Length - 5) : name;
}
