using System.CommandLine;
using System.Text;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Pairs;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Reconciliation;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary>
/// <c>tessera import-pairs FILE --office SLUG</c> or <c>--all-offices</c>: takes an outside register of pairs into the registers of the offices whose authorities it names. What is doubtful waits at the
/// desks. The file is read once, line by line.
/// </summary>
internal static class ImportPairsCommand
{
    private const string Author = "tessera import-pairs";

    /// <summary>The command.</summary>
    /// <param name="places">Opens the directory by which names are matched.</param>
    public static Command Create(Installation installation, Func<IPlaces> places, Texts texts)
    {
        var file = new Argument<string>("file") { Description = texts["commands.reconcile.file"] };
        var slug = new Option<string?>("--office") { Description = texts["commands.pairs.office"] };
        var all = new Option<bool>("--all-offices") { Description = texts["commands.pairs.all-offices"] };
        var source = new Option<string?>("--source") { Description = texts["commands.pairs.source"] };
        var statedOn = new Option<string?>("--as-of") { Description = texts["commands.pairs.as-of"] };
        var trial = new Option<bool>("--dry-run") { Description = texts["commands.pairs.dry-run"] };
        var json = new Option<bool>("--json") { Description = texts["commands.json"] };
        var command = new Command("import-pairs", texts["commands.pairs"]) { file, slug, all, source, statedOn, trial, json };
        command.Validators.Add(r =>
        {
            if (r.GetValue(slug) is null != r.GetValue(all)) r.AddError(texts["commands.pairs.which-office"]);
            if (r.GetValue(source) is { } name && (name.Length > PairImport.LongestSource || string.IsNullOrWhiteSpace(name))) r.AddError(texts.With("commands.pairs.source-wrong", ("most", PairImport.LongestSource.ToString("N0", texts.Culture))));
            if (r.GetValue(statedOn) is { } day && Day(day) is null) r.AddError(texts["commands.pairs.as-of-wrong"]);
        });
        command.SetAction(async (call, cancellation) =>
        {
            var path = call.GetRequiredValue(file);
            await using var content = await InputFile.OpenAsync(path, texts);
            if (content is null) return ExitCodes.Refused;
            var title = call.GetValue(source) ?? (path == InputFile.StandardInput ? "–" : Path.GetFileName(path));
            var day = call.GetValue(statedOn) is { } said ? Day(said)! : PartialDate.OfDay(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
            var work = new PairWork(call.GetValue(slug), title, day, call.GetValue(trial));
            using var report = new PairReport(texts, call.GetValue(json), isTold: work.Office is not null);
            return await RunAsync(installation, places, (path, content), work, report, texts, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(Installation installation, Func<IPlaces> places, (string Path, Stream Content) file, PairWork work, PairReport report, Texts texts, CancellationToken cancellation)
    {
        using var reader = new StreamReader(file.Content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        try
        {
            var lines = RegisterFile.Lines(reader);
            await using var opened = await installation.OpenAsync(cancellation);
            await opened.MigrateAsync(cancellation);
            report.Begin();
            var imported = await new PairImport(opened.Database, places(), TimeProvider.System).ImportAsync(lines, work, $"{Author} ({Environment.UserName})", report.Tell, report.Progress, cancellation);
            if (imported is null) return await ExitCodes.RefuseOfficeAsync(work.Office!, texts);
            report.End(imported, work.IsTrial);
            return ExitCodes.Done;
        }
        catch (FormatException)
        {
            return await ExitCodes.RefuseAsync(texts.With("commands.reconcile.unreadable", ("file", file.Path)));
        }
        catch (DecoderFallbackException)
        {
            return await ExitCodes.RefuseAsync(texts.With("commands.pairs.not-utf-8", ("file", file.Path)));
        }
    }

    private static PartialDate? Day(string text) => PartialDate.TryParseEdtf(text, out var day) ? day : null;
}
