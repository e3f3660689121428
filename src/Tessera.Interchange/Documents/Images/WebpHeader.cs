using System.Buffers.Binary;

namespace Tessera.Interchange.Documents.Images;

/// <summary>WebP container (RFC 9649): RIFF with a first chunk VP8X, VP8L or VP8 that says the size, each in its own way.</summary>
internal static class WebpHeader
{
    public static ImageHeader Read(ReadOnlySpan<byte> content)
    {
        if (content.Length < 30) return ImageHeader.Damaged;
        var isWhole = BinaryPrimitives.ReadUInt32LittleEndian(content[4..]) + 8L <= content.Length;
        var chunk = content.Slice(12, 4);
        var data = content[20..];
        if (chunk.SequenceEqual("VP8X"u8)) return ImageHeader.Of(Three(data, 4) + 1, Three(data, 7) + 1, isWhole);
        if (chunk.SequenceEqual("VP8L"u8) && data[0] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return ImageHeader.Of((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1, isWhole);
        }

        return chunk.SequenceEqual("VP8 "u8) && data[3..6].SequenceEqual<byte>([0x9D, 0x01, 0x2A])
            ? ImageHeader.Of(BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF, isWhole)
            : ImageHeader.Damaged;
    }

    private static int Three(ReadOnlySpan<byte> data, int at) => data[at] | (data[at + 1] << 8) | (data[at + 2] << 16);
}
