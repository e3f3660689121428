namespace Tessera.Features.Storage.Embedded;

/// <summary>Folders that are closed to others from their first moment.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Passable = OwnersOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Makes a folder that only its owner can enter; a passable one lets others through to what lies in it, unseen.</summary>
    public static void Create(string path, bool isPassable = false)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("The private database server runs on Linux and macOS.");
        }

        Directory.CreateDirectory(path, isPassable ? Passable : OwnersOnly);
    }
}
