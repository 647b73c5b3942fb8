using System.Net;
using System.Security;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Governance.Tests;

public sealed class RedactionTests
{
    private static readonly byte[] s_key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private readonly StepJson _json = new(redaction: new Redaction(() => s_key));

    public static TheoryData<object> Secrets =>
    [
        new Card("open sesame", "lena"),
        new Properties { Number = "open sesame" },
        new Derived { Number = "open sesame" },
        new Holder([new("open sesame", "lena")], new() { ["x"] = new("open sesame", "max") }),
        new NetworkCredential("lena", "open sesame"),
        Secure("open sesame"),
        new WithSecure(Secure("open sesame"), "lena"),
    ];

    [Theory, MemberData(nameof(Secrets))]
    public void A_secret_is_not_written_in_clear(object value)
    {
        var text = _json.Write(value, out var problem);
        Assert.Null(problem);
        Assert.DoesNotContain("sesame", text, StringComparison.Ordinal);
        Assert.Contains("{\"$redacted\":\"hmac-sha256:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_secrets_have_equal_digests_wherever_they_stand_and_others_have_others()
    {
        var digest = _json.WriteRedacted("open sesame", out _);
        Assert.Equal($$"""{"Holder":"lena","Number":{{digest}}}""", _json.Write(new Card("open sesame", "lena"), out _));
        Assert.NotEqual(digest, _json.WriteRedacted("open sesamy", out _));
        Assert.NotEqual(digest, new StepJson(redaction: new Redaction(() => new byte[32])).WriteRedacted("open sesame", out _));
        Assert.Equal(Secret(new NetworkCredential("a", "b")), Secret(new NetworkCredential("a", "b")));
        Assert.NotEqual(Secret(new NetworkCredential("a", "b")), Secret(new NetworkCredential("a", "c")));
        Assert.NotEqual(Secret(Secure("a")), Secret(Secure("b")));

        string Secret<T>(T value) => _json.Write(value, out _);
    }

    [Fact]
    public void The_digest_is_the_documented_one() => Assert.Equal(
        "{\"$redacted\":\"hmac-sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(s_key, "\"open sesame\""u8)) + "\"}",
        _json.WriteRedacted("open sesame", out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Nothing_is_a_value_too(string? number)
        => Assert.Contains("$redacted", _json.Write(new Card(number!, "lena"), out _), StringComparison.Ordinal);

    [Fact]
    public void What_is_redacted_cannot_be_read_back()
    {
        Assert.False(_json.TryReadBack<Card>(_json.Write(new Card("4711", "lena"), out _), out _));
        Assert.False(_json.TryReadBack<string>(_json.WriteRedacted("4711", out _), out _));
        Assert.False(_json.TryReadBack<SecureString>(_json.Write(Secure("4711"), out _), out _));
    }

    [Fact]
    public void A_converter_that_knows_nothing_of_it_is_refused()
    {
        var text = _json.Write(new Converted("open sesame"), out var problem);
        Assert.DoesNotContain("sesame", text + problem, StringComparison.Ordinal);
        Assert.Contains("a converter of its own", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resolver_that_does_not_say_which_member_it_is_is_refused()
    {
        var resolver = new DefaultJsonTypeInfoResolver
        {
            Modifiers = { info => info.Properties.ToList().ForEach(property => property.AttributeProvider = null) },
        };
        var text = new StepJson(resolver, new Redaction(() => s_key)).Write(new Card("open sesame", "lena"), out var problem);
        Assert.DoesNotContain("sesame", text + problem, StringComparison.Ordinal);
        Assert.Contains("does not say", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_is_redacted_under_another_name_too()
        => Assert.DoesNotContain("sesame", _json.Write(new Renamed("open sesame"), out _), StringComparison.Ordinal);

    [Fact]
    public void A_key_that_is_too_short_is_refused()
        => Assert.Throws<ArgumentException>(() => new GovernanceOptions { RedactionKey = new byte[31] });

    private static SecureString Secure(string text)
    {
        var secure = new SecureString();
        text.ToList().ForEach(secure.AppendChar);
        return secure;
    }

    public sealed record Card([Redacted] string Number, string Holder);

    public class Properties
    {
        [Redacted]
        public virtual string? Number { get; init; }
    }

    public sealed class Derived : Properties
    {
        public override string? Number { get; init; }
    }

    public sealed record Holder(IReadOnlyList<Card> Cards, Dictionary<string, Card> ByName);

    public sealed record WithSecure(SecureString Secret, string Name);

    public sealed record Renamed([Redacted] [property: JsonPropertyName("no")] string Number);

    [JsonConverter(typeof(Converter))]
    public sealed record Converted([Redacted] string Number);

    public sealed class Converter : JsonConverter<Converted>
    {
        public override Converted Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Converted value, JsonSerializerOptions options) => writer.WriteStringValue(value.Number);
    }
}
