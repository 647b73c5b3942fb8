using System.Globalization;
using System.Text.Json;

namespace Shop.Refunds;

/// <summary>Reads refund requests from JSON Lines as customers' systems send them. One bad line never stops the file.</summary>
public static class RequestFile
{
    /// <summary>One line of the file: a request, or why it is none.</summary>
    /// <param name="Number">The line's number, from 1.</param>
    /// <param name="Request">The request.</param>
    /// <param name="Problem">Why the line is no request.</param>
    public sealed record Line(int Number, RefundRequest? Request, string? Problem);

    /// <summary>Reads the file line by line; empty lines are left out.</summary>
    /// <param name="path">The file.</param>
    public static IEnumerable<Line> Read(string path)
    {
        var number = 0;
        foreach (var text in File.ReadLines(path))
        {
            number++;
            if (text.Trim().Length > 0)
            {
                yield return Parse(text, number);
            }
        }
    }

    private static Line Parse(string text, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? new(number, ToRequest(json.RootElement, number), null)
                : new(number, null, "no JSON object");
        }
        catch (JsonException problem)
        {
            return new(number, null, $"no JSON, byte {problem.BytePositionInLine}");
        }
    }

    private static RefundRequest ToRequest(JsonElement record, int number) => new(
        Text(record, "claimNo") ?? $"line-{number}",
        Text(record, "claimNo"),
        Text(record, "orderId")?.ToUpperInvariant(),
        Text(record, "customer"),
        Amount(record),
        Text(record, "currency")?.ToUpperInvariant(),
        Text(record, "reason"),
        DateOnly.TryParseExact(Text(record, "receivedOn"), "yyyy-MM-dd", out var day) ? day : null);

    private static string? Text(JsonElement record, string name)
        => record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString()!.Trim() is { Length: > 0 } text
            ? text
            : null;

    /// <summary>A number, or a number as text with a point. <c>19,75</c> is a guess in some countries, and money is not guessed.</summary>
    private static decimal? Amount(JsonElement record)
    {
        if (!record.TryGetProperty("amount", out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
            || decimal.TryParse(Text(record, "amount"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
            ? number
            : null;
    }
}
