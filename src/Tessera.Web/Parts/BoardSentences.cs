using Tessera.Domain.Calendar;
using Tessera.Features.Programmes;
using Tessera.Interchange.Offices;
using Tessera.Planning.Maps;
using Tessera.Planning.Programmes;

namespace Tessera.Web.Parts;

/// <summary>Says what the board has found: programmes by name or by hint, conflicts with their reasons, as far as the reader may see them.</summary>
/// <param name="viewer">The key of the organiser who reads; null for the office.</param>
public sealed class BoardSentences(SeasonBoard season, string? viewer, Texts texts, Display display)
{
    private static readonly int[] Rings = [5, 10, 20, 50, 100, 200, 500];

    /// <summary>Does the reader see anything of it?</summary>
    public bool Shows(SeasonEntry entry) => entry.SightOf(viewer) != Sight.Nothing;

    /// <summary>A plan may name what is no more, or lies outside the days that are looked at: who may see it is not known any more, so the office alone hears of it.</summary>
    private bool Shows(string key) => season.Find(key) is { } entry ? Shows(entry) : viewer is null;

    /// <summary>May the reader see which programme it is?</summary>
    public bool Names(SeasonEntry entry) => entry.SightOf(viewer) == Sight.Whole;

    /// <summary>The programme by its title; by a hint where the reader is not to know more.</summary>
    public string Title(SeasonEntry entry) => entry.SightOf(viewer) switch
    {
        Sight.Whole => display.Text(entry.Title)?.Text ?? entry.Key,
        Sight.Hint => display.Text(entry.Said.Hint)?.Text ?? Hint(entry),
        _ => texts["board.unseen"],
    };

    /// <summary>May the reader be told of this conflict? What somebody keeps closed still counts, but is not spoken of.</summary>
    public bool MayTell(ConflictReason reason) => Shows(reason.First) && (IsDay(reason) ? viewer is null || season.FindDay(reason.Second) is not null : Shows(reason.Second));

    /// <summary>When it is: of a hint only the days.</summary>
    public string When(SeasonEntry entry) => Names(entry) ? WhenText.Of(entry.Dates, texts) : WhenText.Days(entry.Dates.FirstDay, entry.Dates.LastDay, texts);

    /// <summary>For whom it is.</summary>
    public string Audiences(IReadOnlyList<string> words) => words.Count == 0 ? texts["board.everybody"] : string.Join(", ", words.Select(w => Words<ProgrammeAudience>.TryParse(w, out var audience) ? texts.Of(audience) : w));

    /// <summary>What stands against what, as a heading.</summary>
    public string Pair(ConflictReason reason) => $"{NameOf(reason.First)} – {(IsDay(reason) ? DayName(reason.Second) : NameOf(reason.Second))}";

    /// <summary>What stands against one of the two.</summary>
    /// <param name="own">The key in the season of the programme that is spoken of.</param>
    public string Other(ConflictReason reason, string own) => IsDay(reason) ? DayName(reason.Second) : NameOf(reason.First == own ? reason.Second : reason.First);

    /// <summary>Why, in a sentence.</summary>
    public string Why(ConflictReason reason) => texts.With(KeyOf(reason),
        ("shared", Shared(reason)), ("km", Number(reason.DistanceKm)), ("hours", Hours(reason.OverlapHours)), ("gap", Hours(reason.GapHours)), ("needed", Hours(reason.NeededHours)),
        ("day", IsDay(reason) ? DayName(reason.Second) : ""), ("country", IsDay(reason) ? display.Country(season.FindDay(reason.Second)?.Country) : ""));

    /// <summary>What it would cost.</summary>
    public string Cost(ConflictReason reason) => texts["board.lost", (int)Math.Round(reason.VisitorsLost)];

    private static bool IsDay(ConflictReason reason) => reason.Code is "public-holiday" or "exam-week" or "school-holiday" or "traditional-day";

    private static string KeyOf(ConflictReason reason) => "board.why-" + reason.Code + (reason.Code is "same-performer" or "same-stage" && reason.OverlapHours <= 0 ? "-near" : "");

    private string NameOf(string key) => season.Find(key) is { } entry ? Title(entry) : viewer is null ? key : texts["board.unseen"];

    private string DayName(string key)
    {
        if (season.FindDay(key) is not { } day) return key;
        var name = display.Text(day.Names)?.Text ?? texts.Of(day.Kind);
        return day.First == day.Last ? $"{name} ({WhenText.Day(day.First, texts)})" : $"{name} ({WhenText.Day(day.First, texts)} – {WhenText.Day(day.Last, texts)})";
    }

    private string Shared(ConflictReason reason) => reason.Code switch
    {
        "same-theme" => string.Join(", ", (reason.Shared ?? []).Select(t => Words<ProgrammeTheme>.TryParse(t, out var theme) ? texts.Of(theme) : t)),
        "same-performer" or "same-stage" => string.Join(", ", (reason.Shared ?? []).Select(season.NameOf)),
        _ => Audiences(reason.Shared ?? []),
    };

    private string Hint(SeasonEntry entry)
    {
        var who = Audiences(entry.Said.Audiences);
        if (DistanceTo(entry) is not { } km) return texts.With("board.hint", ("who", who));
        return texts.With("board.hint-near", ("who", who), ("km", Number(Rings.FirstOrDefault(r => r >= km, (int)Math.Ceiling(km)))));
    }

    private double? DistanceTo(SeasonEntry entry)
    {
        if (season.Organisers.FirstOrDefault(o => o.Key == viewer)?.At is not { } home) return null;
        var planned = season.Planning.Entries.FirstOrDefault(e => e.Key == entry.SeasonKey);
        return planned?.Venue.DistanceKm(new GeoPoint(home.Latitude, home.Longitude));
    }

    private string Number(double number) => display.Number((int)Math.Round(number));

    private string Hours(double hours) => hours >= 10 ? display.Number((int)Math.Round(hours)) : hours.ToString("0.#", texts.Culture);
}
