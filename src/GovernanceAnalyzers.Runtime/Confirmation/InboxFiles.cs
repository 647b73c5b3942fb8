using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Governance;

/// <summary>The files of an inbox: a request and a decision, each one flat JSON object with a hash over its content.</summary>
internal sealed partial class InboxFiles(string folder)
{
    private const string RequestFormat = "governance-request/1";
    private const string DecisionFormat = "governance-decision/1";
    private const string RequestSuffix = ".request.json";

    public string Path { get; } = new JournalFolder(folder).Inbox;

    public string RequestPath(string requestId) => In(requestId, RequestSuffix);

    public string DecisionPath(string requestId) => In(requestId, ".decision.json");

    public IEnumerable<string> RequestIds() => Directory.EnumerateFiles(Path, "R-*" + RequestSuffix)
        .Select(path => System.IO.Path.GetFileName(path)[..^RequestSuffix.Length])
        .Where(id => IdPattern().IsMatch(id));

    /// <summary>The request as its file holds it, and the hash that says so.</summary>
    public static byte[] Write(ConfirmationRequest request, out string hash) => Seal(RequestFormat, json =>
    {
        json.WriteString("request", request.RequestId);
        json.WriteString("workflow", request.Workflow);
        json.WriteString("step", request.Step);
        json.WriteString("tier", request.Tier.ToString());
        json.WriteString("question", request.Question);
        json.WriteString("arguments", ArgumentCollector.ToJson(request.Arguments));
        Optional(json, "key", request.Key);
        json.WriteString("actor", request.Actor);
        Optional(json, "onBehalfOf", request.OnBehalfOf);
        Optional(json, "authority", request.Authority);
        Optional(json, "owner", request.Owner);
        Optional(json, "rollback", request.Rollback);
        json.WriteString("digest", request.Digest);
        json.WriteString("requested", JournalRecord.Time(request.RequestedAt));
        json.WriteString("expires", JournalRecord.Time(request.ExpiresAt));
    }, out hash);

    /// <summary>The decision; <paramref name="shown"/> is the hash of the request that the person saw.</summary>
    public static byte[] Write(ConfirmationDecision decision, string shown) => Seal(DecisionFormat, json =>
    {
        json.WriteString("request", decision.RequestId);
        json.WriteString("digest", decision.Digest);
        json.WriteString("shown", shown);
        json.WriteString("verdict", decision.Verdict.ToString());
        json.WriteString("approver", decision.Approver);
        json.WriteString("assurance", JournalRecord.AssuranceWord(decision.Assurance));
        Optional(json, "reason", decision.Reason);
        json.WriteString("decided", JournalRecord.Time(decision.DecidedAt));
        json.WriteString("expires", JournalRecord.Time(decision.ExpiresAt));
    }, out _);

    /// <exception cref="ConfirmationInboxException">The file is damaged.</exception>
    public ConfirmationRequest ReadRequest(string requestId, out string hash)
    {
        var (request, seal) = Read(RequestPath(requestId), RequestFormat, requestId, fields => new ConfirmationRequest
        {
            RequestId = requestId, Workflow = fields["workflow"], Step = fields["step"], Tier = Enum.Parse<RiskTier>(fields["tier"]),
            Question = fields["question"], Arguments = Arguments(fields["arguments"]), Key = fields.GetValueOrDefault("key"),
            Actor = fields["actor"], OnBehalfOf = fields.GetValueOrDefault("onBehalfOf"), Authority = fields.GetValueOrDefault("authority"),
            Owner = fields.GetValueOrDefault("owner"), Rollback = fields.GetValueOrDefault("rollback"), Digest = fields["digest"],
            RequestedAt = JournalRecord.ReadTime(fields["requested"]), ExpiresAt = JournalRecord.ReadTime(fields["expires"]),
        });
        hash = seal;
        return request;
    }

    /// <exception cref="ConfirmationInboxException">The file is damaged.</exception>
    public ConfirmationDecision ReadDecision(string requestId, out string shown)
    {
        var ((decision, saw), _) = Read(DecisionPath(requestId), DecisionFormat, requestId, fields => (new ConfirmationDecision
        {
            RequestId = requestId, Digest = fields["digest"], Verdict = Verdict(fields["verdict"]), Approver = fields["approver"],
            Assurance = JournalRecord.ReadAssurance(fields["assurance"]), Reason = fields.GetValueOrDefault("reason"),
            DecidedAt = JournalRecord.ReadTime(fields["decided"]), ExpiresAt = JournalRecord.ReadTime(fields["expires"]),
        }, fields["shown"]));
        shown = saw;
        return decision;
    }

    /// <summary>Puts a whole file in place; false where it is there already.</summary>
    public bool TryCreate(string path, byte[] content)
    {
        Directory.CreateDirectory(Path);
        var unfinished = System.IO.Path.Combine(Path, "." + Guid.NewGuid().ToString("N") + ".tmp");
        try
        {
            using (var file = File.OpenHandle(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                RandomAccess.Write(file, content, 0);
                RandomAccess.FlushToDisk(file);
            }

            File.Move(unfinished, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private string In(string requestId, string suffix) => IdPattern().IsMatch(requestId)
        ? System.IO.Path.Combine(Path, requestId + suffix)
        : throw new ConfirmationInboxException($"'{DisplayText.Clean(requestId, 40)}' is no request id; one looks like R-7F3K2M9Q.");

    private static byte[] Seal(string format, Action<Utf8JsonWriter> write, out string hash)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, CanonicalJson.Writing))
        {
            json.WriteStartObject();
            json.WriteString("format", format);
            write(json);
            json.WriteEndObject();
        }

        hash = FieldHash.Of(format, buffer.WrittenSpan);
        return [.. buffer.WrittenSpan[..^1], .. Encoding.ASCII.GetBytes($",\"hash\":\"{hash}\"}}\n")];
    }

    private static (T Content, string Hash) Read<T>(string path, string format, string requestId, Func<Dictionary<string, string>, T> make)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            using var document = JsonDocument.Parse(bytes);
            var fields = document.RootElement.EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetString()!, StringComparer.Ordinal);
            return fields["format"] != format ? throw new FormatException($"it is not in the format {format}")
                : fields["hash"] != FieldHash.Of(format, bytes) ? throw new FormatException("its hash does not fit its content")
                : fields["request"] != requestId ? throw new FormatException($"it is about request {fields["request"]}")
                : (make(fields), fields["hash"]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new ConfirmationInboxException($"{path} is damaged and counts for nothing: {e.Message}.", e);
        }
    }

    private static List<ConfirmationArgument> Arguments(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject().Select(m => new ConfirmationArgument(m.Name, m.Value.GetRawText()))];
    }

    private static ConfirmationVerdict Verdict(string word)
        => Enum.TryParse<ConfirmationVerdict>(word, out var verdict) && verdict is ConfirmationVerdict.Approved or ConfirmationVerdict.Denied
            ? verdict
            : throw new FormatException($"'{word}' is no verdict");

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    [GeneratedRegex("^R-[0-9A-Z]{1,32}$")]
    private static partial Regex IdPattern();
}
