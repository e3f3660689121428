using System.CommandLine;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Pages;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary><c>tessera read FILE</c>: what a page says about partners, without taking anything over. It opens no database.</summary>
internal static class ReadCommand
{
    /// <summary>The command.</summary>
    /// <param name="places">Opens the directory by which names are matched.</param>
    public static Command Create(Func<IPlaces> places, Texts texts)
    {
        var file = new Argument<string>("file") { Description = texts["commands.read.file"] };
        var language = new Option<string?>("--lang") { Description = texts["commands.read.lang"] };
        language.AcceptOnlyFromAmong([.. PageReader.Languages]);
        var home = new Option<string?>("--home") { Description = texts["commands.read.home"] };
        var country = new Option<string?>("--country") { Description = texts["commands.read.country"] };
        country.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<string?>() is { } code && !CountryCode.IsCode(code)) r.AddError(texts.With("commands.read.no-country", ("country", code)));
        });
        var json = new Option<bool>("--json") { Description = texts["commands.json"] };
        var command = new Command("read", texts["commands.read"]) { file, language, home, country, json };
        command.SetAction(async (call, cancellation) =>
        {
            var path = call.GetRequiredValue(file);
            if (await InputFile.ReadAsync(path, texts, cancellation) is not { } content) return ExitCodes.Refused;
            if (PageSource.Read(content) is not { } page) return await ExitCodes.RefuseAsync(texts.With("commands.read.unreadable", ("file", path)));

            var reading = new PageReader(places()).Read(page, new ReadingOptions(call.GetValue(language), call.GetValue(home), call.GetValue(country)?.Trim().ToUpperInvariant()));
            if (call.GetValue(json)) await Console.OpenStandardOutput().WriteAsync(ReadingFile.Write(reading), cancellation);
            else await Console.Out.WriteAsync(ReadingTable.Of(reading, texts));
            return ExitCodes.Done;
        });
        return command;
    }
}
