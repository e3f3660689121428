using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Programmes;
using Tessera.Interchange.Offices;
using Tessera.Planning.Programmes;
using Tessera.Planning.Programmes.Dates;

namespace Tessera.Web.Parts;

/// <summary>The best dates as a page shows them.</summary>
public sealed record RankedLook(IReadOnlyList<DateAdvice> Dates, BoardSentences Say);

/// <summary>A question for the best dates of a programme, as it stands in a form; one of the dates taken makes the programme.</summary>
public sealed class DatesForm : IHasErrors
{
    /// <summary>The key under which the programme that is asked for stands in its own answer.</summary>
    public const string OwnKey = "asked";

    /// <summary>What can be asked for: what is held for visitors.</summary>
    public static IReadOnlyList<ActivityKind> Kinds { get; } =
        [ActivityKind.Event, ActivityKind.Festival, ActivityKind.Fair, ActivityKind.Exhibition, ActivityKind.Conference, ActivityKind.Training, ActivityKind.Ceremony, ActivityKind.RoundTable];

    /// <inheritdoc />
    public FormErrors Errors { get; private init; } = new();

    /// <summary>The organisers to choose from; none where it is clear whose it is.</summary>
    public IReadOnlyList<OrganiserView> Organisers { get; private init; } = [];

    public string Organiser { get; private init; } = "";

    public string Title { get; private init; } = "";

    public string Kind { get; private init; } = Words<ActivityKind>.Write(ActivityKind.Event);

    public string Start { get; private init; } = "";

    public string End { get; private init; } = "";

    public string WindowFrom { get; private init; } = "";

    public string WindowUntil { get; private init; } = "";

    public string Visitors { get; private init; } = "";

    public string CatchmentKm { get; private init; } = "";

    public IReadOnlyList<string> Audiences { get; private init; } = [];

    public IReadOnlyList<string> Themes { get; private init; } = [];

    public string Place { get; private init; } = "";

    public string Latitude { get; private init; } = "";

    public string Longitude { get; private init; } = "";

    public string Performers { get; private init; } = "";

    public string Stages { get; private init; } = "";

    /// <summary>The day that was chosen; null when only asked.</summary>
    public DateOnly? Taken { get; private init; }

    /// <summary>Does the folded part hold something?</summary>
    public bool HasMore => Errors.Any || Place.Length + Latitude.Length + Performers.Length + Stages.Length > 0;

    /// <summary>An empty form.</summary>
    public static DatesForm Empty(IReadOnlyList<OrganiserView> organisers, FormErrors errors) => new() { Errors = errors, Organisers = organisers };

    /// <summary>The form as it was sent.</summary>
    public static DatesForm Of(IFormCollection form, IReadOnlyList<OrganiserView> organisers, FormErrors errors) => new()
    {
        Errors = errors,
        Organisers = organisers,
        Organiser = form["organiser"].ToString(),
        Title = form["title"].ToString(),
        Kind = form["kind"].ToString(),
        Start = form["start"].ToString(),
        End = form["end"].ToString(),
        WindowFrom = form["windowFrom"].ToString(),
        WindowUntil = form["windowUntil"].ToString(),
        Visitors = form["visitors"].ToString(),
        CatchmentKm = form["catchmentKm"].ToString(),
        Audiences = [.. form["audiences"].OfType<string>()],
        Themes = [.. form["themes"].OfType<string>()],
        Place = form["place"].ToString(),
        Latitude = form["latitude"].ToString(),
        Longitude = form["longitude"].ToString(),
        Performers = form["performers"].ToString(),
        Stages = form["stages"].ToString(),
        Taken = form["take"] is [{ } day] ? ActivityTime.DayOf(day) : null,
    };

    /// <summary>The programme that is asked for; what cannot be read, or is missing, is among the errors.</summary>
    /// <param name="organiser">Whose it is; null when nobody was chosen.</param>
    public ActivityItem Item(OfficeView office, OrganiserView? organiser, string language, Texts texts)
    {
        if (organiser is null) Errors.Add("organiser", texts["dates.organiser-missing"]);
        if (string.IsNullOrWhiteSpace(Title)) Errors.Add("title", texts["dates.title-missing"]);
        var start = TimeInput.Exact(Start, "start", language, texts, Errors);
        if (string.IsNullOrWhiteSpace(Start)) Errors.Add("start", texts["dates.wish-missing"]);
        var hasHours = start?.Contains('T', StringComparison.Ordinal) == true;
        var place = new ActivityPlaceItem
        {
            Name = string.IsNullOrWhiteSpace(Place) ? LocalText.Empty : LocalText.Of(LanguageOf(office, language), Place.Trim()),
            Latitude = FormTexts.Decimal(Latitude, "latitude", texts, Errors),
            Longitude = FormTexts.Decimal(Longitude, "longitude", texts, Errors),
        };
        return new ActivityItem
        {
            Key = OwnKey,
            Kind = Kind,
            Status = Words<ActivityStatus>.Write(ActivityStatus.Planned),
            Title = string.IsNullOrWhiteSpace(Title) ? LocalText.Empty : LocalText.Of(LanguageOf(office, language), Title.Trim()),
            Start = start,
            End = TimeInput.Exact(End, "end", language, texts, Errors),
            Zone = hasHours ? CountryZone.Of(organiser?.Country ?? office.Country) : null,
            Place = place.Name.IsEmpty && place.Latitude is null ? null : place with { Name = place.Name.IsEmpty ? organiser?.Place ?? LocalText.Empty : place.Name },
            Coordination = Coordination(organiser?.Key ?? "", language, texts),
            Source = "",
        };
    }

    /// <summary>The window in which to look; null when it is wrong, which is then among the errors.</summary>
    public DayWindow? Window(ActivityItem item, Texts texts)
    {
        if (item.Coordination is { WindowFrom: { } from, WindowUntil: { } until } && ActivityTime.DayOf(from) is { } first && ActivityTime.DayOf(until) is { } last)
        {
            if (first <= last && last.DayNumber - first.DayNumber <= CoordinationLimits.Days) return new DayWindow(first, last);
            Errors.Add("windowUntil", texts["refusal." + CoordinationRefusal.WindowWrong]);
            return null;
        }

        if (!Errors.Any) Errors.Add("windowFrom", texts["refusal." + CoordinationRefusal.WindowMissing]);
        return null;
    }

    /// <summary>The field of the form that a finding is about.</summary>
    public static string Field(string path) => CoordinationForm.Field(path) ?? (path.StartsWith("place.name", StringComparison.Ordinal) ? "place" : path.Replace("place.", "", StringComparison.Ordinal).Split('.', '[')[0]);

    private CoordinationItem Coordination(string organiser, string language, Texts texts) => new()
    {
        Organiser = organiser,
        Firmness = Words<ProgrammeFirmness>.Write(ProgrammeFirmness.Movable),
        Audiences = Audiences,
        Themes = Themes,
        Visitors = FormTexts.Number(Visitors, "visitors", texts, Errors),
        CatchmentKm = FormTexts.Decimal(CatchmentKm, "catchmentKm", texts, Errors),
        WindowFrom = TimeInput.Exact(WindowFrom, "windowFrom", language, texts, Errors),
        WindowUntil = TimeInput.Exact(WindowUntil, "windowUntil", language, texts, Errors),
        Performers = FormTexts.Lines(Performers),
        Stages = FormTexts.Lines(Stages),
    };

    /// <summary>What is typed is in the reader's language where the office writes it, else in the office's first.</summary>
    private static string LanguageOf(OfficeView office, string language) => office.Languages.Contains(language) ? language : office.Languages[0];
}
