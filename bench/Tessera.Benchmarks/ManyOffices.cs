using System.Globalization;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;

namespace Tessera.Benchmarks;

/// <summary>Writes the files of a large association: 1,000 offices with 25 partnerships each, the same every time.</summary>
internal static class ManyOffices
{
    private static readonly string[] Countries = ["HU", "SE", "RO", "DE", "EE", "FI", "PL", "IT", "FR", "SK"];

    /// <summary>Writes one file for each office.</summary>
    public static void Write(string folder, int offices, int partners)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < offices; i++) File.WriteAllBytes(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"town-{i:0000}.json")), OfficeFileWriter.Write(Office(i, partners)));
    }

    private static OfficeFile Office(int number, int partners)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"town-{number:0000}");
        var random = new Random(number);
        return new OfficeFile
        {
            Format = OfficeFile.CurrentFormat,
            Office = new OfficeSheet
            {
                Slug = key, Kind = "municipality", Authority = key, Name = Names(key), ShortName = Names(key), Languages = ["en", "hu"], Colour = "#1d4f7c", Summary = Names(key), Source = "page",
            },
            Sources = [new SourceItem { Key = "page", Title = LocalText.Of("en", "A page") }],
            Places = [.. Enumerable.Range(0, partners).Select(i => Place($"{key}-p{i}", random)), Place(key, random)],
            Authorities = [.. Enumerable.Range(0, partners).Select(i => Authority($"{key}-p{i}", i)), Authority(key, 0)],
            Partners = [.. Enumerable.Range(0, partners).Select(i => Partner($"{key}-p{i}", i, random))],
        };
    }

    private static PlaceItem Place(string key, Random random) => new()
    {
        Key = key, Names = Names(key), Country = Countries[Math.Abs(key.Length) % Countries.Length], Latitude = 36 + (random.NextDouble() * 30), Longitude = -9 + (random.NextDouble() * 40), Source = "page",
    };

    private static AuthorityItem Authority(string key, int i) => new() { Key = key, Kind = "municipality", Country = Countries[i % Countries.Length], Names = Names(key), Seat = key, Source = "page" };

    private static PartnerItem Partner(string key, int i, Random random) => new()
    {
        Key = key, Number = i + 1, Authority = key, Kind = "twin-town", RegisteredName = "Municipality of " + key, Names = Names(key), Address = ["1 Main Street", "1000 " + key], Source = "page",
        Agreements = [new AgreementItem { Key = key, Kind = "twinning", Decision = $"{i + 1}/{1990 + random.Next(30)}", Dates = [new AgreementDateItem("signed", PartialDate.OfYear(1990 + random.Next(30)))], Source = "page" }],
    };

    private static LocalText Names(string key) => new([new("en", "Town " + key), new("hu", key + " város"), new("sv", key + " stad"), new("ro", "orașul " + key)]);
}
