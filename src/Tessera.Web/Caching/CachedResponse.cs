using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Tessera.Web.Caching;

/// <summary>A response that is kept: its headers, and its body plain and compressed once, each with an entity tag of its own.</summary>
internal sealed class CachedResponse
{
    private const int LeastToCompress = 400;
    private const int OwnSize = 1024;
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
        _plain = new Body(body, null, $"\"{hash}\"");
        if (body.Length < LeastToCompress || IsCompressedAlready(said.GetValueOrDefault(HeaderNames.ContentType).ToString())) return;
        _brotli = new Body(Compressed(body, s => new BrotliStream(s, new BrotliCompressionOptions { Quality = 9 })), "br", $"\"{hash}-br\"");
        _gzip = new Body(Compressed(body, s => new GZipStream(s, CompressionLevel.SmallestSize)), "gzip", $"\"{hash}-gz\"");
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
    public int Size => _plain.Bytes.Length + (_brotli?.Bytes.Length ?? 0) + (_gzip?.Bytes.Length ?? 0) + OwnSize;

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

    private static byte[] Compressed(byte[] body, Func<Stream, Stream> compressor)
    {
        using var target = new MemoryStream(body.Length / 4);
        using (var stream = compressor(target)) stream.Write(body);
        return target.ToArray();
    }

    /// <summary>A body in one coding.</summary>
    public sealed class Body(byte[] bytes, string? coding, string entityTag)
    {
        public byte[] Bytes => bytes;

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
