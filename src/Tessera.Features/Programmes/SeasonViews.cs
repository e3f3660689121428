using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;
using Tessera.Planning.Programmes;

namespace Tessera.Features.Programmes;

/// <summary>Who brings programmes to the season.</summary>
/// <param name="At">Where it is at home; null when that is not known.</param>
/// <param name="LinkMadeAt">Since when it has an address of its own to enter programmes; null while it has none.</param>
/// <param name="Language">In which it is written to; null for the office's first.</param>
public sealed record OrganiserView(Guid Id, string Key, LocalText Names, string? Country, LocalText Place, (double Latitude, double Longitude)? At, string? Email, DateTimeOffset? LinkMadeAt, string? Language);

/// <summary>A programme of the season, at one time.</summary>
/// <param name="SeasonKey">Of this time alone in its season: the activity's key, for a later time of a series with its day.</param>
/// <param name="Place">Empty when no name is known.</param>
public sealed record SeasonEntry(
    Guid Id, string Key, string SeasonKey, ActivityKind Kind, ActivityStatus Status, bool IsPublic, LocalText Title, ActivityTime Time, ActivityDates Dates, LocalText Place, OrganiserView Organiser,
    CoordinationItem Said, int Version)
{
    /// <summary>How sure its days are.</summary>
    public ProgrammeFirmness Firmness => Time.IsSeries ? ProgrammeFirmness.Fixed : Words<ProgrammeFirmness>.Parse(Said.Firmness);

    /// <summary>The days on which it may begin; null where it says none.</summary>
    public DayWindow? Window => Said.WindowFrom is { } from && Said.WindowUntil is { } until ? new DayWindow(ActivityTime.DayOf(from)!.Value, ActivityTime.DayOf(until)!.Value) : null;

    /// <summary>What somebody else than the office sees of it.</summary>
    /// <param name="organiser">The key of who looks; null for the office.</param>
    public Sight SightOf(string? organiser)
    {
        if (organiser is null || IsPublic || organiser == Organiser.Key) return Sight.Whole;
        return (Words<ProgrammeOpenness>.TryParse(Said.Openness, out var openness) ? openness : ProgrammeOpenness.Hinted) switch
        {
            ProgrammeOpenness.Open => Sight.Whole,
            ProgrammeOpenness.Hinted => Sight.Hint,
            _ => Sight.Nothing,
        };
    }
}

/// <summary>How much of a programme somebody sees.</summary>
public enum Sight
{
    /// <summary>Nothing at all.</summary>
    Nothing,

    /// <summary>For whom it is, about where, on which days.</summary>
    Hint,

    /// <summary>All.</summary>
    Whole,
}

/// <summary>What certain days are to some people.</summary>
/// <param name="Country">Null where it is no country's.</param>
public sealed record SeasonDay(string Key, DayKind Kind, LocalText Names, DateOnly First, DateOnly Last, string? Country, string? Organiser);

/// <summary>The days of a season.</summary>
public readonly record struct SeasonSpan(DateOnly First, DateOnly Last)
{
    /// <summary>Is it one, and not too long?</summary>
    public bool IsFit => First <= Last && Last.DayNumber - First.DayNumber <= CoordinationLimits.Days;
}

/// <summary>
/// A season as it stands: programmes with a place, beside them the entries of <see cref="Planning"/> in the same order; what has no place is apart, since nobody
/// can say whom it meets.
/// </summary>
public sealed class SeasonBoard
{
    private readonly Lazy<IReadOnlyList<Conflict>> _conflicts;
    private readonly Dictionary<string, int> _byKey;
    private readonly Dictionary<string, string> _names;

    internal SeasonBoard(SeasonSpan span, IReadOnlyList<SeasonEntry> entries, IReadOnlyList<SeasonEntry> withoutPlace, IReadOnlyList<SeasonDay> days, IReadOnlyList<OrganiserView> organisers, Season season)
    {
        (Span, Entries, WithoutPlace, Days, Organisers, Planning) = (span, entries, withoutPlace, days, organisers, season);
        _conflicts = new Lazy<IReadOnlyList<Conflict>>(() => ConflictFinder.Find(Planning, Settings));
        _names = entries.SelectMany(e => e.Said.Performers.Concat(e.Said.Stages).Concat(e.Said.Booked)).GroupBy(Folding.Of).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        _byKey = entries.Select((e, i) => (e.SeasonKey, i)).ToDictionary(e => e.SeasonKey, e => e.i, StringComparer.Ordinal);
    }

    /// <summary>What conflicts weigh.</summary>
    public static ConflictSettings Settings => ConflictSettings.Default;

    public SeasonSpan Span { get; }

    public IReadOnlyList<SeasonEntry> Entries { get; }

    public IReadOnlyList<SeasonEntry> WithoutPlace { get; }

    public IReadOnlyList<SeasonDay> Days { get; }

    public IReadOnlyList<OrganiserView> Organisers { get; }

    /// <summary>The same for the algorithms.</summary>
    public Season Planning { get; }

    /// <summary>What is in whose way, in the order of the sweep; found once.</summary>
    public IReadOnlyList<Conflict> Conflicts => _conflicts.Value;

    /// <summary>All conflicts added up.</summary>
    public SeasonTotals Totals => SeasonTotals.Of(ConflictTotals.Of([.. Conflicts]));

    /// <summary>A programme by its key in the season; null when there is none.</summary>
    public SeasonEntry? Find(string seasonKey) => _byKey.TryGetValue(seasonKey, out var at) ? Entries[at] : null;

    /// <summary>What a day is, by its key; null when there is none.</summary>
    public SeasonDay? FindDay(string key) => Days.FirstOrDefault(d => d.Key == key);

    /// <summary>A performer's or a stage's name as somebody wrote it, from the spelling in which they are compared.</summary>
    public string NameOf(string folded) => _names.GetValueOrDefault(folded, folded);

    /// <summary>The reason for a conflict, in names and figures.</summary>
    public ConflictReason Reason(Conflict conflict) => ConflictReasons.Of(Planning, conflict, Settings);

    /// <summary>The conflicts of each programme of <see cref="Entries"/>, the heaviest first.</summary>
    public ILookup<int, Conflict> ByEntry() => Conflicts.OrderByDescending(c => c.Weight)
        .SelectMany(c => c.IsWithDay ? [(Entry: c.First, Conflict: c)] : new[] { (Entry: c.First, Conflict: c), (Entry: c.Second, Conflict: c) }).ToLookup(c => c.Entry, c => c.Conflict);
}
