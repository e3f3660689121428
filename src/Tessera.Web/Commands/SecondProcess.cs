using System.Diagnostics;

namespace Tessera.Web.Commands;

/// <summary>This program once more, beside the one that runs: with its environment, its folder, and its input and output.</summary>
internal static class SecondProcess
{
    /// <summary>Runs a command to its end and gives its exit code; ends it when it is no longer wanted.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Host(), .. arguments])) ?? throw new IOException($"{Environment.ProcessPath} did not start");
        try
        {
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    /// <summary>What <c>dotnet</c> is to be given first where it runs this program.</summary>
    private static IEnumerable<string> Host() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(SecondProcess).Assembly.Location] : [];
}
