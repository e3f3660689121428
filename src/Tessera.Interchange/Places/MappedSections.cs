using System.Buffers;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Tessera.Interchange.Places;

/// <summary>
/// The sections of the file as spans over its mapping: what nobody asks for stays on the disk. Before it is mapped the file is read once through a small buffer and refused when its checksum does not agree,
/// so that no later step has to doubt it. A file that is replaced while it is mapped stays as it was for those who have it.
/// </summary>
internal sealed unsafe class MappedSections : IDisposable
{
    private const int BufferLength = 1 << 17;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private bool _isClosed;
    private readonly (long Offset, long Length)[] _table;
    private readonly byte* _begin;

    private MappedSections(string path, uint checksum, (long Offset, long Length)[] table)
    {
        (Checksum, _table) = (checksum, table);
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _begin);
        _begin += _view.PointerOffset;
    }

    /// <summary>The checksum of what the file holds.</summary>
    public uint Checksum { get; }

    /// <summary>Checks the file and maps it.</summary>
    public static MappedSections Open(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferLength);
            var table = Checked(file, path, out var checksum);
            return new MappedSections(path, checksum, table);
        }
        catch (Exception closed) when (closed is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PlacesFileException($"The directory of places is not there: {path} does not exist.", closed);
        }
        catch (Exception closed) when (closed is (IOException and not PlacesFileException) or UnauthorizedAccessException)
        {
            throw new PlacesFileException($"The directory of places cannot be read: {closed.Message}", closed);
        }
    }

    /// <summary>A section as what it consists of.</summary>
    /// <param name="set">0 for that of the places, <see cref="PlacesLayout.SetLength"/> for that of the areas.</param>
    public ReadOnlySpan<T> Of<T>(Section section, int set)
        where T : unmanaged
    {
        var (offset, length) = _table[set + (int)section];
        return new ReadOnlySpan<T>(_begin + offset, (int)(length / sizeof(T)));
    }

    /// <summary>The checksum of all that follows the head.</summary>
    public static uint ChecksumOf(FileStream file)
    {
        file.Position = PlacesLayout.HeaderLength;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        var sum = 0u;
        for (int read; (read = file.ReadAtLeast(buffer.AsSpan(0, BufferLength), BufferLength, throwOnEndOfStream: false)) > 0;) sum = PlacesLayout.Checksum(sum, buffer.AsSpan(0, read));
        ArrayPool<byte>.Shared.Return(buffer);
        return sum;
    }

    private static (long Offset, long Length)[] Checked(FileStream file, string path, out uint checksum)
    {
        Span<byte> head = stackalloc byte[PlacesLayout.TableEnd];
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || MemoryMarshal.Read<ulong>(head) != PlacesLayout.Signature)
            throw new PlacesFileException($"{path} is not a directory of places.");
        if (MemoryMarshal.Read<int>(head[8..]) != PlacesLayout.Version || MemoryMarshal.Read<int>(head[12..]) != PlacesLayout.Sections)
            throw new PlacesFileException($"{path} is a directory of places of another version of Tessera.");
        if (MemoryMarshal.Read<long>(head[16..]) != file.Length)
            throw new PlacesFileException($"{path} is cut short or was added to: it has {file.Length} bytes.");
        checksum = MemoryMarshal.Read<uint>(head[24..]);
        if (MemoryMarshal.Read<ulong>(head[24..]) != ChecksumOf(file))
            throw new PlacesFileException($"{path} was changed after it was written: its checksum does not agree.");
        var numbers = MemoryMarshal.Cast<byte, long>(head[PlacesLayout.HeaderLength..]);
        var table = new (long Offset, long Length)[PlacesLayout.Sections];
        for (var at = 0; at < table.Length; at++)
        {
            table[at] = (numbers[at * 2], numbers[(at * 2) + 1]);
            if (table[at].Offset < head.Length || table[at].Length < 0 || table[at].Offset > file.Length - table[at].Length) throw new PlacesFileException($"{path} is not a directory of places: a part of it lies outside.");
        }

        return table;
    }

    /// <summary>Closes the file; again does nothing, since a container that knows it under two names closes it twice.</summary>
    public void Dispose()
    {
        if (_isClosed) return;
        _isClosed = true;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
