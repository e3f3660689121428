using System.Buffers.Binary;
using System.Text;

namespace Tessera.Interchange.Documents.Archives;

/// <summary>
/// The directory of a ZIP archive (PKWARE APPNOTE 6.3.10), read without unpacking. A file of 25 MB needs neither ZIP64 nor several volumes, so archives with them
/// count as damaged. A member whose own header differs from the directory's entry is an archive that two programs unpack differently: unsafe.
/// </summary>
internal sealed record ZipDirectory(IReadOnlyList<ZipMember> Members, string? Refusal)
{
    private const int EndLength = 22, EntryLength = 46, HeaderLength = 30, LongestComment = 0xFFFF;
    private const ushort EncryptedFlag = 1, Stored = 0, Deflated = 8;

    public static ZipDirectory Read(ReadOnlyMemory<byte> archive)
    {
        var content = archive.Span;
        var end = End(content);
        if (end < 0) return Refused(DocumentCodes.Damaged);
        int count = Short(content, end + 10);
        long at = Long(content, end + 16);
        if (count > DocumentLimits.Members) return Refused(DocumentCodes.ZipBomb);
        var members = new List<ZipMember>(count);
        for (var i = 0; i < count; i++)
        {
            if (at + EntryLength > end || Long(content, (int)at) != 0x02014B50) return Refused(DocumentCodes.Damaged);
            if (Member(archive, (int)at, end, out var member) is { } refusal) return new ZipDirectory(members, refusal);
            members.Add(member!);
            at += EntryLength + Short(content, (int)at + 28) + Short(content, (int)at + 30) + Short(content, (int)at + 32);
        }

        return new ZipDirectory(members, WhyUnsafe(members));
    }

    /// <summary>The member of this very name.</summary>
    public ZipMember? Find(string name) => Members.FirstOrDefault(m => m.Name == name);

    private static string? WhyUnsafe(List<ZipMember> members) =>
        members.Any(m => m.HasUnsafeName) || members.DistinctBy(m => m.Name, StringComparer.OrdinalIgnoreCase).Count() < members.Count ? DocumentCodes.UnsafeArchive : null;

    private static string? Member(ReadOnlyMemory<byte> archive, int at, int end, out ZipMember? member)
    {
        member = null;
        var content = archive.Span;
        ushort flags = Short(content, at + 8), method = Short(content, at + 10), nameLength = Short(content, at + 28);
        long packed = Long(content, at + 20), header = Long(content, at + 42);
        if (at + EntryLength + nameLength > end || header + HeaderLength > end || Long(content, (int)header) != 0x04034B50) return DocumentCodes.Damaged;
        var name = content.Slice(at + EntryLength, nameLength);
        var data = header + HeaderLength + Short(content, (int)header + 26) + Short(content, (int)header + 28);
        if (data + packed > end) return DocumentCodes.Damaged;
        if ((flags & EncryptedFlag) != 0) return DocumentCodes.Encrypted;
        if (method is not (Stored or Deflated)) return DocumentCodes.UnsafeArchive;
        if (Short(content, (int)header + 8) != method || Short(content, (int)header + 26) != nameLength) return DocumentCodes.UnsafeArchive;
        if (!content[((int)header + HeaderLength)..].StartsWith(name)) return DocumentCodes.UnsafeArchive;
        member = new ZipMember(Encoding.UTF8.GetString(name), method == Deflated, archive.Slice((int)data, (int)packed), Long(content, at + 24));
        return null;
    }

    /// <summary>The end record: the last signature in the file whose comment reaches exactly to the end of the file.</summary>
    private static int End(ReadOnlySpan<byte> content)
    {
        for (var at = content.Length - EndLength; at >= 0 && at >= content.Length - EndLength - LongestComment; at--)
        {
            if (Long(content, at) == 0x06054B50 && at + EndLength + Short(content, at + 20) == content.Length) return at;
        }

        return -1;
    }

    private static ZipDirectory Refused(string code) => new([], code);

    private static ushort Short(ReadOnlySpan<byte> content, int at) => BinaryPrimitives.ReadUInt16LittleEndian(content[at..]);

    private static uint Long(ReadOnlySpan<byte> content, int at) => BinaryPrimitives.ReadUInt32LittleEndian(content[at..]);
}
