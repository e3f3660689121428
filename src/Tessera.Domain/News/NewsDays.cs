using System.Globalization;

namespace Tessera.Domain.News;

/// <summary>From which day a piece of news is shown, and until which, both counted. Without a first day it is a draft.</summary>
public readonly record struct NewsDays(DateOnly? Published, DateOnly? Until)
{
    private const string Form = "yyyy-MM-dd";
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <summary>Is it shown to everybody on this day?</summary>
    public bool IsShownOn(DateOnly day) => Published <= day && (Until is not { } until || until >= day);

    /// <summary>Where it stands on this day.</summary>
    public NewsStanding StandingOn(DateOnly day) => Published is not { } published ? NewsStanding.Draft : published > day ? NewsStanding.Ahead : IsShownOn(day) ? NewsStanding.Shown : NewsStanding.Over;

    /// <summary>Reads the days as a file has them; null when <see cref="WhyNot"/> finds something against them.</summary>
    public static NewsDays? Read(string? published, string? until) => WhyNot(published, until).Any() ? null : new NewsDays(Day(published), Day(until));

    /// <summary>What is wrong with the days of a file: the member that is, and a code of <see cref="NewsRefusal"/>.</summary>
    public static IEnumerable<(string Member, string Code)> WhyNot(string? published, string? until)
    {
        var (first, last) = (Day(published), Day(until));
        if (published is not null && first is null) yield return ("published", NewsRefusal.DayUnreadable);
        if (until is not null && last is null) yield return ("until", NewsRefusal.DayUnreadable);
        if (until is not null && published is null) yield return ("until", NewsRefusal.UntilAlone);
        if (last < first) yield return ("until", NewsRefusal.UntilBeforePublished);
    }

    /// <summary>A day as a file has it.</summary>
    public static string Write(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear ? day : null;
}

/// <summary>Where a piece of news stands.</summary>
public enum NewsStanding
{
    /// <summary>It has no day on which it is published.</summary>
    Draft,

    /// <summary>Its day is still to come.</summary>
    Ahead,

    /// <summary>Everybody sees it.</summary>
    Shown,

    /// <summary>Its last day is past.</summary>
    Over,
}

/// <summary>Why a piece of news is refused.</summary>
public static class NewsRefusal
{
    /// <summary>It is no day of the calendar.</summary>
    public const string DayUnreadable = "news.day-unreadable";

    /// <summary>It has a last day and no first.</summary>
    public const string UntilAlone = "news.until-alone";

    /// <summary>Its last day comes before its first.</summary>
    public const string UntilBeforePublished = "news.until-before-published";

    /// <summary>Every code, for the test that asks each for its sentence.</summary>
    public static IReadOnlyList<string> All { get; } = [DayUnreadable, UntilAlone, UntilBeforePublished];
}
