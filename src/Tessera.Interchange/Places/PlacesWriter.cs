using System.Runtime.InteropServices;

namespace Tessera.Interchange.Places;

/// <summary>Writes the sections in their order, and the head with the checksum at the end.</summary>
internal sealed class PlacesWriter : IDisposable
{
    private readonly FileStream _file;
    private readonly long[] _table = new long[PlacesLayout.Sections * 2];
    private long _at = PlacesLayout.TableEnd;
    private int _set;

    public PlacesWriter(string path)
    {
        _file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        _file.Position = _at;
    }

    /// <summary>What is written from now on belongs to the areas.</summary>
    public void BeginAreas() => _set = PlacesLayout.SetLength;

    /// <summary>Writes a section, and zeros until the next multiple of eight.</summary>
    public void Write<T>(Section section, ReadOnlySpan<T> items)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(items);
        var at = (_set + (int)section) * 2;
        (_table[at], _table[at + 1]) = (_at, bytes.Length);
        _file.Write(bytes);
        _at += bytes.Length;
        for (; _at % sizeof(ulong) != 0; _at++) _file.WriteByte(0);
    }

    /// <summary>Writes the head.</summary>
    public void Finish()
    {
        _file.Position = PlacesLayout.HeaderLength;
        _file.Write(MemoryMarshal.AsBytes(_table.AsSpan()));
        _file.Flush();
        Span<byte> head = stackalloc byte[PlacesLayout.HeaderLength];
        head.Clear();
        MemoryMarshal.Write(head, PlacesLayout.Signature);
        MemoryMarshal.Write(head[8..], PlacesLayout.Version);
        MemoryMarshal.Write(head[12..], PlacesLayout.Sections);
        MemoryMarshal.Write(head[16..], _at);
        MemoryMarshal.Write(head[24..], MappedSections.ChecksumOf(_file));
        _file.Position = 0;
        _file.Write(head);
    }

    public void Dispose() => _file.Dispose();
}
