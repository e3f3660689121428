using System.Runtime.InteropServices;

namespace Tessera.Features.Storage.Embedded;

/// <summary>The system calls that .NET has no words for.</summary>
internal static class NativeMethods
{
    internal const int Interrupt = 2;
    internal const int Quit = 3;
    internal const int ReadOnly = 0;

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern uint EffectiveUser();

    /// <summary>Sends a signal; signal 0 only asks whether the process is there. Returns 0 on success.</summary>
    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int Signal(int processId, int signal);

    /// <summary>Opens a folder, which FileStream refuses, to have it written to the disk. Returns -1 on failure.</summary>
    /// <param name="path">UTF-8, ended by a zero.</param>
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int Open(byte[] path, int flags);
}
