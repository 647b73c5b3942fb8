using System.Globalization;
using System.Text;

namespace Governance;

/// <summary>A request as a person reads it before deciding: complete, and without characters that show something else than is there.</summary>
public static class ConfirmationText
{
    private const int LongestArgument = 2000;

    /// <summary>Describes a request in lines of plain text.</summary>
    /// <param name="request">The request.</param>
    /// <param name="now">The time now, for the time that is left.</param>
    /// <returns>Lines, each with a line feed.</returns>
    public static string Describe(ConfirmationRequest request, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        var text = new StringBuilder();
        text.Append(Clean(request.RequestId)).Append("  ").Append(request.Tier.ToString().ToUpperInvariant()).Append("  ")
            .Append(Clean(request.Workflow)).Append('/').Append(Clean(request.Step)).Append('\n');
        text.Append("  ").Append(Clean(request.Question)).Append('\n');
        Line(text, "asked by", request.OnBehalfOf is null ? request.Actor : $"{request.Actor}, on behalf of {request.OnBehalfOf}");
        Line(text, "authority", request.Authority);
        Line(text, "owner", request.Owner);
        Line(text, "key", request.Key);
        Line(text, "rollback", Rollback(request.Rollback));
        Line(text, "time left", TimeLeft(request.ExpiresAt, now));
        foreach (var argument in request.Arguments)
        {
            Line(text, argument.Name, DisplayText.Clean(argument.Json, LongestArgument));
        }

        return text.ToString();
    }

    /// <summary>The time that is left, such as <c>1 h 30 min (until 2026-01-05 18:00Z)</c>.</summary>
    /// <param name="until">When the request ends.</param>
    /// <param name="now">The time now.</param>
    /// <returns>The words.</returns>
    public static string TimeLeft(DateTimeOffset until, DateTimeOffset now)
    {
        var left = until - now;
        var words = left <= TimeSpan.Zero ? "none"
            : left < TimeSpan.FromMinutes(1) ? string.Create(CultureInfo.InvariantCulture, $"{left.Seconds} s")
            : left < TimeSpan.FromHours(1) ? string.Create(CultureInfo.InvariantCulture, $"{left.Minutes} min")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalHours} h {left.Minutes} min");
        return string.Create(CultureInfo.InvariantCulture, $"{words} (until {until.UtcDateTime:yyyy-MM-dd HH:mm}Z)");
    }

    private static string Rollback(string? rollback) => rollback switch
    {
        null => "none",
        _ when rollback.StartsWith("irreversible", StringComparison.Ordinal) => "IRREVERSIBLE" + rollback["irreversible".Length..],
        _ => rollback,
    };

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append("  ").Append(Clean(name).PadRight(10)).Append(' ').Append(Clean(value)).Append('\n');
        }
    }

    private static string Clean(string text) => DisplayText.Clean(text);
}
