using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>Cells of columns of which somebody said what they hold: such a cell gives its field and nothing else, and gives it also where no rule knows its form.</summary>
internal static class CellFields
{
    /// <summary>The rule of a label that somebody gave.</summary>
    public const string Rule = "told";

    /// <summary>What is recognised in cells by itself, and the field it tells; of two that fit the first counts.</summary>
    public static readonly IReadOnlyList<(string Key, string Field)> ByContent =
        [(Says.Country, "country"), (Says.Decision, "decision"), (Says.Website, "website"), (Says.Email, "email"), (Says.Phone, "phone"), (Says.Date, "signed"), (Says.Status, "status"), (Says.Kind, "kind"), (Says.Population, "population"), (Says.Area, "area")];

    /// <summary>Was it said that the line holds a field? Null asks for any.</summary>
    public static bool IsTold(Line line, string? field = null) => line.Mentions.Any(m => m.Rule == Rule && m.Key == Says.Label && (field is null || m.Value == field));

    /// <summary>The cell with what its column's field keeps of it.</summary>
    public static Line Of(Line cell, string field)
    {
        var kept = cell.Mentions.Where(m => IsOf(m.Key, field)).ToList();
        if (Whole(cell, field) is { } whole && !kept.Any(m => m.Key == whole.Key)) kept.Add(whole);
        return Labels.With(cell with { Mentions = kept }, new Mention(Says.Label, field, cell.Start, cell.Start, Rule));
    }

    private static bool IsOf(string key, string field) => field switch
    {
        "name" => key is Says.Level or Says.Country or "country-adjective",
        "signed" or "decided" or "renewed" or "ended" => key is Says.Date,
        "decision" => key is Says.Decision,
        "address" => key is "address-word" or "po-box",
        "population" => key is Says.Population or "inhabitants" or "million" or "thousand",
        "area" => key is Says.Area or "area-unit",
        _ => key == field,
    };

    /// <summary>The whole cell as the field's value, where it can only be that.</summary>
    private static Mention? Whole(Line cell, string field)
    {
        var text = cell.Text.Trim();
        return field switch
        {
            "country" when CountryCode.IsCode(text.ToUpperInvariant()) => Said(Says.Country, text.ToUpperInvariant()),
            "decision" => Said(Says.Decision, text),
            "website" when text.Contains('.', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal) => Said(Says.Website, text),
            "phone" when cell.Text.Any(char.IsAsciiDigit) => Said(Says.Phone, text),
            _ => null,
        };

        Mention Said(string key, string value) => new(key, value, cell.Start, cell.End, Rule);
    }
}
