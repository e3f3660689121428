namespace Tessera.Planning.Programmes;

/// <summary>
/// What a conflict weighs. All weights are in visitors, so that they can be compared with each other and with the price of a move. The defaults are
/// judgements, not measurements, and each says why; an office that counts its visitors sets its own and dates them. docs/algorithms/programmes.md has the
/// model in one piece.
/// </summary>
public sealed record ConflictSettings
{
    public static ConflictSettings Default { get; } = new();

    /// <summary>Since when these settings hold, to be shown beside every figure made with them.</summary>
    public DateOnly Dated { get; init; } = new(2026, 11, 21);

    /// <summary>
    /// Of the people whom both programmes address, who live where both are near and who would come in the common hours: how many would have gone to both on
    /// different days, so that one visit is lost. Half: the middle of knowing nothing.
    /// </summary>
    public double ChoiceShare { get; init; } = 0.5;

    /// <summary>The same, in addition, where both are about the same: who likes a thing goes to it twice more often. Together with the above at most 1.</summary>
    public double ThemeShare { get; init; } = 0.25;

    /// <summary>
    /// Of the visitors of a programme for everybody, those who belong to some narrower audience. A third: families, youth and seniors are about that much of
    /// a town each.
    /// </summary>
    public double PartOfEveryone { get; init; } = 0.33;

    /// <summary>Below so many lost visitors something is no conflict: nobody would notice, and a board that shows all hides what matters.</summary>
    public double LeastVisitors { get; init; } = 1;

    /// <summary>A visitor lost to the same audience weighs itself.</summary>
    public double AudienceWeight { get; init; } = 1;

    /// <summary>A visitor lost to the same theme weighs more: a region with two harvest festivals on one day also looks as if nobody had talked.</summary>
    public double ThemeWeight { get; init; } = 1.5;

    /// <summary>
    /// Nobody can be in two places: one of the two cannot be held as announced, so the visitors who would come for the performer (all, divided by the
    /// performers named), of the programme where they are fewer, count threefold and it is mended first.
    /// </summary>
    public double PerformerWeight { get; init; } = 3;

    /// <summary>As with performers.</summary>
    public double StageWeight { get; init; } = 3;

    /// <summary>
    /// As so many visitors at least a performer or stage is counted that two programmes need at once: a reading for ten with its author absent is a broken
    /// promise too.
    /// </summary>
    public double ImpossibleVisitors { get; init; } = 100;

    /// <summary>What a performer travels in an hour, stage to stage: a loaded van on country roads.</summary>
    public double TravelKmPerHour { get; init; } = 60;

    /// <summary>Beside the way: taking down and setting up.</summary>
    public double PerformerPauseHours { get; init; } = 1;

    /// <summary>Between two programmes on one stage: clearing and sound check.</summary>
    public double StagePauseHours { get; init; } = 1;

    /// <summary>Way and pause are never more than this: further away one flies, and a night lies between.</summary>
    public double LongestTravelHours { get; init; } = 12;

    /// <summary>
    /// Visitors who stay away on a public holiday of a country concerned: guests at home with their families, closed offices, fewer buses. A tenth; many also
    /// come because they are free.
    /// </summary>
    public double PublicHolidayShare { get; init; } = 0.1;

    /// <summary>Of those concerned (pupils, students), who stay away in weeks of exams.</summary>
    public double ExamWeekShare { get; init; } = 0.4;

    /// <summary>Of those concerned (pupils, families), who are away in school holidays.</summary>
    public double SchoolHolidayShare { get; init; } = 0.2;

    /// <summary>Of the visitors who live where a neighbour keeps its day: every second one stays for it.</summary>
    public double TraditionalDayShare { get; init; } = 0.5;

    /// <summary>Lost visitors of a day weigh themselves: nobody is to blame, but they are not there.</summary>
    public double DayWeight { get; init; } = 1;

    /// <summary>How likely an idea becomes a programme; its conflicts weigh so much less. Two ideas: the square.</summary>
    public double IdeaChance { get; init; } = 0.5;

    internal double ShareOf(DayFactKind kind) => kind switch
    {
        DayFactKind.PublicHoliday => PublicHolidayShare,
        DayFactKind.ExamWeek => ExamWeekShare,
        DayFactKind.SchoolHoliday => SchoolHolidayShare,
        DayFactKind.TraditionalDay => TraditionalDayShare,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
