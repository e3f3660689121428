using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Tessera.Interchange.Documents.Archives;

/// <summary>
/// How much one file may still unpack to, whichever of its parts asks: a counter that stops in the middle of a stream. Memory: one buffer, and what a caller keeps.
/// </summary>
internal sealed class Unpacking(long most)
{
    private long _left = most;

    /// <summary>Whether something was larger than what was left.</summary>
    public bool IsExhausted { get; private set; }

    public static Stream Open(ReadOnlyMemory<byte> content) => MemoryMarshal.TryGetArray(content, out var segment)
        ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
        : new MemoryStream(content.ToArray(), writable: false);

    public static Stream Open(ZipMember member) =>
        member.IsDeflated ? new DeflateStream(Open(member.Packed), CompressionMode.Decompress) : Open(member.Packed);

    /// <summary>Unpacks for the count alone, and keeps nothing.</summary>
    /// <returns>The bytes that came before the end or the limit.</returns>
    public long Count(Stream stream) => Copy(stream, null, long.MaxValue);

    /// <summary>Unpacks at most <paramref name="mostOfThis"/> bytes.</summary>
    /// <exception cref="InvalidDataException">The stream is broken.</exception>
    public byte[] Bytes(Stream stream, long mostOfThis)
    {
        using var kept = new MemoryStream();
        Copy(stream, kept, mostOfThis);
        return kept.ToArray();
    }

    private long Copy(Stream stream, MemoryStream? kept, long mostOfThis)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(65_536);
        var counted = 0L;
        while (!IsExhausted && stream.Read(buffer, 0, (int)Math.Min(buffer.Length, mostOfThis - counted)) is var read and > 0)
        {
            counted += read;
            _left -= read;
            if (_left < 0) IsExhausted = true;
            else kept?.Write(buffer, 0, read);
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return counted;
    }
}
