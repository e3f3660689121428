using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Tessera.Testing;
using Tessera.Web.Commands;
using Xunit;

namespace Tessera.Web.Tests.Commands;

/// <summary><c>tessera serve --examples</c>, called as at a terminal, with a folder of examples of its own.</summary>
public sealed partial class ServeCommandTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("tessera-home-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task Serve_WithAnExampleThatIsMissing_LoadsItFirst_AndNotAgain()
    {
        await using var database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        Example(await File.ReadAllTextAsync(Checkout.File("examples", "svenljunga.json"), Cancellation));
        Assert.Contains(await ServeAsync(database), l => l.StartsWith("svenljunga: 1 office added", StringComparison.Ordinal));
        Assert.DoesNotContain(await ServeAsync(database), l => l.StartsWith("svenljunga:", StringComparison.Ordinal));

        var (code, output, _) = await Terminal.RunAsync(["office", "examples"], environment: Environment(database));
        Assert.Equal((ExitCodes.Done, "All example offices are there already."), (code, output.Trim()));
    }

    [Fact]
    public async Task Serve_WithAWrongExample_SaysWhereItIsWrong_AndDoesNotServe()
    {
        await using var database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        Example("{ \"office\": 7 }");
        var (code, output, error) = await Terminal.RunAsync(["serve", "--examples", "--urls", "http://127.0.0.1:0"], environment: Environment(database));
        Assert.Equal(ExitCodes.Refused, code);
        Assert.StartsWith("svenljunga.json:1:", error, StringComparison.Ordinal);
        Assert.DoesNotContain("ready", output, StringComparison.Ordinal);
    }

    private void Example(string content) => File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_home, "examples")).FullName, "svenljunga.json"), content);

    private Dictionary<string, string> Environment(TestDatabase database) => new()
    {
        ["TESSERA_HOME"] = _home,
        ["TESSERA_DATA"] = Path.Combine(_home, "data"),
        ["TESSERA_DATABASE"] = database.AppConnectionString,
        ["TESSERA_DATABASE_OWNER"] = database.OwnerConnectionString,
    };

    /// <summary>Serves until the office's page has been read, stops as a system does, and gives what was said before it was ready.</summary>
    private async Task<IReadOnlyList<string>> ServeAsync(TestDatabase database)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "tessera.dll"), "serve", "--examples", "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true };
        foreach (var (name, value) in Environment(database)) start.Environment[name] = value;
        start.Environment["TESSERA_LANG"] = "en";
        using var process = Process.Start(start)!;
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(Cancellation) is { } line && !line.StartsWith("Tessera is ready", StringComparison.Ordinal)) said.Add(line);
        var page = await process.StandardOutput.ReadLineAsync(Cancellation) ?? "";
        using (var client = new HttpClient())
        {
            var answer = await client.GetAsync(new Uri(Address().Match(page).Value + "en"), Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using (Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await process.WaitForExitAsync(Cancellation);
        Assert.Equal(ExitCodes.Done, process.ExitCode);
        return said;
    }

    [GeneratedRegex(@"http://\S+/svenljunga/")]
    private static partial Regex Address();
}
