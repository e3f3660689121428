using Tessera.Domain.Calendar;
using Tessera.Features.Readings;

namespace Tessera.Features.Calendar.Others;

/// <summary>How calendars are followed.</summary>
/// <param name="Fetch">How they are fetched.</param>
public sealed record CalendarFeedSettings(PageFetchSettings Fetch)
{
    /// <summary>How long a host is left alone between two requests.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>By https alone, from the public internet.</summary>
    public static CalendarFeedSettings Of(Func<string> origin) => new(new PageFetchSettings(origin) { HttpsOnly = true, Purpose = "follows a calendar for its office", Accept = "text/calendar, */*;q=0.5" });
}

/// <summary>Why a calendar could not be followed.</summary>
/// <param name="Code">Of <see cref="PageFetchCodes"/> or <see cref="Interchange.Calendars.CalendarCodes"/>.</param>
/// <param name="Arguments">What the sentence names.</param>
public sealed record FeedFailure(string Code, IReadOnlyDictionary<string, string> Arguments)
{
    /// <summary>One that names nothing.</summary>
    public static FeedFailure Of(string code) => new(code, new Dictionary<string, string>());

    /// <summary>Of a fetch.</summary>
    public static FeedFailure Of(PageFetchException failed) => new(failed.Code, failed.Arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal));
}

/// <summary>A calendar that is followed.</summary>
/// <param name="SucceededAt">When it was last there; null when it never was.</param>
/// <param name="Failure">Why it was not when it was last asked for; null when it was.</param>
/// <param name="Activities">How many activities are there of it.</param>
/// <param name="Refused">How many of its entries could not be taken.</param>
public sealed record CalendarFeedView(
    Guid Id, string Title, string Address, ActivityKind Kind, bool IsPublic, DateTimeOffset NextAt, DateTimeOffset? AskedAt, DateTimeOffset? SucceededAt, FeedFailure? Failure, int Activities, int Refused)
{
    /// <summary>How many of its entries somebody has taken out by hand, so that they do not come again.</summary>
    public int TakenOut { get; init; }
}

/// <summary>A calendar to be followed.</summary>
/// <param name="Title">Empty to take the calendar's own name.</param>
/// <param name="Kind">What its activities are taken to be.</param>
/// <param name="IsPublic">Are they on the portal?</param>
public sealed record NewCalendarFeed(string Address, string Title, ActivityKind Kind, bool IsPublic, string Language);
