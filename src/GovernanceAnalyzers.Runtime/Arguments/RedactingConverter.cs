using System.Net;
using System.Runtime.InteropServices;
using System.Security;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Governance;

/// <summary>Writes the digest of a value in its place. What is on no record cannot be read back.</summary>
internal sealed class RedactingConverter(Redaction redaction) : JsonConverter<object>
{
    public override bool HandleNull => true;

    public override bool CanConvert(Type typeToConvert) => true;

    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => throw new JsonException("The value is redacted, and so on no record.");

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options)
    {
        var json = value is null ? "null" : CanonicalJson.Of(JsonSerializer.SerializeToElement(value, options.GetTypeInfo(value.GetType())));
        writer.WriteRawValue(redaction.Hide(json), skipInputValidation: true);
    }
}

/// <summary>A type that holds nothing but a secret is redacted wherever it stands: its own members would show a length, or the password.</summary>
internal sealed class SecretConverter<T>(Redaction redaction, Func<T, string> read) : JsonConverter<T>
    where T : class
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => throw new JsonException("The value is redacted, and so on no record.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        => writer.WriteRawValue(redaction.Hide(StepJson.Quote(read(value))), skipInputValidation: true);
}

/// <summary>The converters of all such types.</summary>
internal static class SecretConverters
{
    public static IEnumerable<JsonConverter> All(Redaction redaction) =>
    [
        new SecretConverter<SecureString>(redaction, Text),
        new SecretConverter<NetworkCredential>(redaction, c => $"{c.Domain}\n{c.UserName}\n{c.Password}"),
    ];

    private static string Text(SecureString secret)
    {
        var memory = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            return Marshal.PtrToStringUni(memory, secret.Length);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(memory);
        }
    }
}
