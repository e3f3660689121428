using System.Text.Json.Serialization;
using Texts = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Tessera.Web.Api;

// What ActivityApi and NewsApi write, as types for the description at /api. A test holds the answers against it.

/// <summary>Activities that match the filter.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record ActivitiesAnswer(Texts Office, int Total, DateTimeOffset UpdatedAt, string Html, IReadOnlyList<ActivityInList> Activities);

/// <summary>An activity in a list: when it is as it is written, in hours on the wall of its zone; or as much as is known of it, in EDTF.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record ActivityInList(
    string Key, string Kind, string? Purpose, string Status, Texts Title, string? Start, string? End, string? Zone, string? Recurrence, string? When, int? EveryYears, Texts Place,
    IReadOnlyList<PartnerOfActivity> Partners, IReadOnlyList<string> Fields, DateTimeOffset UpdatedAt, string Self, string Html);

/// <summary>An activity in full, as far as it is published.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record ActivityAnswer(
    string Key, string Kind, string? Purpose, string Status, Texts Title, string? Start, string? End, string? Zone, string? Recurrence, string? When, int? EveryYears, Texts Place,
    IReadOnlyList<PartnerOfActivity> Partners, IReadOnlyList<string> Fields, DateTimeOffset UpdatedAt, string Self, string Html, Texts Text, Texts Outcome, IReadOnlyList<FigureAnswer> Figures,
    double? Latitude, double? Longitude, string? Website);

/// <summary>A partner in an activity.</summary>
internal sealed record PartnerOfActivity(string Key, Texts Names, string Part);

/// <summary>A figure that was counted.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record FigureAnswer(string Kind, decimal Value, string Unit, bool About);

/// <summary>Visits in and out.</summary>
internal sealed record VisitsAnswer(Texts Office, string Html, IReadOnlyList<VisitsOfPartner> Visits);

/// <summary>Visits of a year with a partner.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record VisitsOfPartner(int? Year, string Partner, Texts Names, IReadOnlyList<string> Fields, int In, int Out);

/// <summary>News that match the filter, the newest first.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record NewsListAnswer(Texts Office, int Total, DateTimeOffset UpdatedAt, string Html, IReadOnlyList<NewsInList> News);

/// <summary>A news item in a list.</summary>
internal sealed record NewsInList(string Key, string Category, Texts Title, Texts Lead, string? Published, string? Until, DateTimeOffset UpdatedAt, string Self, string Html);

/// <summary>A news item in full.</summary>
internal sealed record NewsAnswer(
    string Key, string Category, Texts Title, Texts Lead, string? Published, string? Until, DateTimeOffset UpdatedAt, string Self, string Html, Texts Text, IReadOnlyList<PartnerOfNews> Partners,
    IReadOnlyList<string> Fields, IReadOnlyList<ActivityOfNews> Activities);

/// <summary>A partner that news tells of.</summary>
internal sealed record PartnerOfNews(string Key, Texts Names);

/// <summary>An activity that news tells of.</summary>
internal sealed record ActivityOfNews(string Key, Texts Title);
