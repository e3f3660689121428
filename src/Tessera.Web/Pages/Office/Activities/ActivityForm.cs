using System.Globalization;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>An activity's fields as they stand in a form.</summary>
public sealed class ActivityForm : IHasErrors
{
    private const int MorePartners = 2;

    /// <inheritdoc />
    public FormErrors Errors { get; private init; } = new();

    public required OfficeView Office { get; init; }

    /// <summary>What the form offers.</summary>
    public required ActivityChoices Choices { get; init; }

    public string Kind { get; private init; } = Words<ActivityKind>.Write(ActivityKind.IncomingVisit);

    public string Purpose { get; private init; } = "";

    public bool Public { get; private init; }

    public LocalText Title { get; private init; } = LocalText.Empty;

    public LocalText Text { get; private init; } = LocalText.Empty;

    public LocalText Expected { get; private init; } = LocalText.Empty;

    /// <summary>The figures that are expected, and some empty lines.</summary>
    public IReadOnlyList<FigureLine> Figures { get; private init; } = FigureLines.Of([]);

    public string Start { get; private init; } = "";

    public string End { get; private init; } = "";

    public string Zone { get; private init; } = "";

    public string Recurrence { get; private init; } = "";

    public string Except { get; private init; } = "";

    public string EveryYears { get; private init; } = "";

    public string Authority { get; private init; } = "";

    public LocalText Place { get; private init; } = LocalText.Empty;

    public string Latitude { get; private init; } = "";

    public string Longitude { get; private init; } = "";

    public string Hosts { get; private init; } = "";

    public string Responsible { get; private init; } = "";

    public string Membership { get; private init; } = "";

    public string Website { get; private init; } = "";

    public IReadOnlyList<string> Fields { get; private init; } = [];

    /// <summary>Partners with their parts, and some empty lines.</summary>
    public IReadOnlyList<ActivityPartnerItem> Partners { get; private init; } = [];

    /// <summary>The rules to choose from, and the one that it has already.</summary>
    public IEnumerable<string> Rules => new[] { "FREQ=YEARLY", "FREQ=YEARLY;INTERVAL=2", "FREQ=MONTHLY", "FREQ=WEEKLY", "FREQ=DAILY", Recurrence }.Where(r => r.Length > 0).Distinct();

    /// <summary>Does the folded part hold something?</summary>
    public bool HasMore => Errors.Any || EveryYears.Length + Except.Length + Latitude.Length + Hosts.Length + Website.Length > 0 || !Expected.IsEmpty || Figures.Any(f => f.Value.Length > 0);

    /// <summary>The form of an activity, or of one that is new.</summary>
    public static ActivityForm Of(ActivityItem? item, OfficeView office, ActivityChoices choices, string language, FormErrors errors) => item is null
        ? new ActivityForm { Errors = errors, Office = office, Choices = choices, Zone = CountryZone.Of(office.Country), Partners = Lines([]), Authority = choices.Authorities is [var own, ..] ? own.Key : "" }
        : new ActivityForm
        {
            Errors = errors,
            Office = office,
            Choices = choices,
            Kind = item.Kind,
            Purpose = item.Purpose ?? "",
            Public = item.Public,
            Title = item.Title,
            Text = item.Text,
            Expected = item.Expected,
            Figures = FigureLines.Of(item.Figures.Where(f => f.Expected)),
            Start = item.Start is null ? DateInput.Of(item.When, language) : TimeInput.Of(item.Start),
            End = TimeInput.Of(item.End),
            Zone = item.Zone ?? CountryZone.Of(office.Country),
            Recurrence = item.Recurrence ?? "",
            Except = string.Join('\n', item.Except),
            EveryYears = item.EveryYears?.ToString(CultureInfo.InvariantCulture) ?? "",
            Authority = item.Place?.Authority ?? "",
            Place = item.Place?.Name ?? LocalText.Empty,
            Latitude = Degrees(item.Place?.Latitude),
            Longitude = Degrees(item.Place?.Longitude),
            Hosts = string.Join('\n', item.Hosts),
            Responsible = item.Responsible ?? "",
            Membership = item.Membership ?? "",
            Website = item.Website ?? "",
            Fields = item.Fields,
            Partners = Lines(item.Partners),
        };

    /// <summary>The form as it was sent.</summary>
    public static ActivityForm Of(IFormCollection form, OfficeView office, ActivityChoices choices, FormErrors errors) => new()
    {
        Errors = errors,
        Office = office,
        Choices = choices,
        Kind = form["kind"].ToString(),
        Purpose = form["purpose"].ToString(),
        Public = form["public"] == "true",
        Title = FormTexts.Local(form, "title"),
        Text = FormTexts.Local(form, "text"),
        Expected = FormTexts.Local(form, "expected"),
        Figures = FigureLines.Of(form),
        Start = form["start"].ToString(),
        End = form["end"].ToString(),
        Zone = form["zone"].ToString(),
        Recurrence = form["recurrence"].ToString(),
        Except = form["except"].ToString(),
        EveryYears = form["everyYears"].ToString(),
        Authority = form["authority"].ToString(),
        Place = FormTexts.Local(form, "place"),
        Latitude = form["latitude"].ToString(),
        Longitude = form["longitude"].ToString(),
        Hosts = form["hosts"].ToString(),
        Responsible = form["responsible"].ToString(),
        Membership = form["membership"].ToString(),
        Website = form["website"].ToString(),
        Fields = [.. form["fields"].OfType<string>()],
        Partners = Lines([.. FormTexts.Rows(form, "partner").Select(i => new ActivityPartnerItem(form["partner" + i].ToString(), form["part" + i].ToString())).Where(p => p.Partner.Length > 0)]),
    };

    /// <summary>The activity as the form says; what cannot be read is among the errors.</summary>
    public ActivityItem On(ActivityItem item, string language, Texts texts)
    {
        var (start, when) = TimeInput.Read(Start, "start", language, texts, Errors);
        var hasHours = start?.Contains('T', StringComparison.Ordinal) == true;
        return item with
        {
            Kind = Kind,
            Purpose = FormTexts.OrNull(Purpose),
            Public = Public,
            Title = Title,
            Text = Text,
            Expected = Expected,
            Figures = FigureLines.WithExpected(item.Figures, FigureLines.Read(Figures, expected: true, texts, Errors)),
            Start = start,
            When = when,
            End = TimeInput.Exact(End, "end", language, texts, Errors),
            Zone = hasHours ? FormTexts.OrNull(Zone) : null,
            Recurrence = FormTexts.OrNull(Recurrence),
            Except = FormTexts.Lines(Except),
            EveryYears = FormTexts.Number(EveryYears, "everyYears", texts, Errors),
            Place = PlaceItem(texts),
            Hosts = FormTexts.Lines(Hosts),
            Responsible = FormTexts.OrNull(Responsible),
            Membership = FormTexts.OrNull(Membership),
            Website = FormTexts.OrNull(Website),
            Fields = Fields,
            Partners = [.. Partners.Where(p => p.Partner.Length > 0)],
        };
    }

    /// <summary>The field of the form that a finding is about.</summary>
    public static string Field(string path) => path switch
    {
        "when" => "start",
        "place.name" => "place",
        _ when path.StartsWith("place.", StringComparison.Ordinal) => path["place.".Length..].Replace("name.", "place.", StringComparison.Ordinal),
        _ when path.StartsWith("partners[", StringComparison.Ordinal) => "partner-" + path["partners[".Length..path.IndexOf(']', StringComparison.Ordinal)],
        "partners" => "partner-0",
        _ when path.StartsWith("figures", StringComparison.Ordinal) => "value-0",
        _ when path.StartsWith("title.", StringComparison.Ordinal) => path,
        _ => path.Split('[', '.')[0],
    };

    private ActivityPlaceItem? PlaceItem(Texts texts)
    {
        var place = new ActivityPlaceItem { Authority = FormTexts.OrNull(Authority), Name = Place, Latitude = Degrees(Latitude, "latitude", texts), Longitude = Degrees(Longitude, "longitude", texts) };
        return place.Authority is null && place.Name.IsEmpty && place.Latitude is null && place.Longitude is null ? null : place;
    }

    private double? Degrees(string typed, string field, Texts texts)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (double.TryParse(typed.Trim().Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees)) return degrees;
        Errors.Add(field, texts["desk.number-wrong"]);
        return null;
    }

    private static string Degrees(double? degrees) => degrees?.ToString("0.#####", CultureInfo.InvariantCulture) ?? "";

    private static List<ActivityPartnerItem> Lines(IReadOnlyList<ActivityPartnerItem> partners) =>
        [.. partners, .. Enumerable.Repeat(new ActivityPartnerItem("", Words<PartnerPart>.Write(PartnerPart.Guest)), MorePartners)];
}
