using System.Runtime.InteropServices;

namespace Tessera.Web.Hosting;

/// <summary>
/// Memory beside .NET's own, that of its compiler above all: glibc keeps what was freed for each thread apart, so that after some hundred pages about 45 MB lay there unused. One place for all threads, and larger pieces
/// given back to the system at once, cost nothing that could be measured, since .NET's threads seldom ask there. Where the C library is another one, nothing is changed.
/// </summary>
internal static class NativeMemory
{
    /// <summary>Numbers of malloc.h.</summary>
    private const int TrimThreshold = -1, MapThreshold = -3, ArenasAtMost = -8;

    private const int LeastToGiveBack = 128 * 1024;

    /// <summary>To be called first, before there are many threads. What the environment says (MALLOC_ARENA_MAX) is left as it is.</summary>
    public static void KeepLittle()
    {
        if (!OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable("MALLOC_ARENA_MAX") is not null) return;
        if (!NativeLibrary.TryLoad("libc.so.6", out var library) || !NativeLibrary.TryGetExport(library, "mallopt", out _)) return;
        _ = Set(ArenasAtMost, 1);
        _ = Set(TrimThreshold, LeastToGiveBack);
        _ = Set(MapThreshold, LeastToGiveBack);
    }

    /// <summary>Gives back to the system what is free of it.</summary>
    public static void GiveBack()
    {
        if (OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "malloc_trim", out _)) _ = Trim(0);
    }

    [DllImport("libc.so.6", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trim(nuint room);

    [DllImport("libc.so.6", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Set(int parameter, int value);
}
