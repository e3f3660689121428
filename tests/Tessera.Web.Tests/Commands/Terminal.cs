using System.Diagnostics;
using System.Text;

namespace Tessera.Web.Tests.Commands;

/// <summary>Runs the program as somebody at a terminal does.</summary>
internal static class Terminal
{
    /// <summary>Exit code, output and error stream of a call.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(IReadOnlyList<string> call, string language = "en", byte[]? input = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "tessera.dll"));
        foreach (var word in call) start.ArgumentList.Add(word);
        start.Environment["TESSERA_LANG"] = language;
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await GiveAsync(process, input ?? []);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>A program may end before it has read everything.</summary>
    private static async Task GiveAsync(Process process, byte[] input)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // What it says then is what the test looks at.
        }
    }
}
