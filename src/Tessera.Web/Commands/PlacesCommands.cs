using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Tessera.Interchange.Places;
using Tessera.Web.Hosting;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary><c>tessera places find NAME</c> asks the directory of places; <c>tessera places build TABLE FILE</c> makes its file.</summary>
internal static class PlacesCommands
{
    private const int Given = 10;
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Both.</summary>
    public static Command Create(Texts texts) => new("places", texts["commands.places"]) { Find(texts), Build(texts) };

    private static Command Find(Texts texts)
    {
        var name = new Argument<string>("name") { Description = texts["commands.places-find.name"] };
        var country = new Option<string?>("--country") { Description = texts["commands.places-find.country"] };
        var json = new Option<bool>("--json") { Description = texts["commands.json"] };
        var command = new Command("find", texts["commands.places-find"]) { name, country, json };
        command.SetAction(call =>
        {
            using var index = PlacesIndex.Open(PlacesFile.Find());
            var found = index.Suggest(call.GetRequiredValue(name), call.GetValue(country), Given);
            if (call.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(found, Indented));
            else foreach (var (place, matched, distance) in found) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{place.Name}, {place.Region}, {place.Country}  {place.Latitude}, {place.Longitude}  ({matched}, {distance})"));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Build(Texts texts)
    {
        var table = new Argument<FileInfo>("table") { Description = texts["commands.places-build.table"] };
        var file = new Argument<FileInfo>("file") { Description = texts["commands.places-build.file"] };
        var command = new Command("build", texts["commands.places-build"]) { table, file };
        command.SetAction(call =>
        {
            var target = call.GetRequiredValue(file);
            var places = PlacesBuilder.Build(call.GetRequiredValue(table).FullName, target.FullName);
            target.Refresh();
            Console.WriteLine(texts.With("commands.places-build.done", ("places", places.ToString("N0", CultureInfo.CurrentCulture)), ("file", target.FullName), ("megabytes", (target.Length >> 20).ToString(CultureInfo.CurrentCulture))));
            return ExitCodes.Done;
        });
        return command;
    }
}
