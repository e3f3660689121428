using System.Buffers.Binary;

namespace Tessera.Interchange.Documents.Images;

/// <summary>JPEG, ITU-T T.81 annex B: segments up to the frame header, which says the size; after the start of scan an end of image must follow.</summary>
internal static class JpegHeader
{
    private const byte StartOfScan = 0xDA;

    public static ImageHeader Read(ReadOnlySpan<byte> content)
    {
        var (width, height) = (0, 0);
        var at = 2;
        while (at + 4 <= content.Length && content[at] == 0xFF)
        {
            var marker = content[at + 1];
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (length < 2 || length > content.Length - at - 2) break;
            if (IsFrame(marker) && length >= 8) (height, width) = SizeIn(content[(at + 5)..]);
            at += 2 + length;
            if (marker == StartOfScan) return ImageHeader.Of(width, height, content[at..].LastIndexOf([(byte)0xFF, (byte)0xD9]) >= 0);
        }

        return ImageHeader.Of(width, height, false);
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;

    private static (int Height, int Width) SizeIn(ReadOnlySpan<byte> frame) =>
        (BinaryPrimitives.ReadUInt16BigEndian(frame), BinaryPrimitives.ReadUInt16BigEndian(frame[2..]));
}
