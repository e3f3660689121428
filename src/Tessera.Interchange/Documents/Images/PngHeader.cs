using System.Buffers.Binary;

namespace Tessera.Interchange.Documents.Images;

/// <summary>PNG, third edition, section 5: a signature, then chunks of length, type, data and check sum; IHDR is the first and IEND the last.</summary>
internal static class PngHeader
{
    public static ImageHeader Read(ReadOnlySpan<byte> content)
    {
        if (content.Length < 33 || !content.Slice(12, 4).SequenceEqual("IHDR"u8)) return ImageHeader.Damaged;
        var width = BinaryPrimitives.ReadUInt32BigEndian(content[16..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(content[20..]);
        return ImageHeader.Of(width, height, HasEnd(content[8..]));
    }

    private static bool HasEnd(ReadOnlySpan<byte> chunks)
    {
        var hasData = false;
        while (chunks.Length >= 12)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunks);
            if (length > chunks.Length - 12) return false;
            var type = chunks.Slice(4, 4);
            if (type.SequenceEqual("IEND"u8)) return hasData;
            hasData |= type.SequenceEqual("IDAT"u8);
            chunks = chunks[((int)length + 12)..];
        }

        return false;
    }
}
