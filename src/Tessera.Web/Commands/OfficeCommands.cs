using System.CommandLine;
using System.Text.Json;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Reports;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary><c>tessera office load | examples | create | dump | reports</c></summary>
internal static class OfficeCommands
{
    private const string UsualColour = "#1d4f7c";
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The command with its verbs.</summary>
    public static Command Create(Installation installation, Texts texts) => new("office", texts["commands.office"])
    {
        Load(installation, texts), Examples(installation, texts), CreateOffice(installation, texts), Dump(installation, texts), Reports(installation, texts),
    };

    private static Command Load(Installation installation, Texts texts)
    {
        var files = new Argument<FileInfo[]>("file") { Description = texts["commands.office-load.file"], Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = texts["commands.json"] };
        var command = new Command("load", texts["commands.office-load"]) { files, json };
        command.SetAction(async (call, cancellation) =>
        {
            await using var opened = await installation.OpenAsync(cancellation);
            await opened.MigrateAsync(cancellation);
            var loader = new OfficeLoader(opened.Database, TimeProvider.System);
            var code = ExitCodes.Done;
            foreach (var file in call.GetRequiredValue(files)) code = Math.Max(code, await LoadAsync(loader, file, call.GetValue(json), texts, cancellation));
            return code;
        });
        return command;
    }

    private static async Task<int> LoadAsync(OfficeLoader loader, FileInfo file, bool json, Texts texts, CancellationToken cancellation)
    {
        if (!file.Exists) return await ExitCodes.RefuseAsync(texts.With("commands.no-such-file", ("file", file.FullName)));

        var loading = await loader.LoadAsync(await File.ReadAllBytesAsync(file.FullName, cancellation), file.Name, $"tessera office load ({Environment.UserName})", cancellation);
        if (json) Console.WriteLine(JsonSerializer.Serialize(loading, Indented));
        else OfficeReport.Write(loading, file.Name, texts);
        return loading.IsRefused ? ExitCodes.Refused : ExitCodes.Done;
    }

    private static Command Examples(Installation installation, Texts texts)
    {
        var command = new Command("examples", texts["commands.office-examples"]);
        command.SetAction(async (_, cancellation) =>
        {
            await using var opened = await installation.OpenAsync(cancellation);
            await opened.MigrateAsync(cancellation);
            var loaded = await new ExampleOffices(opened.Database, TimeProvider.System).LoadAsync(installation.Examples, cancellation);
            if (loaded.Count == 0) Console.WriteLine(texts["commands.office-examples.none"]);
            foreach (var loading in loaded) OfficeReport.Write(loading, loading.IsRefused ? loading.Findings[0].File : "", texts);
            return loaded.Any(l => l.IsRefused) ? ExitCodes.Refused : ExitCodes.Done;
        });
        return command;
    }

    private static Command CreateOffice(Installation installation, Texts texts)
    {
        var slug = new Argument<string>("office") { Description = texts["commands.office-slug"] };
        var name = new Option<string>("--name") { Description = texts["commands.office-create.name"], Required = true };
        var language = new Option<string>("--language") { Description = texts["commands.office-create.language"], DefaultValueFactory = _ => "en" };
        var country = new Option<string>("--country") { Description = texts["commands.office-create.country"], Required = true };
        var kind = new Option<string>("--kind") { Description = texts["commands.office-create.kind"], DefaultValueFactory = _ => "municipality" };
        kind.AcceptOnlyFromAmong([.. Words<OfficeKind>.All]);
        var command = new Command("create", texts["commands.office-create"]) { slug, name, language, country, kind };
        command.SetAction(async (call, cancellation) =>
        {
            await using var opened = await installation.OpenAsync(cancellation);
            await opened.MigrateAsync(cancellation);
            var names = LocalText.Of(call.GetRequiredValue(language), call.GetRequiredValue(name));
            var office = new NewOffice(call.GetRequiredValue(slug), Words<OfficeKind>.Parse(call.GetRequiredValue(kind)), names, names, call.GetRequiredValue(country), [call.GetRequiredValue(language)], UsualColour);
            var findings = await new HostService(opened.Database, new OfficeLoader(opened.Database, TimeProvider.System), TimeProvider.System).CreateAsync(office, $"tessera office create ({Environment.UserName})", cancellation);
            foreach (var finding in findings) await Console.Error.WriteLineAsync(Refusals.Sentence(finding, texts));
            return findings.Count > 0 ? ExitCodes.Refused : ExitCodes.Done;
        });
        return command;
    }

    private static Command Dump(Installation installation, Texts texts)
    {
        var slug = new Argument<string>("office") { Description = texts["commands.office-slug"] };
        var output = new Option<FileInfo?>("--output", "-o") { Description = texts["commands.office-dump.output"] };
        var command = new Command("dump", texts["commands.office-dump"]) { slug, output };
        command.SetAction(async (call, cancellation) =>
        {
            await using var opened = await installation.OpenAsync(cancellation);
            await opened.MigrateAsync(cancellation);
            var office = call.GetRequiredValue(slug);
            if (await new OfficeLoader(opened.Database, TimeProvider.System).DumpAsync(office, cancellation) is not { } file) return await ExitCodes.RefuseOfficeAsync(office, texts);
            var bytes = OfficeFileWriter.Write(file);
            if (call.GetValue(output) is { } target) await File.WriteAllBytesAsync(target.FullName, bytes, cancellation);
            else await Console.OpenStandardOutput().WriteAsync(bytes, cancellation);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Reports(Installation installation, Texts texts)
    {
        var slug = new Argument<string>("office") { Description = texts["commands.office-slug"] };
        var command = new Command("reports", texts["commands.office-reports"]) { slug };
        command.SetAction(async (call, cancellation) =>
        {
            await using var opened = await installation.OpenAsync(cancellation);
            await opened.MigrateAsync(cancellation);
            var name = call.GetRequiredValue(slug);
            if (await new OfficeQueries(opened.Database).FindAsync(name, cancellation) is not { } office) return await ExitCodes.RefuseOfficeAsync(name, texts);
            var reports = await new ErrorReportService(opened.Database, TimeProvider.System).ReadAsync(office, cancellation);
            Console.WriteLine(texts["commands.reports", reports.Count]);
            foreach (var report in reports) Console.WriteLine($"\n{report.At:yyyy-MM-dd HH:mm} UTC  {report.Page}  ({report.Language})\n{report.Message}\n{report.ReplyTo}");
            return ExitCodes.Done;
        });
        return command;
    }
}
