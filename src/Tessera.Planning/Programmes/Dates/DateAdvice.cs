namespace Tessera.Planning.Programmes.Dates;

/// <summary>A day on which a programme could begin, with what speaks for it. Reasons are the heaviest first.</summary>
/// <param name="DaysFromWish">From the day on which the programme stands now; positive is later.</param>
/// <param name="Weight">Of what remains, as in <see cref="ConflictSettings"/>; 0 where it conflicts with nothing.</param>
/// <param name="VisitorsLost">By what remains.</param>
/// <param name="Remains">Its conflicts on this day.</param>
/// <param name="Avoids">The heaviest conflicts that it would have on another of its possible days within a week, and has not on this one.</param>
public sealed record DateAdvice(
    DateOnly Day, int DaysFromWish, double Weight, double VisitorsLost, IReadOnlyList<ConflictReason> Remains, IReadOnlyList<ConflictReason> Avoids);
