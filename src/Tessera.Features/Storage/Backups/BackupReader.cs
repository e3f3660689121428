using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Tessera.Features.Storage.Backups;

/// <summary>A backup whose every member was found whole.</summary>
public sealed class BackupReader : IDisposable
{
    private const int BufferSize = 1 << 16;
    private const int MostManifestBytes = 1 << 26;
    private static readonly byte[] ZipBegins = "PK"u8.ToArray();

    private readonly string _file;
    private readonly ZipArchive _archive;

    private BackupReader(string file, ZipArchive archive, BackupManifest manifest) => (_file, _archive, Manifest) = (file, archive, manifest);

    /// <summary>What the file says that it holds.</summary>
    public BackupManifest Manifest { get; }

    /// <summary>Opens a file and compares every member with its hash.</summary>
    /// <exception cref="BackupException">backup.no-such-file, backup.not-a-backup, backup.unknown-version, backup.damaged</exception>
    public static async Task<BackupReader> OpenAsync(string file, CancellationToken cancellation)
    {
        if (!File.Exists(file)) throw new BackupException(BackupCodes.NoSuchFile, ("file", file));
        var archive = OpenArchive(file);
        try
        {
            var reader = new BackupReader(file, archive, await ReadManifestAsync(file, archive, cancellation));
            foreach (var table in reader.Manifest.Tables) await reader.CopyAsync(table, Stream.Null, cancellation);
            return reader;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>Writes the rows of a table to a stream.</summary>
    /// <exception cref="BackupException">backup.damaged: what was written is not what the manifest says.</exception>
    public async Task CopyAsync(BackupTable table, Stream target, CancellationToken cancellation)
    {
        await using var hashing = new HashingStream(target);
        await CopyAsync(_file, _archive, table.Member, hashing, table.Bytes, cancellation);
        if (hashing.Bytes != table.Bytes || hashing.Sha256() != table.Sha256) throw Damaged(_file, table.Member);
    }

    /// <inheritdoc />
    public void Dispose() => _archive.Dispose();

    /// <summary>Opens the zip and reads its list of members, which the library would put off.</summary>
    private static ZipArchive OpenArchive(string file)
    {
        var stream = File.OpenRead(file);
        try
        {
            Span<byte> begin = stackalloc byte[ZipBegins.Length];
            if (stream.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) < begin.Length || !begin.SequenceEqual(ZipBegins)) throw new BackupException(BackupCodes.NotABackup, ("file", file));
            var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8);
            _ = archive.Entries.Count;
            return archive;
        }
        catch (Exception refused)
        {
            stream.Dispose();
            if (IsOfTheFile(refused)) throw Damaged(file, Path.GetFileName(file));
            throw;
        }
    }

    private static async Task<BackupManifest> ReadManifestAsync(string file, ZipArchive archive, CancellationToken cancellation)
    {
        if (archive.GetEntry(BackupManifest.Member) is null) throw new BackupException(BackupCodes.NotABackup, ("file", file));
        var utf8 = await ReadAsync(file, archive, BackupManifest.Member, cancellation);
        try
        {
            var manifest = BackupManifest.Parse(utf8, file);
            var hash = Encoding.ASCII.GetString(await ReadAsync(file, archive, BackupManifest.HashMember, cancellation));
            return hash == BackupManifest.HashOf(utf8) ? manifest : throw Damaged(file, BackupManifest.Member);
        }
        catch (JsonException)
        {
            throw Damaged(file, BackupManifest.Member);
        }
    }

    private static async Task<byte[]> ReadAsync(string file, ZipArchive archive, string member, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await CopyAsync(file, archive, member, content, MostManifestBytes, cancellation);
        return content.ToArray();
    }

    /// <summary>Passes a member on, and no more of it than it may have: a damaged one could unfold without end.</summary>
    private static async Task CopyAsync(string file, ZipArchive archive, string member, Stream target, long most, CancellationToken cancellation)
    {
        var entry = archive.GetEntry(member) ?? throw Damaged(file, member);
        var buffer = new byte[BufferSize];
        await using var source = await GuardAsync(() => entry.OpenAsync(cancellation), file, member);
        for (long total = 0; ;)
        {
            var read = await GuardAsync(() => source.ReadAsync(buffer, cancellation).AsTask(), file, member);
            if (read == 0) return;
            if ((total += read) > most) throw Damaged(file, member);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }

    private static async Task<T> GuardAsync<T>(Func<Task<T>> reading, string file, string member)
    {
        try
        {
            return await reading();
        }
        catch (Exception refused) when (IsOfTheFile(refused))
        {
            throw Damaged(file, member);
        }
    }

    /// <summary>What the library throws at bytes that make no sense.</summary>
    private static bool IsOfTheFile(Exception refused) =>
        refused is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException;

    private static BackupException Damaged(string file, string member) => new(BackupCodes.Damaged, ("file", file), ("member", member));
}
