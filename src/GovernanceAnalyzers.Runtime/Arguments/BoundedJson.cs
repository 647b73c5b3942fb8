using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Governance;

/// <summary>Canonical JSON of at most so many bytes: a sequence without end must not be written without end.</summary>
internal static class BoundedJson
{
    /// <exception cref="ValueTooLongException">It is longer.</exception>
    public static string Write(int longest, Action<Utf8JsonWriter> write)
    {
        var buffer = new Buffer(longest);

        // Not disposed: that would write what is left once more, in the middle of an exception.
        var writer = new Utf8JsonWriter(buffer, CanonicalJson.Writing);
        write(writer);
        writer.Flush();
        using var document = JsonDocument.Parse(buffer.Written);
        return CanonicalJson.Of(document.RootElement);
    }

    private sealed class Buffer(int longest) : IBufferWriter<byte>
    {
        private readonly ArrayBufferWriter<byte> _inner = new();

        public ReadOnlyMemory<byte> Written => _inner.WrittenMemory;

        public void Advance(int count)
        {
            _inner.Advance(count);
            if (_inner.WrittenCount > longest)
            {
                throw new ValueTooLongException(longest);
            }
        }

        // The writer asks for the most that a text can become, which is six times what it mostly is.
        public Memory<byte> GetMemory(int sizeHint = 0)
            => sizeHint / 8 <= longest ? _inner.GetMemory(sizeHint) : throw new ValueTooLongException(longest);

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}

/// <summary>A value is longer than a record takes.</summary>
internal sealed class ValueTooLongException(int longest)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"it is longer than {longest} bytes of JSON; hand over a path, an id or a digest of it"));
