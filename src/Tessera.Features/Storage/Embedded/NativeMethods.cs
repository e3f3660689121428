using System.Runtime.InteropServices;

namespace Tessera.Features.Storage.Embedded;

/// <summary>The two system calls that .NET has no words for.</summary>
internal static class NativeMethods
{
    internal const int Interrupt = 2;
    internal const int Quit = 3;

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern uint EffectiveUser();

    /// <summary>Sends a signal; signal 0 only asks whether the process is there. Returns 0 on success.</summary>
    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int Signal(int processId, int signal);
}
