using System.Text.Json;
using System.Text.Json.Serialization;

namespace Governance.Testing;

/// <summary>A decision given in advance, for an unattended rehearsal. Whatever it decides is marked as no evidence in the log.</summary>
public sealed class RecordedDecision
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The step as <c>workflow/step</c>.</summary>
    public required string Step { get; init; }

    /// <summary>The operation key it is for; null for every request of the step that no other decision names.</summary>
    public string? Key { get; init; }

    /// <summary>Approved or denied.</summary>
    public required ConfirmationVerdict Verdict { get; init; }

    /// <summary>Who decides.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// Reads decisions from a JSON Lines file: <c>{"step":"refunds/issue-refund","key":"A-17/1","verdict":"Approved","by":"dana"}</c>.
    /// Empty lines and lines that begin with <c>#</c> are left out.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <returns>The decisions.</returns>
    /// <exception cref="FormatException">A line is not a decision; the message says which.</exception>
    public static IReadOnlyList<RecordedDecision> ReadFile(string path)
    {
        var decisions = new List<RecordedDecision>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
            {
                continue;
            }

            try
            {
                var decision = JsonSerializer.Deserialize<RecordedDecision>(line, s_json)!;
                MustDecide(decision);
                decisions.Add(decision);
            }
            catch (Exception e) when (e is JsonException or ArgumentException)
            {
                throw new FormatException($"{path}({number}): not a recorded decision: {e.Message}", e);
            }
        }

        return decisions;
    }

    internal static void MustDecide(RecordedDecision decision)
    {
        if (decision.Verdict is not (ConfirmationVerdict.Approved or ConfirmationVerdict.Denied))
        {
            throw new ArgumentException("A recorded decision approves or denies.", nameof(decision));
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(decision.By, nameof(decision));
    }
}
