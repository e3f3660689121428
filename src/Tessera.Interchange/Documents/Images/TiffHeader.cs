using System.Buffers.Binary;

namespace Tessera.Interchange.Documents.Images;

/// <summary>TIFF 6.0, section 2: a chain of directories, one a page, each with entries of tag, type, count and value. The size is that of the largest page.</summary>
internal static class TiffHeader
{
    private const ushort WidthTag = 256, HeightTag = 257, StripOffsets = 273, StripLengths = 279, TileOffsets = 324, TileLengths = 325;
    private const ushort TypeShort = 3, TypeLong = 4;

    /// <summary>Bytes of a value by its type, from 1 on.</summary>
    private static ReadOnlySpan<byte> Widths => [1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

    private readonly ref struct Source(ReadOnlySpan<byte> content)
    {
        private readonly ReadOnlySpan<byte> _content = content;
        private readonly bool _isLittle = content[0] == 'I';

        public int Length => _content.Length;

        public ushort Short(long at) => _isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(_content[(int)at..]) : BinaryPrimitives.ReadUInt16BigEndian(_content[(int)at..]);

        public uint Long(long at) => _isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(_content[(int)at..]) : BinaryPrimitives.ReadUInt32BigEndian(_content[(int)at..]);
    }

    private readonly record struct Entry(ushort Type, uint Count, long At);

    public static ImageHeader Read(ReadOnlySpan<byte> content)
    {
        if (content.Length < 8) return ImageHeader.Damaged;
        var source = new Source(content);
        var largest = ImageHeader.Damaged;
        var (pages, isWhole) = (0, true);
        for (long at = source.Long(4); at != 0 && isWhole && pages < DocumentLimits.Pages; pages++)
        {
            var entries = Entries(source, at);
            isWhole = entries is not null && HoldsItsData(source, entries);
            if (entries is null) break;
            var page = ImageHeader.Of(First(source, entries, WidthTag), First(source, entries, HeightTag), true);
            if ((page.Size?.Pixels ?? 0) > (largest.Size?.Pixels ?? 0)) largest = page;
            at = source.Long(at + 2 + (12L * source.Short(at)));
        }

        return largest with { Pages = pages, IsWhole = isWhole && largest.Size is not null };
    }

    private static Dictionary<ushort, Entry>? Entries(Source source, long at)
    {
        if (at + 2 > source.Length) return null;
        var count = source.Short(at);
        if (at + 6 + (12L * count) > source.Length) return null;
        var entries = new Dictionary<ushort, Entry>();
        for (var entry = at + 2; entry < at + 2 + (12L * count); entry += 12)
        {
            var read = new Entry(source.Short(entry + 2), source.Long(entry + 4), entry + 8);
            var length = read.Type is >= 1 and <= 12 ? read.Count * (long)Widths[read.Type - 1] : 0;
            if (length > 4 && source.Long(read.At) + length > source.Length) return null;
            entries[source.Short(entry)] = read;
        }

        return entries;
    }

    /// <summary>Whether the last strip or tile of the page still lies in the file.</summary>
    private static bool HoldsItsData(Source source, Dictionary<ushort, Entry> entries)
    {
        var isTiled = entries.ContainsKey(TileOffsets);
        if (!entries.TryGetValue(isTiled ? TileOffsets : StripOffsets, out var offsets)) return false;
        if (!entries.TryGetValue(isTiled ? TileLengths : StripLengths, out var lengths)) return false;
        return Last(source, offsets) is { } offset && Last(source, lengths) is { } length && offset + length <= source.Length;
    }

    private static long First(Source source, Dictionary<ushort, Entry> entries, ushort tag) =>
        entries.TryGetValue(tag, out var entry) ? Value(source, entry.Type, entry.At) ?? 0 : 0;

    private static long? Last(Source source, Entry entry)
    {
        var width = entry.Type == TypeShort ? 2 : 4;
        var at = entry.Count * (long)width <= 4 ? entry.At : source.Long(entry.At);
        return entry.Count == 0 ? null : Value(source, entry.Type, at + ((entry.Count - 1L) * width));
    }

    private static long? Value(Source source, ushort type, long at) => at + 4 > source.Length && (type != TypeShort || at + 2 > source.Length) ? null : type switch
    {
        TypeShort => source.Short(at),
        TypeLong => source.Long(at),
        _ => null,
    };
}
