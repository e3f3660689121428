using Tessera.Domain.News;
using Tessera.Domain.Vocabulary;
using Tessera.Features.News;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.News;

/// <summary>The fields of a piece of news as they stand in a form.</summary>
public sealed class NewsForm : IHasErrors
{
    private const int MoreLines = 2;

    /// <inheritdoc />
    public FormErrors Errors { get; private init; } = new();

    public required OfficeView Office { get; init; }

    /// <summary>What the form offers.</summary>
    public required NewsChoices Choices { get; init; }

    public string Category { get; private init; } = Words<NewsCategory>.Write(NewsCategory.Notice);

    public LocalText Title { get; private init; } = LocalText.Empty;

    public LocalText Lead { get; private init; } = LocalText.Empty;

    public LocalText Text { get; private init; } = LocalText.Empty;

    public string Published { get; private init; } = "";

    public string Until { get; private init; } = "";

    /// <summary>Partners, and some empty lines.</summary>
    public IReadOnlyList<string> Partners { get; private init; } = Lines([]);

    /// <summary>Activities, and some empty lines.</summary>
    public IReadOnlyList<string> Activities { get; private init; } = Lines([]);

    public IReadOnlyList<string> Fields { get; private init; } = [];

    /// <summary>The form of a piece of news, or of one that is new.</summary>
    public static NewsForm Of(NewsItem? item, OfficeView office, NewsChoices choices, FormErrors errors) => item is null
        ? new NewsForm { Errors = errors, Office = office, Choices = choices }
        : new NewsForm
        {
            Errors = errors,
            Office = office,
            Choices = choices,
            Category = item.Category,
            Title = item.Title,
            Lead = item.Lead,
            Text = item.Text,
            Published = item.Published ?? "",
            Until = item.Until ?? "",
            Partners = Lines(item.Partners),
            Activities = Lines(item.Activities),
            Fields = item.Fields,
        };

    /// <summary>The form as it was sent.</summary>
    public static NewsForm Of(IFormCollection form, OfficeView office, NewsChoices choices, FormErrors errors) => new()
    {
        Errors = errors,
        Office = office,
        Choices = choices,
        Category = form["category"].ToString(),
        Title = FormTexts.Local(form, "title"),
        Lead = FormTexts.Local(form, "lead"),
        Text = FormTexts.Local(form, "text"),
        Published = form["published"].ToString(),
        Until = form["until"].ToString(),
        Partners = Lines([.. FormTexts.Rows(form, "partner").Select(i => form["partner" + i].ToString()).Where(k => k.Length > 0)]),
        Activities = Lines([.. FormTexts.Rows(form, "activity").Select(i => form["activity" + i].ToString()).Where(k => k.Length > 0)]),
        Fields = [.. form["fields"].OfType<string>()],
    };

    /// <summary>The item as the form says; days that cannot be read are among the errors.</summary>
    public NewsItem On(NewsItem item, string language, Texts texts) => item with
    {
        Category = Category,
        Title = Title,
        Lead = Lead,
        Text = Text,
        Published = Day(Published, "published", language, texts),
        Until = Day(Until, "until", language, texts),
        Partners = [.. Partners.Where(k => k.Length > 0)],
        Activities = [.. Activities.Where(k => k.Length > 0)],
        Fields = Fields,
    };

    /// <summary>The field of the form that a finding is about; a missing title is asked for in the office's first language.</summary>
    public static string Field(string path, string language) => path switch
    {
        "title" => "title." + language,
        "partners" => "partner-0",
        "activities" => "activity-0",
        _ when path.StartsWith("partners[", StringComparison.Ordinal) => "partner-" + path["partners[".Length..].TrimEnd(']'),
        _ when path.StartsWith("activities[", StringComparison.Ordinal) => "activity-" + path["activities[".Length..].TrimEnd(']'),
        _ when path.StartsWith("title.", StringComparison.Ordinal) || path.StartsWith("lead.", StringComparison.Ordinal) => path,
        _ => path.Split('[', '.')[0],
    };

    private string? Day(string typed, string field, string language, Texts texts)
    {
        if (DateInput.Read(typed, field, language, texts, Errors) is not { } date) return null;
        if (date is { Relation: PartialDateRelation.At, Precision: PartialDatePrecision.Day, Qualifier: PartialDateQualifier.None, Earliest: { } day }) return NewsDays.Write(day);
        Errors.Add(field, texts["refusal." + NewsRefusal.DayUnreadable]);
        return null;
    }

    private static List<string> Lines(IReadOnlyList<string> keys) => [.. keys, .. Enumerable.Repeat("", MoreLines)];
}
