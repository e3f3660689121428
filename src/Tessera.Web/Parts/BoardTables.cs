using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Calendar;
using Tessera.Features.Calendar;
using Tessera.Features.Offices;
using Tessera.Features.Programmes;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Tables;
using Tessera.Planning.Programmes;

namespace Tessera.Web.Parts;

/// <summary>What somebody sees of the board as files: its programmes, or its conflicts with weight and reason, and never more than the page shows her. Machine names never change.</summary>
/// <param name="page">Where it can be looked at; never an address that is secret.</param>
public sealed class BoardTables(BoardLook look, OfficeView office, Texts texts, Display display, string page)
{
    /// <summary>The tables there are.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["programmes", "conflicts"];

    /// <summary>A table as a file; null when there is no such table or form.</summary>
    public FileContentResult? File(string? kind, string? ending)
    {
        if (kind is null || !Kinds.Contains(kind)) return null;
        return TableFile.Of(kind == "programmes" ? Programmes() : Conflicts(), ending, $"{office.Slug}-{kind}", kind, office.Name,
            ("from", BestDates.Text(look.Season.Span.First)), ("to", BestDates.Text(look.Season.Span.Last)), ("html", page));
    }

    private Table Programmes()
    {
        TableColumn[] columns =
        [
            new("title", texts["calendar.what"]), new("first_day", texts["fields.first"]), new("last_day", texts["fields.last"]), new("when", texts["calendar.when"]), new("organiser", texts["fields.organiser"]),
            new("place", texts["fields.place"]), new("audiences", texts["fields.audiences"]), new("themes", texts["fields.themes"]), new("expected_visitors", texts["fields.visitors"], ColumnKind.Number),
            new("firmness", texts["fields.firmness"]), new("window_from", texts["fields.windowFrom"]), new("window_until", texts["fields.windowUntil"]),
            new("conflicts", texts["board.conflicts-column"], ColumnKind.Number), new("visitors_lost", texts["board.cost"], ColumnKind.Number),
        ];
        return new Table(texts["board.heading"], columns, [.. look.Shown.Take(ActivityQueries.MostOccurrences).Select(Programme)], About());
    }

    /// <summary>Of what is only hinted at: for whom it is, and on which days.</summary>
    private IReadOnlyList<object?> Programme(int number)
    {
        var entry = look.Season.Entries[number];
        var isNamed = look.Say.Names(entry);
        T? Named<T>(T value) where T : class => isNamed ? value : null;
        return
        [
            look.Say.Title(entry), BestDates.Text(entry.Dates.FirstDay), BestDates.Text(entry.Dates.LastDay), look.Say.When(entry), Named(display.Text(entry.Organiser.Names)?.Text ?? entry.Organiser.Key),
            Named(display.Text(entry.Place)?.Text ?? ""), string.Join("; ", entry.Said.Audiences), Named(string.Join("; ", entry.Said.Themes)), isNamed ? (decimal?)entry.Said.Visitors : null,
            Words<ProgrammeFirmness>.Write(entry.Firmness), isNamed ? entry.Said.WindowFrom : null, isNamed ? entry.Said.WindowUntil : null, (decimal)look.ConflictsOf(number), Whole(look.LostBy(number)),
        ];
    }

    private Table Conflicts()
    {
        TableColumn[] columns =
        [
            new("between", texts["board.between"]), new("kind", texts["fields.kind"]), new("why", texts["board.why"]), new("visitors_lost", texts["board.cost"], ColumnKind.Number),
            new("weight", texts["board.weight"], ColumnKind.Number), new("distance_km", texts["board.distance"], ColumnKind.Number), new("overlap_hours", texts["board.overlap"], ColumnKind.Number),
        ];
        return new Table(texts["board.conflicts-heading"], columns, [.. look.Conflicts.Take(ActivityQueries.MostOccurrences).Select(look.Season.Reason).Select(Conflict)], About());
    }

    private IReadOnlyList<object?> Conflict(ConflictReason reason) =>
        [look.Say.Pair(reason), reason.Code, look.Say.Why(reason), Whole(reason.VisitorsLost), Whole(reason.Weight), Tenth(reason.DistanceKm), Tenth(reason.OverlapHours)];

    private List<string> About() =>
    [
        display.Text(office.Name)?.Text ?? office.Slug, page, texts.With("board.span", ("from", WhenText.Day(look.Season.Span.First, texts)), ("to", WhenText.Day(look.Season.Span.Last, texts))),
        texts.With("board.explained", ("day", WhenText.Day(SeasonBoard.Settings.Dated, texts))),
    ];

    private static decimal Whole(double number) => Math.Round((decimal)number);

    private static decimal Tenth(double number) => Math.Round((decimal)number, 1);
}
