using System.Text;
using Microsoft.Win32.SafeHandles;
using Tessera.Features.Storage.Embedded;

namespace Tessera.Features.Storage.Backups;

/// <summary>
/// A file that appears under its name only when it is whole and on the disk: written beside it under another name, flushed, renamed. Only its owner
/// may read it, since it holds the keys of the forms and what readers wrote. What is not completed is removed.
/// </summary>
internal sealed class BackupTarget : IAsyncDisposable
{
    private readonly string _file;
    private readonly string _temporary;

    private BackupTarget(string file, string temporary, FileStream stream) => (_file, _temporary, Stream) = (file, temporary, stream);

    /// <summary>Where to write.</summary>
    public FileStream Stream { get; }

    /// <exception cref="BackupException">backup.no-such-file: its folder is not there.</exception>
    public static BackupTarget Create(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (!Directory.Exists(folder)) throw new BackupException(BackupCodes.NoSuchFile, ("file", folder));
        var temporary = Path.Combine(folder, $".{Path.GetFileName(file)}.{Guid.CreateVersion7():N}.part");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new BackupTarget(file, temporary, new FileStream(temporary, options));
    }

    /// <summary>Gives the file its name.</summary>
    /// <exception cref="BackupException">backup.file-exists: somebody else has made it meanwhile.</exception>
    public async Task CompleteAsync(bool overwrite, CancellationToken cancellation)
    {
        await Stream.FlushAsync(cancellation);
        Stream.Flush(flushToDisk: true);
        await Stream.DisposeAsync();
        try
        {
            File.Move(_temporary, _file, overwrite);
        }
        catch (IOException) when (!overwrite && File.Exists(_file))
        {
            throw new BackupException(BackupCodes.FileExists, ("file", _file));
        }

        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(_file))!);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        File.Delete(_temporary);
    }

    /// <summary>A new name is safe only when its folder is on the disk too. Some network disks do not know how; there it is theirs to keep.</summary>
    private static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        using var handle = new SafeFileHandle(NativeMethods.Open(Encoding.UTF8.GetBytes(folder + '\0'), NativeMethods.ReadOnly), ownsHandle: true);
        if (handle.IsInvalid) return;
        try
        {
            RandomAccess.FlushToDisk(handle);
        }
        catch (IOException)
        {
        }
    }
}
