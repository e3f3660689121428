using System.ComponentModel;
using System.Diagnostics;

namespace Tessera.Features.Storage.Embedded;

/// <summary>A short command that was run to its end, with everything it said.</summary>
internal sealed record CommandRun(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>Runs a command in the root folder, with messages in English. A program that cannot be started counts as exit code 127.</summary>
    public static async Task<CommandRun> OfAsync(IReadOnlyList<string> command, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = Describe(command) };
        try
        {
            process.Start();
        }
        catch (Win32Exception failure)
        {
            return new CommandRun(127, failure.Message);
        }

        process.StandardInput.Close();
        var said = process.StandardOutput.ReadToEndAsync(cancellation);
        var complained = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
            return new CommandRun(process.ExitCode, await said + await complained);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Starts a command and leaves it running. Its three streams are redirected so that it never touches the terminal.</summary>
    public static Process Launch(IReadOnlyList<string> command)
    {
        var process = new Process { StartInfo = Describe(command) };
        process.Start();
        return process;
    }

    /// <summary>Where a program lies on PATH or in the system's own folders, or null.</summary>
    public static string? Find(string program) =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/bin:/bin:/usr/sbin:/sbin"
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    private static ProcessStartInfo Describe(IReadOnlyList<string> command)
    {
        var description = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        description.Environment["LC_ALL"] = "C";
        foreach (var name in description.Environment.Keys.Where(IsPostgresSetting).ToList())
        {
            description.Environment.Remove(name);
        }

        return description;
    }

    private static bool IsPostgresSetting(string name) => name.StartsWith("PG", StringComparison.Ordinal);
}
