using System.Buffers.Binary;

namespace Tessera.Interchange.Documents.Images;

/// <summary>GIF 89a: a screen, then blocks of sub-blocks up to the trailer. A frame may claim to be larger than its screen, so each is asked.</summary>
internal static class GifHeader
{
    public static ImageHeader Read(ReadOnlySpan<byte> content)
    {
        if (content.Length < 13) return ImageHeader.Damaged;
        int width = Number(content, 6), height = Number(content, 8), at = 13 + TableLength(content[10]);
        while (at < content.Length)
        {
            var block = content[at];
            if (block == 0x3B) return ImageHeader.Of(width, height, true);
            if (block is not (0x21 or 0x2C)) break;
            if (block == 0x2C)
            {
                if (at + 11 > content.Length) break;
                (width, height) = (Math.Max(width, Number(content, at + 5)), Math.Max(height, Number(content, at + 7)));
                at += 9 + TableLength(content[at + 9]);
            }

            at = AfterSubBlocks(content, at + 2);
        }

        return ImageHeader.Of(width, height, false);
    }

    private static int AfterSubBlocks(ReadOnlySpan<byte> content, int at)
    {
        while (at < content.Length && content[at] != 0) at += content[at] + 1;
        return at + 1;
    }

    private static int Number(ReadOnlySpan<byte> content, int at) => BinaryPrimitives.ReadUInt16LittleEndian(content[at..]);

    /// <summary>Bytes of the colour table that the flags announce.</summary>
    private static int TableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
}
