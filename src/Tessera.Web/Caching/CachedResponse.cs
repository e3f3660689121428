using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace Tessera.Web.Caching;

/// <summary>A response that is kept: its headers, and its body plain and compressed once, each with an entity tag of its own.</summary>
internal sealed class CachedResponse
{
    private const int LeastToCompress = 400;
    private readonly Body _plain;
    private readonly Body? _brotli;
    private readonly Body? _gzip;

    public CachedResponse(byte[] body, IEnumerable<KeyValuePair<string, StringValues>> headers, string tag, long generation)
    {
        (Headers, Tag, Generation) = ([.. headers], tag, generation);
        var hash = Convert.ToHexStringLower(SHA256.HashData(body)[..12]);
        _plain = new Body(body, null, $"\"{hash}\"");
        if (body.Length < LeastToCompress) return;
        _brotli = new Body(Compressed(body, s => new BrotliStream(s, new BrotliCompressionOptions { Quality = 9 })), "br", $"\"{hash}-br\"");
        _gzip = new Body(Compressed(body, s => new GZipStream(s, CompressionLevel.SmallestSize)), "gzip", $"\"{hash}-gz\"");
    }

    public KeyValuePair<string, StringValues>[] Headers { get; }

    /// <summary>The office whose change makes it stale; "*" for what every change does.</summary>
    public string Tag { get; }

    /// <summary>Of the cache when the page began to be made.</summary>
    public long Generation { get; }

    /// <summary>When it was last asked for, on the cache's own clock.</summary>
    public long LastUsed { get; set; }

    /// <summary>Bytes in memory.</summary>
    public int Size => _plain.Bytes.Length + (_brotli?.Bytes.Length ?? 0) + (_gzip?.Bytes.Length ?? 0) + 1024;

    /// <summary>The best body that the reader takes.</summary>
    public Body For(StringValues acceptEncoding)
    {
        if (_brotli is null || acceptEncoding.Count == 0) return _plain;
        var accepted = acceptEncoding.Count == 1 ? acceptEncoding[0]! : acceptEncoding.ToString();
        return Accepts(accepted, "br") ? _brotli : Accepts(accepted, "gzip") ? _gzip! : _plain;
    }

    private static bool Accepts(string header, string coding)
    {
        foreach (var range in header.AsSpan().Split(','))
        {
            var part = header.AsSpan(range).Trim();
            if (!part.StartsWith(coding, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = part[coding.Length..].TrimStart();
            if (rest.Length > 0 && rest[0] != ';') continue;
            var quality = rest.IndexOf("q=", StringComparison.OrdinalIgnoreCase);
            return quality < 0 || rest[(quality + 2)..].Trim().TrimEnd('0').TrimEnd('.') is not "";
        }

        return false;
    }

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
