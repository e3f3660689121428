namespace Tessera.Planning.Programmes.Sweep;

/// <summary>A season made ready for comparing. Entries that make no sense are refused by their key: see <see cref="Check"/>.</summary>
internal sealed class CompiledSeason
{
    private readonly KeyNumbers _audiences = new();
    private readonly KeyNumbers _themes = new();
    private readonly KeyNumbers _performers = new();
    private readonly KeyNumbers _stages = new();
    private readonly ConflictSettings _settings;

    public CompiledSeason(Season season, ConflictSettings settings)
    {
        (Season, _settings) = (season, settings);
        var keys = new HashSet<string>(season.Entries.Count, StringComparer.Ordinal);
        foreach (var entry in season.Entries)
        {
            if (!keys.Add(entry.Key)) throw new ArgumentException($"Two entries have the key {entry.Key}.", nameof(season));
            Subjects.Add(Compile(entry, (numbers, list) => numbers.SetOf(list)));
        }

        Placements = [.. season.Entries.Select((entry, i) => Placement.Of(i, entry))];
        Days = new DayTable(season.Facts, _audiences);
    }

    public Season Season { get; }

    public List<Subject> Subjects { get; } = [];

    public Placement[] Placements { get; }

    public DayTable Days { get; }

    /// <summary>An entry that need not be in the season; changes nothing, so several may ask at once.</summary>
    public Subject CompileOther(ProgrammeEntry entry) => Compile(entry, (numbers, list) => numbers.KnownSetOf(list));

    private Subject Compile(ProgrammeEntry entry, Func<KeyNumbers, IReadOnlyList<string>, KeySet> setOf)
    {
        Check(entry);
        return new Subject
        {
            Direction = Subject.DirectionOf(entry.Venue),
            Venue = entry.Venue,
            RadiusKm = entry.CatchmentKm,
            Visitors = entry.ExpectedVisitors,
            Chance = entry.Firmness == Firmness.Idea ? _settings.IdeaChance : 1,
            Audiences = setOf(_audiences, entry.Audiences),
            Themes = setOf(_themes, entry.Themes),
            Performers = setOf(_performers, entry.Performers),
            Stages = setOf(_stages, entry.Stages),
        };
    }

    /// <summary>It lasts a minute at least, has a catchment above 0 km, no fewer than 0 visitors, and a place on the globe.</summary>
    private static void Check(ProgrammeEntry entry)
    {
        if (Clock.Minute(entry.End) <= Clock.Minute(entry.Start)) throw new ArgumentException($"Entry {entry.Key} ends before it begins.", nameof(entry));
        if (entry.CatchmentKm is not (> 0 and < 21_000)) throw new ArgumentException($"Entry {entry.Key} has no catchment.", nameof(entry));
        if (entry.ExpectedVisitors < 0) throw new ArgumentException($"Entry {entry.Key} expects fewer than no visitors.", nameof(entry));
        if (entry.Venue is not { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 }) throw new ArgumentException($"Entry {entry.Key} lies nowhere.", nameof(entry));
    }
}
