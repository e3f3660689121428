using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Tessera.Interchange.Places;
using Tessera.Interchange.Reading;
using Tessera.Web.Hosting;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary><c>tessera places find NAME</c> asks the directory of places; <c>tessera places build TABLE FILE</c> makes its file.</summary>
internal static class PlacesCommands
{
    private const int Given = 10;
    private static readonly string[] Levels = ["municipality", "county", "province", "region", "district"];
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Both.</summary>
    public static Command Create(Texts texts) => new("places", texts["commands.places"]) { Find(texts), Build(texts) };

    private static Command Find(Texts texts)
    {
        var name = new Argument<string>("name") { Description = texts["commands.places-find.name"] };
        var country = new Option<string?>("--country") { Description = texts["commands.places-find.country"] };
        var level = new Option<string?>("--level") { Description = texts["commands.places-find.level"] };
        level.AcceptOnlyFromAmong(Levels);
        var json = new Option<bool>("--json") { Description = texts["commands.json"] };
        var command = new Command("find", texts["commands.places-find"]) { name, country, level, json };
        command.SetAction(call =>
        {
            using var index = PlacesIndex.Open(PlacesFile.Find());
            var found = Ask(index, call.GetRequiredValue(name), call.GetValue(country), call.GetValue(level));
            if (call.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(found, Indented));
            else foreach (var (place, matched, distance) in found) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", new[] { place.Name, place.Region, place.Level, place.Code, place.Country }.Where(p => p.Length > 0))}  {place.Latitude}, {place.Longitude}  ({matched}, {distance})"));
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>Towns, or the areas of a level; where no area of the level is called so, the areas of others.</summary>
    private static IReadOnlyList<PlaceFound> Ask(PlacesIndex index, string name, string? country, string? level)
    {
        if (level is null or "municipality" || index.Areas is not { } areas) return index.Suggest(name, country, Given);
        var found = areas.Suggest(name, country, PlacesIndex.MostGiven);
        var same = found.Where(f => f.Place.Level == level).ToList();
        return [.. (same.Count > 0 ? same : found).Take(Given)];
    }

    private static Command Build(Texts texts)
    {
        var table = new Argument<FileInfo>("table") { Description = texts["commands.places-build.table"] };
        var file = new Argument<FileInfo>("file") { Description = texts["commands.places-build.file"] };
        var authorities = new Option<FileInfo?>("--lau") { Description = texts["commands.places-build.lau"] };
        var command = new Command("build", texts["commands.places-build"]) { table, file, authorities };
        command.SetAction(call =>
        {
            var target = call.GetRequiredValue(file);
            var built = PlacesBuilder.Build(call.GetRequiredValue(table).FullName, target.FullName, call.GetValue(authorities)?.FullName);
            target.Refresh();
            Console.WriteLine(texts.With("commands.places-build.done", ("places", built.Places.ToString("N0", CultureInfo.CurrentCulture)), ("areas", built.Areas.ToString("N0", CultureInfo.CurrentCulture)), ("codes", built.WithCode.ToString("N0", CultureInfo.CurrentCulture)), ("file", target.FullName), ("megabytes", (target.Length >> 20).ToString(CultureInfo.CurrentCulture))));
            return ExitCodes.Done;
        });
        return command;
    }
}
