namespace Tessera.Domain.Calendar;

/// <summary>Stable codes that say what is wrong with how a programme is coordinated; their sentences belong to the page.</summary>
public static class CoordinationRefusal
{
    /// <summary>It is to be coordinated and has no day.</summary>
    public const string DayMissing = "coordination.day-missing";

    /// <summary>It can be moved and does not say within which days.</summary>
    public const string WindowMissing = "coordination.window-missing";

    /// <summary>Its window ends before it begins, or is longer than <see cref="CoordinationLimits.Days"/> days.</summary>
    public const string WindowWrong = "coordination.window-wrong";

    /// <summary>Its own day is not in its window.</summary>
    public const string WindowOutside = "coordination.window-outside";

    /// <summary>A series cannot be moved as a whole.</summary>
    public const string SeriesMovable = "coordination.series-movable";

    /// <summary>A series cannot book: each time would have to be asked for.</summary>
    public const string SeriesBooks = "coordination.series-books";

    /// <summary>Somebody else has what was to be booked.</summary>
    public const string Booked = "coordination.booked";

    /// <summary>The programme has been given other days since the move was proposed.</summary>
    public const string MovedMeanwhile = "coordination.moved-meanwhile";

    /// <summary>More programmes than a plan takes.</summary>
    public const string TooMany = "coordination.too-many";

    /// <summary>Every code, for the test that asks each for its sentence.</summary>
    public static IReadOnlyList<string> All { get; } = [DayMissing, WindowMissing, WindowWrong, WindowOutside, SeriesMovable, SeriesBooks, Booked, MovedMeanwhile, TooMany];

    /// <summary>What stands against an activity being coordinated so; the field is one of the coordination's own.</summary>
    /// <param name="time">When it is.</param>
    /// <param name="window">The days on which it may begin; null where none is told.</param>
    public static IEnumerable<(string Field, string Code)> WhyNot(ActivityTime time, ProgrammeFirmness firmness, (DateOnly From, DateOnly Until)? window, bool books)
    {
        if (time.First is not { } first)
        {
            yield return ("start", DayMissing);
            yield break;
        }

        if (time.IsSeries && firmness != ProgrammeFirmness.Fixed) yield return ("firmness", SeriesMovable);
        if (time.IsSeries && books) yield return ("booked", SeriesBooks);
        if (firmness == ProgrammeFirmness.Movable && window is null) yield return ("windowFrom", WindowMissing);
        if (window is not { } days) yield break;
        if (days.Until < days.From || days.Until.DayNumber - days.From.DayNumber > CoordinationLimits.Days) yield return ("windowUntil", WindowWrong);
        else if (first.FirstDay < days.From || first.FirstDay > days.Until) yield return ("windowFrom", WindowOutside);
    }
}
