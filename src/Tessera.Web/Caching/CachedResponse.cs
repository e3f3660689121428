using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Tessera.Web.Caching;

/// <summary>
/// A response that is kept: its headers, and its body compressed once in both ways that browsers take, each with an entity tag of its own. The plain body, which is five times as long and which hardly anybody
/// asks for, is unpacked again for who does.
/// </summary>
internal sealed class CachedResponse
{
    private const int LeastToCompress = 400;
    private const int OwnSize = 1024;
    private const int BrotliQuality = 9;
    private const int BrotliWindow = 16;
    private const string Revalidate = "public, max-age=0, must-revalidate";
    private static readonly string[] OfTheConnection = [HeaderNames.ContentLength, HeaderNames.Date, HeaderNames.Server];
    private readonly Body _plain;
    private readonly Body? _brotli;
    private readonly Body? _gzip;

    /// <param name="headers">As the page set them; a Cache-Control of its own stays.</param>
    /// <param name="tag">The office whose change makes it stale.</param>
    /// <param name="generation">Of the cache when the page began to be made.</param>
    public CachedResponse(byte[] body, IEnumerable<KeyValuePair<string, StringValues>> headers, string tag, long generation)
    {
        var said = headers.ToDictionary(StringComparer.OrdinalIgnoreCase);
        (Headers, Tag, Generation) = (Prepared(said), tag, generation);
        var hash = Convert.ToHexStringLower(SHA256.HashData(body)[..12]);
        if (body.Length < LeastToCompress || IsCompressedAlready(said.GetValueOrDefault(HeaderNames.ContentType).ToString()))
        {
            _plain = new Body(body, null, $"\"{hash}\"");
            Size = OwnSize + body.Length;
            return;
        }

        var (brotli, gzip, length) = (Brotli(body), Gzip(body), body.Length);
        _plain = new Body(length, () => Unpacked(brotli, length), null, $"\"{hash}\"");
        _brotli = new Body(brotli, "br", $"\"{hash}-br\"");
        _gzip = new Body(gzip, "gzip", $"\"{hash}-gz\"");
        Size = OwnSize + brotli.Length + gzip.Length;
    }

    /// <summary>Everything but entity tag, coding and length, which go with the body.</summary>
    public KeyValuePair<string, StringValues>[] Headers { get; }

    /// <summary>The office whose change makes it stale.</summary>
    public string Tag { get; }

    /// <summary>Of the cache when the page began to be made.</summary>
    public long Generation { get; }

    /// <summary>When it was last asked for, on the cache's own clock.</summary>
    public long LastUsed { get; set; }

    /// <summary>Bytes in memory.</summary>
    public int Size { get; }

    /// <summary>The best body that the reader takes.</summary>
    public Body For(StringValues acceptEncoding)
    {
        if (_brotli is null || acceptEncoding.Count == 0) return _plain;
        var accepted = acceptEncoding.Count == 1 ? acceptEncoding[0] : acceptEncoding.ToString();
        return AcceptedCodings.Takes(accepted, "br") ? _brotli : AcceptedCodings.Takes(accepted, "gzip") ? _gzip! : _plain;
    }

    private static KeyValuePair<string, StringValues>[] Prepared(Dictionary<string, StringValues> said)
    {
        var kept = said.Where(h => !OfTheConnection.Contains(h.Key, StringComparer.OrdinalIgnoreCase)).ToDictionary(StringComparer.OrdinalIgnoreCase);
        kept.TryAdd(HeaderNames.CacheControl, Revalidate);
        kept[HeaderNames.Vary] = string.Join(", ", said.GetValueOrDefault(HeaderNames.Vary).Append(HeaderNames.AcceptEncoding));
        return [.. kept];
    }

    private static bool IsCompressedAlready(string type) =>
        type.Contains("openxmlformats", StringComparison.OrdinalIgnoreCase)
        || (type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) && !type.StartsWith("image/svg", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// In one piece and with a window of 64 KB, for which Brotli keeps one MB: with its usual window it takes a page's hash table of 32 MB each time, ten times as long, and the allocator keeps what was touched of it. The
    /// portal's pages come out no longer.
    /// </summary>
    private static byte[] Brotli(byte[] body)
    {
        var target = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(body.Length));
        try
        {
            return BrotliEncoder.TryCompress(body, target, out var length, BrotliQuality, BrotliWindow) ? target[..length] : throw new InvalidOperationException("Brotli needs more than its bound.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(target);
        }
    }

    private static byte[] Gzip(byte[] body)
    {
        using var target = new MemoryStream(body.Length / 4);
        using (var stream = new GZipStream(target, CompressionLevel.SmallestSize)) stream.Write(body);
        return target.ToArray();
    }

    private static byte[] Unpacked(byte[] brotli, int length)
    {
        var body = new byte[length];
        return BrotliDecoder.TryDecompress(brotli, body, out var written) && written == length ? body : throw new InvalidOperationException("A body that was packed here cannot be unpacked.");
    }

    /// <summary>A body in one coding.</summary>
    /// <param name="bytes">Called by who sends it, once for each time.</param>
    public sealed class Body(int length, Func<byte[]> bytes, string? coding, string entityTag)
    {
        public Body(byte[] kept, string? coding, string entityTag)
            : this(kept.Length, () => kept, coding, entityTag)
        {
        }

        public int Length => length;

        public byte[] Bytes => bytes();

        public StringValues Coding { get; } = coding is null ? StringValues.Empty : new StringValues(coding);

        public StringValues EntityTag { get; } = new(entityTag);

        /// <summary>Does the reader have it already (RFC 9110, 13.1.2; weakly compared)?</summary>
        public bool Matches(StringValues ifNoneMatch)
        {
            foreach (var header in ifNoneMatch)
            {
                if (header is null) continue;
                if (header == "*" || header.Contains(entityTag, StringComparison.Ordinal)) return true;
            }

            return false;
        }
    }
}
