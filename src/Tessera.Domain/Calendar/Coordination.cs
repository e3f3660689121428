namespace Tessera.Domain.Calendar;

/// <summary>How sure an organiser is of the days of a programme.</summary>
public enum ProgrammeFirmness
{
    /// <summary>Announced, paid, or older than anybody's memory: no plan moves it.</summary>
    Fixed,

    /// <summary>Other days within its window would do.</summary>
    Movable,

    /// <summary>Not decided whether at all.</summary>
    Idea,
}

/// <summary>What the other organisers of a region see of a programme as long as it is not published.</summary>
public enum ProgrammeOpenness
{
    /// <summary>That there is something for these people, about here, on these days; not what.</summary>
    Hinted,

    /// <summary>Everything.</summary>
    Open,

    /// <summary>Nothing; only the office sees it.</summary>
    Closed,
}

/// <summary>For whom a programme is. None named means everybody.</summary>
public enum ProgrammeAudience
{
    Families,
    Youth,
    Students,
    Adults,
    Seniors,
    Professionals,
}

/// <summary>What a programme is about.</summary>
public enum ProgrammeTheme
{
    Music,
    FolkMusic,
    Theatre,
    Arts,
    Crafts,
    Market,
    Harvest,
    Gastronomy,
    VillageDay,
    Religion,
    Children,
    Midsummer,
    LocalHistory,
    NationalDay,
    Sport,
    Learning,
}

/// <summary>What a day can be beside a date.</summary>
public enum DayKind
{
    /// <summary>A country rests; the countries' own are known to the program, others are told.</summary>
    PublicHoliday,

    /// <summary>Pupils or students sit exams.</summary>
    ExamWeek,

    /// <summary>Schools are closed.</summary>
    SchoolHoliday,

    /// <summary>A day that belongs to a town by custom: its patron saint, its fair, its village day.</summary>
    TraditionalDay,
}

/// <summary>What an organiser said to a move that was proposed to her.</summary>
public enum MoveReply
{
    Accepted,
    Refused,
}

/// <summary>How far the coordination of a season may go.</summary>
public static class CoordinationLimits
{
    /// <summary>The longest season and the longest window, in days.</summary>
    public const int Days = 400;

    /// <summary>The most visitors of one programme.</summary>
    public const int Visitors = 10_000_000;

    /// <summary>The widest catchment, in kilometres.</summary>
    public const double CatchmentKm = 2_000;

    /// <summary>The most performers, stages, resources or needs of one programme.</summary>
    public const int Names = 50;

    /// <summary>The most programmes that are harmonised in one go.</summary>
    public const int Entries = 3_000;
}
