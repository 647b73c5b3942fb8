using System.Security.Cryptography;
using System.Text;

namespace Governance;

/// <summary>
/// What stands in the place of a redacted value: HMAC-SHA-256 of its JSON. Equal values have equal digests, and nobody guesses one back without
/// the key, however few values there are.
/// </summary>
internal sealed class Redaction(Func<byte[]> key)
{
    /// <summary>The one member of the object that stands for a redacted value.</summary>
    public const string Member = "$redacted";

    private byte[]? _key;

    /// <summary>The key that a host gives, or the one that its log keeps.</summary>
    public static Redaction With(GovernanceOptions options, IActionLog log) => new(() => options.RedactionKey
        ?? (log as IRedactionKeyStore)?.ReadRedactionKey()
        ?? throw new InvalidOperationException("a redacted value needs a key, and this log keeps none; set GovernanceOptions.RedactionKey"));

    /// <summary>A key that nothing keeps, for JSON that is not compared with any other.</summary>
    public static Redaction Passing() => new(() => RandomNumberGenerator.GetBytes(RedactionKeyFile.Length));

    /// <param name="json">The value as canonical JSON.</param>
    public string DigestOf(string json)
        => "hmac-sha256:" + Convert.ToHexStringLower(HMACSHA256.HashData(_key ??= key(), Encoding.UTF8.GetBytes(json)));

    /// <param name="json">The value as canonical JSON.</param>
    public string Hide(string json) => $$"""{"{{Member}}":"{{DigestOf(json)}}"}""";
}
