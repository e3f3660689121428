using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Calendar;

/// <summary>What is asked of the activities. Null asks nothing.</summary>
/// <param name="Partner">Key of a partner.</param>
/// <param name="Field">Key of one of the office's fields.</param>
public sealed record ActivityFilter(ActivityKind? Kind = null, string? Partner = null, string? Field = null, ActivitySpan Span = ActivitySpan.Coming, int Page = 1)
{
    /// <summary>Activities on a page.</summary>
    public const int PageSize = 100;

    /// <summary>Does it leave any out besides by time?</summary>
    public bool Narrows => Kind is not null || Partner is not null || Field is not null;
}

/// <summary>Which part of the activities a list shows.</summary>
public enum ActivitySpan
{
    /// <summary>What is today or later, and what comes again on days that are not known; the nearest first.</summary>
    Coming,

    /// <summary>What is over, the latest first, and then what was on days that are not known.</summary>
    Past,

    /// <summary>All, the latest first.</summary>
    All,
}

/// <summary>A partner in an activity.</summary>
public sealed record ActivityPartnerView(string Slug, LocalText Names, PartnerPart Part);

/// <summary>An activity in a list.</summary>
/// <param name="Place">The name of the place; of the authority where it has none of its own. Empty when it is not known.</param>
public sealed record ActivityBrief(
    Guid Id, string Key, ActivityKind Kind, VisitPurpose? Purpose, ActivityStatus Status, bool IsPublic, LocalText Title, ActivityTime Time, LocalText Place, int Version, DateTimeOffset UpdatedAt)
{
    public IReadOnlyList<ActivityPartnerView> Partners { get; init; } = [];

    /// <summary>Keys of the office's fields.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The name of the calendar that the office follows and that it came with; null of the office's own.</summary>
    public string? Calendar { get; init; }

    /// <summary>The time at which it is next, or only once; null when its days are not known, or a series has no more.</summary>
    public ActivityDates? Next(DateOnly today) => Time.First is not { } first ? null : Time.IsSeries ? Time.On(today, DateOnly.MaxValue).Select(t => (ActivityDates?)t).FirstOrDefault() : first;
}

/// <summary>One time of an activity.</summary>
public sealed record ActivityOccurrence(ActivityBrief Activity, ActivityDates Dates);

/// <summary>What is on some days.</summary>
/// <param name="Dated">By their beginning.</param>
/// <param name="Rough">What may be on these days, though its days are not known.</param>
public sealed record ActivityDays(IReadOnlyList<ActivityOccurrence> Dated, IReadOnlyList<ActivityBrief> Rough);

/// <summary>A page of a list.</summary>
/// <param name="Matching">How many match, over all pages.</param>
public sealed record ActivityList(IReadOnlyList<ActivityBrief> Rows, int Matching)
{
    /// <summary>Pages at <see cref="ActivityFilter.PageSize"/> activities; at least one.</summary>
    public int Pages => Math.Max(1, (Matching + ActivityFilter.PageSize - 1) / ActivityFilter.PageSize);
}

/// <summary>An activity in full.</summary>
/// <param name="At">Where it is on the map: its own position, else the seat of its authority; null when neither is known.</param>
/// <param name="Unit">The unit in charge.</param>
public sealed record ActivityPage(ActivityBrief Row, ActivityItem Item, (double Latitude, double Longitude)? At, LocalText? Unit, SourceView Source)
{
    /// <summary>The town or house of the region whose programme it is; null for the office's own.</summary>
    public LocalText? Organiser { get; init; }
}

/// <summary>How many visits came and went with a partner in a year.</summary>
public sealed record VisitCount(int? Year, string Partner, LocalText PartnerNames, string Country, IReadOnlyList<string> Fields, int In, int Out);

/// <summary>The balance of visits: by year and partner, where a visit counts with each of its partners, by field, and each visit once.</summary>
/// <param name="Fields">By the key of a field, those that came in and went out.</param>
public sealed record VisitBalance(IReadOnlyList<VisitCount> Counts, IReadOnlyDictionary<string, (int In, int Out)> Fields, int In, int Out);
