using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Governance;

/// <summary>One line of the journal: its fields, and the hash that chains it to the line before. docs/journal-format.md.</summary>
internal static class JournalRecord
{
    /// <summary>What stands for the hash before the first record.</summary>
    public const string NoHash = "0000000000000000000000000000000000000000000000000000000000000000";

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    private static readonly byte[] s_hashMember = ",\"hash\":\""u8.ToArray();

    /// <summary>Writes a record as one line without its line feed.</summary>
    public static byte[] Write(long sequence, string before, ActionRecord record, string? input, string? output, out string hash)
    {
        var buffer = new ArrayBufferWriter<byte>(768);
        using (var json = new Utf8JsonWriter(buffer, CanonicalJson.Writing))
        {
            json.WriteStartObject();
            json.WriteNumber("seq", sequence);
            json.WriteString("time", Time(record.Time));
            json.WriteString("workflow", record.Workflow);
            json.WriteString("step", record.Step);
            json.WriteString("request", record.RequestId);
            Text(json, "parent", record.ParentRequestId);
            json.WriteString("state", record.State);
            json.WriteString("tier", record.Tier.ToString().ToLowerInvariant());
            Text(json, "key", record.Key);
            Text(json, "actor", record.Actor);
            Text(json, "model", record.Model);
            Text(json, "onBehalfOf", record.OnBehalfOf);
            Text(json, "authority", record.Authority);
            Number(json, "confidence", record.Confidence);
            Text(json, "approver", record.Approver);
            Text(json, "assurance", record.Assurance is { } assurance ? AssuranceWord(assurance) : null);
            Text(json, "digest", record.Digest);
            Text(json, "expires", record.ExpiresAt is { } expires ? Time(expires) : null);
            Text(json, "reason", record.Reason);
            Text(json, "error", record.Error);
            Number(json, "latencyMs", record.LatencyMs);
            Text(json, "input", input);
            Text(json, "output", output);
            Text(json, "stepDigest", record.StepDigest);
            Text(json, "declaredDigest", record.DeclaredDigest);
            if (record.NotEvidence)
            {
                json.WriteBoolean("notEvidence", true);
            }

            json.WriteString("prev", before);
            json.WriteEndObject();
        }

        // Hashed as read, not as given: writer and verifier then share one definition of the bytes under the hash.
        hash = Hash(buffer.WrittenSpan);
        return [.. buffer.WrittenSpan[..^1], .. s_hashMember, .. Encoding.ASCII.GetBytes(hash), (byte)'"', (byte)'}'];
    }

    /// <summary>What the record's hash has to be.</summary>
    public static string Hash(ReadOnlySpan<byte> line) => FieldHash.Of("governance-journal/1", line);

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">The line is not a record.</exception>
    public static LoggedAction Parse(ReadOnlyMemory<byte> line) => Parse(line, out _);

    /// <summary>Reads a line, and the hash of the record before as the line names it.</summary>
    /// <exception cref="JsonException">The line is not a record.</exception>
    public static LoggedAction Parse(ReadOnlyMemory<byte> line, out string before)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        try
        {
            before = root.GetProperty("prev").GetString()!;
            return new LoggedAction
            {
                Position = new LogPosition(root.GetProperty("seq").GetInt64(), root.GetProperty("hash").GetString()!),
                InputDigest = Optional(root, "input"),
                OutputDigest = Optional(root, "output"),
                Record = new ActionRecord
                {
                    Time = ReadTime(root.GetProperty("time").GetString()!),
                    Workflow = root.GetProperty("workflow").GetString()!,
                    Step = root.GetProperty("step").GetString()!,
                    RequestId = root.GetProperty("request").GetString()!,
                    ParentRequestId = Optional(root, "parent"),
                    State = root.GetProperty("state").GetString()!,
                    Tier = Enum.Parse<RiskTier>(root.GetProperty("tier").GetString()!, ignoreCase: true),
                    Key = Optional(root, "key"),
                    Actor = Optional(root, "actor"),
                    Model = Optional(root, "model"),
                    OnBehalfOf = Optional(root, "onBehalfOf"),
                    Authority = Optional(root, "authority"),
                    Confidence = OptionalNumber(root, "confidence"),
                    Approver = Optional(root, "approver"),
                    Assurance = Optional(root, "assurance") is { } word ? ReadAssurance(word) : null,
                    Digest = Optional(root, "digest"),
                    ExpiresAt = Optional(root, "expires") is { } expires ? ReadTime(expires) : null,
                    Reason = Optional(root, "reason"),
                    Error = Optional(root, "error"),
                    LatencyMs = OptionalNumber(root, "latencyMs"),
                    StepDigest = Optional(root, "stepDigest"),
                    DeclaredDigest = Optional(root, "declaredDigest"),
                    NotEvidence = root.TryGetProperty("notEvidence", out var mark) && mark.GetBoolean(),
                },
            };
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new JsonException("The line is JSON but not a record of the action log: " + e.Message, e);
        }
    }

    public static string AssuranceWord(ConfirmationAssurance assurance) => assurance switch
    {
        ConfirmationAssurance.OsAccount => "os-account",
        _ => assurance.ToString().ToLowerInvariant(),
    };

    public static ConfirmationAssurance ReadAssurance(string word)
        => Enum.Parse<ConfirmationAssurance>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset ReadTime(string text)
        => DateTimeOffset.ParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
    }

    private static string? Optional(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static double? OptionalNumber(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetDouble() : null;
}
