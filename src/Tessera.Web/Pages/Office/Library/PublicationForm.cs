using System.Globalization;
using Tessera.Domain.Library;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Library;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Library;

/// <summary>The fields of a publication as they stand in a form.</summary>
public sealed class PublicationForm : IHasErrors
{
    private const int MoreLines = 2;

    /// <inheritdoc />
    public FormErrors Errors { get; private init; } = new();

    public required OfficeView Office { get; init; }

    /// <summary>The activities that the form offers.</summary>
    public required IReadOnlyList<CitingActivity> Choices { get; init; }

    public string Kind { get; private init; } = Words<PublicationKind>.Write(PublicationKind.Publication);

    public LocalText Title { get; private init; } = LocalText.Empty;

    public string Tongue { get; private init; } = "";

    public string Year { get; private init; } = "";

    /// <summary>One author a line.</summary>
    public string Authors { get; private init; } = "";

    public LocalText Abstract { get; private init; } = LocalText.Empty;

    public string Url { get; private init; } = "";

    public bool IsPublic { get; private init; }

    /// <summary>Activities, and some empty lines.</summary>
    public IReadOnlyList<string> Activities { get; private init; } = Lines([]);

    public IReadOnlyList<string> Fields { get; private init; } = [];

    /// <summary>The form of a publication that is kept.</summary>
    public static PublicationForm Of(PublicationItem item, OfficeView office, IReadOnlyList<CitingActivity> choices, FormErrors errors) => new()
    {
        Errors = errors,
        Office = office,
        Choices = choices,
        Kind = item.Kind,
        Title = item.Title,
        Tongue = item.Language,
        Year = item.Year?.ToString(CultureInfo.InvariantCulture) ?? "",
        Authors = string.Join('\n', item.Authors),
        Abstract = item.Abstract,
        Url = item.Url ?? "",
        IsPublic = item.IsPublic,
        Activities = Lines(item.Activities),
        Fields = item.Fields,
    };

    /// <summary>The form of a new one, in the office's first language.</summary>
    public static PublicationForm Empty(OfficeView office, IReadOnlyList<CitingActivity> choices, FormErrors errors) =>
        new() { Errors = errors, Office = office, Choices = choices, Tongue = office.Languages[0] };

    /// <summary>The form as it was sent.</summary>
    public static PublicationForm Of(IFormCollection form, OfficeView office, IReadOnlyList<CitingActivity> choices, FormErrors errors) => new()
    {
        Errors = errors,
        Office = office,
        Choices = choices,
        Kind = form["kind"].ToString(),
        Title = FormTexts.Local(form, "title"),
        Tongue = form["language"].ToString().Trim(),
        Year = form["year"].ToString(),
        Authors = form["authors"].ToString(),
        Abstract = FormTexts.Local(form, "abstract"),
        Url = form["url"].ToString(),
        IsPublic = form["isPublic"].Contains("true"),
        Activities = Lines([.. FormTexts.Rows(form, "activity").Select(i => form["activity" + i].ToString()).Where(k => k.Length > 0)]),
        Fields = [.. form["fields"].OfType<string>()],
    };

    /// <summary>The item as the form says; a year that is no number is among the errors.</summary>
    public PublicationItem On(PublicationItem item, Texts texts) => item with
    {
        Kind = Kind,
        Title = Title,
        Language = Tongue,
        Year = FormTexts.Number(Year, "year", texts, Errors),
        Authors = FormTexts.Lines(Authors),
        Abstract = Abstract,
        Url = FormTexts.OrNull(Url),
        IsPublic = IsPublic,
        Activities = [.. Activities.Where(k => k.Length > 0)],
        Fields = Fields,
    };

    /// <summary>The field of the form that a finding is about; a missing title is asked for in the office's first language.</summary>
    public static string Field(string path, string language) => path switch
    {
        "title" => "title." + language,
        "activities" => "activity-0",
        _ when path.StartsWith("activities[", StringComparison.Ordinal) => "activity-" + path["activities[".Length..].TrimEnd(']'),
        _ when path.StartsWith("title.", StringComparison.Ordinal) || path.StartsWith("abstract.", StringComparison.Ordinal) => path,
        _ => path.Split('[', '.')[0],
    };

    private static List<string> Lines(IReadOnlyList<string> keys) => [.. keys, .. Enumerable.Repeat("", MoreLines)];
}
