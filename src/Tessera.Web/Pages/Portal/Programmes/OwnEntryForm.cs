using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Programmes;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Programmes;

/// <summary>What an organiser says of a programme herself, as it stands in her form; what the office has added stays.</summary>
public sealed class OwnEntryForm
{
    public string Kind { get; private init; } = Words<ActivityKind>.Write(ActivityKind.Event);

    public LocalText Title { get; private init; } = LocalText.Empty;

    public LocalText Text { get; private init; } = LocalText.Empty;

    public string Start { get; private init; } = "";

    public string End { get; private init; } = "";

    public LocalText Place { get; private init; } = LocalText.Empty;

    public string Latitude { get; private init; } = "";

    public string Longitude { get; private init; } = "";

    public string Website { get; private init; } = "";

    /// <summary>Does the folded part hold something?</summary>
    public bool HasMore => !Place.IsEmpty || Latitude.Length + Website.Length > 0;

    /// <summary>The form of a programme, or of a new one.</summary>
    public static OwnEntryForm Of(ActivityItem? item) => item is null ? new OwnEntryForm() : new OwnEntryForm
    {
        Kind = item.Kind,
        Title = item.Title,
        Text = item.Text,
        Start = TimeInput.Of(item.Start),
        End = TimeInput.Of(item.End),
        Place = item.Place?.Name ?? LocalText.Empty,
        Latitude = FormTexts.Decimal(item.Place?.Latitude),
        Longitude = FormTexts.Decimal(item.Place?.Longitude),
        Website = item.Website ?? "",
    };

    /// <summary>The form as it was sent.</summary>
    public static OwnEntryForm Of(IFormCollection form) => new()
    {
        Kind = form["kind"].ToString(),
        Title = FormTexts.Local(form, "title"),
        Text = FormTexts.Local(form, "text"),
        Start = form["start"].ToString(),
        End = form["end"].ToString(),
        Place = FormTexts.Local(form, "place"),
        Latitude = form["latitude"].ToString(),
        Longitude = form["longitude"].ToString(),
        Website = form["website"].ToString(),
    };

    /// <summary>The programme as the form says; what cannot be read is among the errors.</summary>
    public ActivityItem On(ActivityItem item, OfficeView office, OrganiserView organiser, CoordinationForm coordination, Texts texts)
    {
        var errors = coordination.Errors;
        var start = TimeInput.Exact(Start, "start", texts.Language, texts, errors);
        var hasHours = start?.Contains('T', StringComparison.Ordinal) == true;
        var place = new ActivityPlaceItem
        {
            Authority = item.Place?.Authority,
            Name = Place,
            Latitude = FormTexts.Decimal(Latitude, "latitude", texts, errors),
            Longitude = FormTexts.Decimal(Longitude, "longitude", texts, errors),
        };
        var isSomewhere = place.Authority is not null || !place.Name.IsEmpty || place.Latitude is not null;
        return item with
        {
            Kind = Kind,
            Title = Title,
            Text = Text,
            Start = start,
            End = TimeInput.Exact(End, "end", texts.Language, texts, errors),
            Zone = hasHours ? item.Zone ?? CountryZone.Of(organiser.Country ?? office.Country) : null,
            Place = isSomewhere ? place with { Name = place.Name.IsEmpty && place.Authority is null ? organiser.Place : place.Name } : null,
            Website = FormTexts.OrNull(Website),
            Coordination = coordination.Item(organiser.Key, texts.Language, texts),
        };
    }

    /// <summary>The field of the form that a finding is about.</summary>
    /// <param name="first">The office's first language, in which a missing text is asked for.</param>
    public static string Field(string path, string first) => CoordinationForm.Field(path) ?? path switch
    {
        "title" => "title." + first,
        "place.name" => "place." + first,
        _ when path.StartsWith("place.", StringComparison.Ordinal) => path["place.".Length..].Replace("name.", "place.", StringComparison.Ordinal),
        _ when path.StartsWith("title.", StringComparison.Ordinal) => path,
        _ => path.Split('[', '.')[0],
    };
}
