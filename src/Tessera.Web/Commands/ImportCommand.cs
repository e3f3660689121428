using System.CommandLine;
using System.Globalization;
using Tessera.Features.Offices;
using Tessera.Features.Pairs;
using Tessera.Features.Partners;
using Tessera.Features.Readings;
using Tessera.Features.Storage;
using Tessera.Interchange.Reading;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary>
/// <c>tessera import FILE --office SLUG --accept 0.9</c>: reads a page and takes what is at least so sure into the office's register. What looks like a partner the office has, and what is less sure, waits at the desk.
/// <c>tessera import --undo ID --office SLUG</c> takes all of it back, and <c>tessera import --undo ID</c> an import of pairs from every office.
/// </summary>
internal static class ImportCommand
{
    private const string Author = "tessera import";
    private const double UsualAccept = 0.9;

    /// <summary>The command.</summary>
    /// <param name="places">Opens the directory by which names are matched.</param>
    public static Command Create(Installation installation, Func<IPlaces> places, Texts texts)
    {
        var file = new Argument<string?>("file") { Description = texts["commands.read.file"], Arity = ArgumentArity.ZeroOrOne };
        var slug = new Option<string>("--office") { Description = texts["commands.office-slug"] };
        var accept = new Option<double>("--accept") { Description = texts["commands.import.accept"], DefaultValueFactory = _ => UsualAccept };
        accept.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<double>() is < 0 or > 1) r.AddError(texts["commands.import.accept-wrong"]);
        });
        var undo = new Option<Guid?>("--undo") { Description = texts["commands.import.undo"] };
        var command = new Command("import", texts["commands.import"]) { file, slug, accept, undo };
        command.Validators.Add(r =>
        {
            if (r.GetValue(slug) is null && r.GetValue(undo) is null) r.AddError(texts["commands.import.no-office"]);
        });
        command.SetAction(async (call, cancellation) =>
        {
            await using var opened = await installation.OpenAsync(cancellation);
            await opened.MigrateAsync(cancellation);
            if (call.GetValue(slug) is not { } name) return await UndoPairsAsync(opened.Database, call.GetValue(undo)!.Value, places(), texts, cancellation);
            if (await new OfficeQueries(opened.Database).FindAsync(name, cancellation) is not { } office) return await ExitCodes.RefuseOfficeAsync(name, texts);
            var readings = Readings(opened.Database, places());
            if (call.GetValue(undo) is { } id) return await UndoAsync(readings, office, id, texts, cancellation);
            if (call.GetValue(file) is not { } path) return await ExitCodes.RefuseAsync(texts["commands.import.no-file"]);
            return await InputFile.ReadAsync(path, texts, cancellation) is { } content
                ? await ImportAsync(readings, office, new PageSent(ReadingKind.File, path == "-" ? "" : Path.GetFileName(path), null, content), call.GetValue(accept), texts, cancellation)
                : ExitCodes.Refused;
        });
        return command;
    }

    private static async Task<int> ImportAsync(ReadingService readings, OfficeView office, PageSent sent, double accept, Texts texts, CancellationToken cancellation)
    {
        var read = await readings.ReadAsync(office, sent, Author, cancellation);
        if (read.Id is not { } id) return await ExitCodes.RefuseAsync(texts.With(read.Refusal!, ("most", "5 MB")));
        var page = (await readings.FindAsync(office, id, cancellation))!;
        var all = await readings.TakeAllAsync(office, id, accept, new Edit(Author, page.Card.Title), cancellation, now =>
            Console.Error.WriteLineAsync($"{now.Done}/{now.Of} {now.Item.Name}: {(now.Decision.IsDone ? texts["commands.import.taken"] : string.Join(' ', now.Decision.Findings.Select(f => Refusals.Sentence(f, texts))))}"));
        Console.WriteLine(texts.With("commands.import.done", ("taken", Number(all.Taken)), ("waiting", Number(page.Card.Open - all.Taken)), ("same", Number(page.Items.Count(i => i.State == ReadingState.Same))), ("id", id.ToString())));
        return ExitCodes.Done;
    }

    private static async Task<int> UndoAsync(ReadingService readings, OfficeView office, Guid id, Texts texts, CancellationToken cancellation)
    {
        if (await readings.UndoAsync(office, id, new Edit(Author), cancellation) is not { } undone) return await ExitCodes.RefuseAsync(texts["commands.import.no-such"]);
        Console.WriteLine(texts.With("commands.import.undone", ("undone", Number(undone.Undone)), ("left", string.Join(", ", undone.Left.Select(l => l.Key)))));
        return ExitCodes.Done;
    }

    /// <summary>Without an office the number is that of an import of pairs, which many offices may have taken part in.</summary>
    private static async Task<int> UndoPairsAsync(Database database, Guid id, IPlaces places, Texts texts, CancellationToken cancellation)
    {
        var undone = await new PairUndoing(database, Readings(database, places)).UndoAsync(id, new Edit(Author), slug => Console.Error.WriteLine(slug), cancellation);
        if (undone is null) return await ExitCodes.RefuseAsync(texts["commands.import.no-such"]);
        Console.WriteLine(texts.With("commands.pairs.undone", ("offices", Number(undone.Offices)), ("undone", Number(undone.Undone)), ("left", string.Join(", ", undone.Left.Select(l => $"{l.Office}/{l.Key}")))));
        return ExitCodes.Done;
    }

    private static ReadingService Readings(Database database, IPlaces places) => new(database, new PartnerService(database, TimeProvider.System), places, ReadingSentences.Note, TimeProvider.System);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
