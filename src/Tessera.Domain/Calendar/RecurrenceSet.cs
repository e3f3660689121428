namespace Tessera.Domain.Calendar;

/// <summary>A date added to a recurrence: RDATE.</summary>
/// <param name="Length">How long it lasts, where it differs from the others: an RDATE that is a period.</param>
public readonly record struct AddedDate(Moment Start, Span? Length = null);

/// <summary>One occurrence that is different, or it and all that follow: a component with RECURRENCE-ID.</summary>
/// <param name="Of">When it would have been.</param>
/// <param name="Start">When it is.</param>
/// <param name="AndFuture">RANGE=THISANDFUTURE: every later one moves as far as this one does, from the same calendar day and wall time.</param>
public sealed record ChangedOccurrence(Moment Of, Moment Start, bool AndFuture = false);

/// <summary>One time that something takes place.</summary>
/// <param name="Of">When it was meant to be: what RECURRENCE-ID names.</param>
/// <param name="Start">When it is, as written.</param>
/// <param name="Instant">When it is, for everybody.</param>
/// <param name="Change">The change it comes from; null where nothing was changed.</param>
/// <param name="Length">Its own length, where one came with its date.</param>
public sealed record Occurrence(Moment Of, Moment Start, DateTimeOffset Instant, ChangedOccurrence? Change, Span? Length);

/// <summary>
/// All the times of one thing (RFC 5545, 3.8.5): its start, rules and added dates, without the excepted ones, each once; then the changes.
/// A changed occurrence stands even where no rule gives its date or an exception takes it away, for it was written on purpose; the latest
/// written of two changes of one occurrence counts.
/// </summary>
/// <param name="Start">The first, with the zone in which the rules run.</param>
public sealed record RecurrenceSet(Moment Start)
{
    public IReadOnlyList<RecurrenceRule> Rules { get; init; } = [];

    public IReadOnlyList<AddedDate> Added { get; init; } = [];

    /// <summary>What does not take place; a whole day takes away every time on it.</summary>
    public IReadOnlyList<Moment> Excepted { get; init; } = [];

    public IReadOnlyList<ChangedOccurrence> Changed { get; init; } = [];

    /// <summary>
    /// The occurrences that begin from <paramref name="from"/> to before <paramref name="to"/>, by their instant. Lazy: a rule of seconds has
    /// more than anybody wants, so take as many as there is room for.
    /// </summary>
    /// <param name="local">Where whole days and floating times are.</param>
    public IEnumerable<Occurrence> Between(DateTimeOffset from, DateTimeOffset to, Zone local) =>
        new SetExpansion(this, local).Between(from, to);
}
