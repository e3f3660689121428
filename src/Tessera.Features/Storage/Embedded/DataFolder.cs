namespace Tessera.Features.Storage.Embedded;

/// <summary>
/// The program's data folder and its two locks: <c>lock</c> is held by the one process that is responsible for the server,
/// <c>lock.guests</c> is shared by the commands that use a server which another process started.
/// </summary>
internal sealed class DataFolder
{
    private const int NoSpaceLeft = 28;

    private DataFolder(string path) => Location = path;

    public string Location { get; }

    public string Cluster => Path.Combine(Location, "postgres");

    public string Log => Path.Combine(Location, "postgres.log");

    private string OwnerNote => Path.Combine(Location, "lock.pid");

    /// <summary>Opens the folder and makes it when it is missing.</summary>
    public static DataFolder Open(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        Guarded(full, () =>
        {
            if (!Directory.Exists(full))
            {
                // The cluster's user has to pass through a folder of root, but need not look around.
                PrivateFolder.Create(full, isPassable: NativeMethods.EffectiveUser() == 0);
            }
        });
        return new DataFolder(full);
    }

    /// <summary>Becomes responsible for the folder; null when another process is. The lock ends with the process, however it ends.</summary>
    public FileStream? TryOwn()
    {
        var held = TryLock("lock", FileAccess.ReadWrite, FileShare.None);
        if (held is not null)
        {
            // Beside the lock, because nobody can read a file that is locked.
            Guarded(Location, () => File.WriteAllText(OwnerNote, $"{Environment.ProcessId}\n"));
        }

        return held;
    }

    /// <summary>Says that this process uses the server; null while the last guest is switching it off.</summary>
    public FileStream? TryVisit() => TryLock("lock.guests", FileAccess.Read, FileShare.Read);

    /// <summary>Makes sure that there is no guest and that none comes; null when there is one.</summary>
    public FileStream? TryCloseToGuests() => TryLock("lock.guests", FileAccess.ReadWrite, FileShare.None);

    /// <summary>The process that is responsible for the folder, as it noted itself.</summary>
    public string OwnerProcess() => File.Exists(OwnerNote) ? File.ReadAllText(OwnerNote).Trim() : "?";

    /// <summary>Runs something that writes below the folder and turns the two things that go wrong there into their sentences.</summary>
    public static T Guarded<T>(string folder, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (UnauthorizedAccessException failure)
        {
            throw EmbeddedServerException.FolderNotWritable(folder, failure);
        }
        catch (IOException failure) when (failure.HResult == NoSpaceLeft)
        {
            throw EmbeddedServerException.DiskFull(folder, failure);
        }
        catch (IOException failure)
        {
            throw EmbeddedServerException.FolderNotWritable(folder, failure);
        }
    }

    /// <inheritdoc cref="Guarded{T}"/>
    public static void Guarded(string folder, Action work) => Guarded(folder, () =>
    {
        work();
        return true;
    });

    private FileStream? TryLock(string name, FileAccess access, FileShare share)
    {
        var file = Path.Combine(Location, name);
        return Guarded(Location, () =>
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, access, share, bufferSize: 0);
            }
            catch (IOException failure) when (IsHeldElsewhere(failure))
            {
                return null;
            }
        });
    }

    // EWOULDBLOCK of flock(2), 11 on Linux and 35 on macOS.
    private static bool IsHeldElsewhere(IOException failure) => failure.HResult is 11 or 35;
}
