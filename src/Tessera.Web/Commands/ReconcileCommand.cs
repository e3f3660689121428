using System.CommandLine;
using System.Text.Json;
using Tessera.Features.Offices;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Reading.Reconciliation;
using Tessera.Interchange.Tables;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary><c>tessera reconcile FILE --office SLUG</c>: an outside register of partnerships held against the directory and the office's records. Nothing is changed.</summary>
internal static class ReconcileCommand
{
    /// <summary>The command.</summary>
    /// <param name="places">Opens the directory by which names are matched.</param>
    public static Command Create(Installation installation, Func<IPlaces> places, Texts texts)
    {
        var file = new Argument<string>("file") { Description = texts["commands.reconcile.file"] };
        var slug = new Option<string>("--office") { Description = texts["commands.office-slug"], Required = true };
        var json = new Option<bool>("--json") { Description = texts["commands.json"] };
        var command = new Command("reconcile", texts["commands.reconcile"]) { file, slug, json };
        command.SetAction(async (call, cancellation) =>
        {
            var path = call.GetRequiredValue(file);
            if (await InputFile.ReadAsync(path, texts, cancellation) is not { } content) return ExitCodes.Refused;
            if (Pairs(content) is not { } pairs) return await ExitCodes.RefuseAsync(texts.With("commands.reconcile.unreadable", ("file", path)));
            await using var opened = await installation.OpenAsync(cancellation);
            await opened.MigrateAsync(cancellation);
            var office = call.GetRequiredValue(slug);
            if (await new OfficeLoader(opened.Database, TimeProvider.System).DumpAsync(office, cancellation) is not { } records) return await ExitCodes.RefuseOfficeAsync(office, texts);
            var findings = new Reconciler(places(), OwnRecords.Of(records)).Compare(pairs).ToList();
            if (call.GetValue(json)) await Console.OpenStandardOutput().WriteAsync(Json(findings), cancellation);
            else ReconciliationReport.Write(findings, texts);
            return ExitCodes.Done;
        });
        return command;
    }

    private static IEnumerable<RegisterPair>? Pairs(byte[] content)
    {
        try
        {
            return RegisterFile.Read(new StringReader(Decoding.Read(content)));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static byte[] Json(IReadOnlyList<RegisterFinding> findings)
    {
        var counts = Enum.GetValues<RegisterAnswer>().ToDictionary(ReconciliationReport.Word, a => findings.Count(f => f.Answer == a));
        var document = new { counts, findings = findings.Select(f => new { Answer = ReconciliationReport.Word(f.Answer), f.Reason, f.Line, f.Origin, f.Partner, f.Country, f.Key, f.Arguments }) };
        return [.. JsonSerializer.SerializeToUtf8Bytes(document, PublishedJson.Options), (byte)'\n'];
    }
}
