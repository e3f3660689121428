using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using Tessera.Features.Accounts;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Web.Access;
using Tessera.Web.Hosting;
using Tessera.Web.Parts;
using Tessera.Web.Parts.Maps;

namespace Tessera.Web.Commands;

/// <summary><c>tessera serve</c>: opens the database, brings it up to date, loads the examples when asked to, and serves until it is stopped.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Installation installation, Texts texts)
    {
        var examples = new Option<bool>("--examples") { Description = texts["commands.serve.examples"] };
        var urls = new Option<string?>("--urls") { Description = texts["commands.serve.urls"] };
        var command = new Command("serve", texts["commands.serve"]) { examples, urls };
        command.SetAction((call, cancellation) => ServeAsync(installation, texts, call.GetValue(examples), call.GetValue(urls), cancellation));
        return command;
    }

    private static async Task<int> ServeAsync(Installation installation, Texts texts, bool examples, string? urls, CancellationToken cancellation)
    {
        var addresses = Addresses(urls);
        if (await OccupiedAsync(addresses, cancellation) is { } occupied)
        {
            await Console.Error.WriteLineAsync(texts.With("commands.serve.port-occupied", ("address", occupied)));
            return ExitCodes.Unable;
        }

        var warming = Task.Run(WarmUp, cancellation);
        await using var opened = await installation.OpenToServeAsync(cancellation);
        await opened.MigrateAsync(cancellation);
        if (examples && await LoadExamplesAsync(installation, opened, cancellation) is var code and not ExitCodes.Done) return code;
        await using var app = PortalHost.Build(PortalSettings.FromEnvironment(opened.Database, addresses));
        await app.StartAsync(cancellation);
        await AnnounceAsync(app, opened, texts, cancellation);
        await warming;
        await app.WaitForShutdownAsync(cancellation);
        return ExitCodes.Done;
    }

    /// <summary>What the first page would wait for, done while the database starts.</summary>
    private static void WarmUp()
    {
        Database.WarmUp();
        MapMaker.WarmUp();
    }

    /// <summary>--urls, else PORT on this machine only, else port 8080. "localhost" listens on both loopback addresses.</summary>
    private static string[] Addresses(string? urls)
    {
        if (urls is not null) return urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var port = Environment.GetEnvironmentVariable("PORT") is { Length: > 0 } said && ushort.TryParse(said, CultureInfo.InvariantCulture, out var number) ? number : 8080;
        return [string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}")];
    }

    private static async Task<string?> OccupiedAsync(IEnumerable<string> addresses, CancellationToken cancellation)
    {
        foreach (var address in addresses)
        {
            var uri = new Uri(address.Replace("*", "127.0.0.1", StringComparison.Ordinal).Replace("+", "127.0.0.1", StringComparison.Ordinal));
            if (uri.Port != 0 && uri.IsLoopback && await AnswersAsync(uri.Port, cancellation)) return address;
        }

        return null;
    }

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellation)
    {
        try
        {
            using var probe = new TcpClient();
            await probe.ConnectAsync("127.0.0.1", port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>In a process of its own: reading the files and planning a season takes memory that the program that goes on serving would keep.</summary>
    private static async Task<int> LoadExamplesAsync(Installation installation, OpenedDatabase opened, CancellationToken cancellation)
    {
        var missing = await new ExampleOffices(opened.Database, TimeProvider.System).MissingAsync(installation.Examples, cancellation);
        return missing.Count == 0 ? ExitCodes.Done : await SecondProcess.RunAsync(["office", "examples"], cancellation);
    }

    private static async Task AnnounceAsync(WebApplication app, OpenedDatabase opened, Texts texts, CancellationToken cancellation)
    {
        var address = app.Urls.First();
        Console.WriteLine(texts.With("commands.serve.ready", ("address", address)));
        foreach (var office in await new OfficeQueries(opened.Database).AllAsync(cancellation))
        {
            Console.WriteLine($"  {address}/{office.Slug}/  {office.Name.For([texts.Language])}");
        }

        if (await app.Services.GetRequiredService<InvitationService>().FirstAsync(cancellation) is { } token)
        {
            Console.WriteLine(texts["commands.serve.first"]);
            Console.WriteLine($"  {app.Services.GetRequiredService<PublicAddress>().Of(AccountLinks.First(token))}");
        }

        Console.WriteLine(texts["commands.serve.stop"]);
    }
}
