using System.Text;
using System.Text.Json;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading;

namespace Tessera.Interchange.Places;

/// <summary>
/// The directory of places (GeoNames, CC BY 4.0) from a file that is mapped, not read: names by binary search, the best that begin with some letters by passing over blocks whose best is worse, names up to two
/// letters away by their <see cref="Deletions"/>. The areas above towns are kept in the same way behind the places. Safe for many threads at once; to be disposed after the last of them has done. Everything asked of it twice is answered the same.
/// </summary>
public sealed class PlacesIndex : IPlaces, IDisposable
{
    /// <summary>The most that are ever given.</summary>
    public const int MostGiven = 50;

    [ThreadStatic]
    private static ulong[]? _seen;

    private readonly MappedSections _file;
    private readonly int _set;
    private readonly int _bucketShift;

    private PlacesIndex(MappedSections file, int set = 0)
    {
        _file = file;
        _set = set;
        Edition = file.Checksum.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
        _bucketShift = 32 - System.Numerics.BitOperations.Log2((uint)(file.Of<int>(Section.BucketStarts, set).Length - 1));
        Areas = set == 0 ? new PlacesIndex(file, PlacesLayout.SetLength) : null;
    }

    /// <summary>The counties, provinces, regions and districts, asked in the same way; null when these are they.</summary>
    public PlacesIndex? Areas { get; }

    /// <inheritdoc />
    IPlaces? IPlaces.Areas => Areas;

    /// <summary>How many places there are.</summary>
    public int Count => Records.Length;

    /// <summary>Tells this directory from another: the file's checksum.</summary>
    public string Edition { get; }

    /// <summary>How many names they have, folded.</summary>
    public int NameCount => Math.Max(0, _file.Of<int>(Section.NameStarts, _set).Length - 1);

    private ReadOnlySpan<PlaceRecord> Records => _file.Of<PlaceRecord>(Section.Places, _set);

    private ReadOnlySpan<int> Ranks => _file.Of<int>(Section.Ranks, _set);

    private ReadOnlySpan<int> Bearers => _file.Of<int>(Section.Bearers, _set);

    private ReadOnlySpan<int> BearerStarts => _file.Of<int>(Section.BearerStarts, _set);

    /// <summary>Opens the file. Refuses, with a <see cref="PlacesFileException"/>, one that is not there, not whole, or not of this version.</summary>
    public static PlacesIndex Open(string path) => new(MappedSections.Open(path));

    /// <inheritdoc />
    public IReadOnlyList<Place> Named(string folded)
    {
        var name = FirstFrom(folded);
        if (name >= NameCount || !NameAt(name).SequenceEqual(folded)) return [];
        var places = new List<int>();
        foreach (var rank in Bearers[BearerStarts[name]..BearerStarts[name + 1]]) places.Add(Ranks[rank] >> 1);
        return [.. places.Distinct().Order().Select(PlaceAt)];
    }

    /// <inheritdoc />
    public IReadOnlyList<PlaceFound> Near(string folded, string? country, int most)
    {
        if (folded.Length is 0 or > TypedName.Longest || most < 1) return [];
        var best = new BestBearers(stackalloc BestBearers.Bearer[Math.Min(most, MostGiven)], Ranks, Records, CountryOf(country));
        FindNear(folded, ref best);
        return Given(best.Kept);
    }

    /// <summary>
    /// What somebody may mean who has typed so far: the bearers of the very name, then those of names that begin with it, each the weightiest first (a place by its own name weighs its population, by another a
    /// tenth of it); when no name begins so, those up to two letters away, the nearest first.
    /// </summary>
    /// <param name="prefix">As typed, in any spelling.</param>
    /// <param name="country">Only in this country; null for any.</param>
    public IReadOnlyList<PlaceFound> Suggest(string prefix, string? country, int most)
    {
        Span<BestBearers.Bearer> room = stackalloc BestBearers.Bearer[Math.Clamp(most, 0, MostGiven)];
        return Given(room[..Suggest(prefix, country, room)]);
    }

    /// <summary>Writes the same as the items of a JSON array, from the file's own bytes: nothing is allocated for it.</summary>
    public void WriteSuggestions(Utf8JsonWriter json, string prefix, string? country, int most)
    {
        Span<BestBearers.Bearer> room = stackalloc BestBearers.Bearer[Math.Clamp(most, 0, MostGiven)];
        foreach (var found in room[..Suggest(prefix, country, room)])
        {
            ref readonly var place = ref Records[found.Place];
            json.WriteStartObject();
            json.WriteNumber(PlaceProperties.Id, place.Id);
            json.WriteString(PlaceProperties.Name, Bytes(place.Name));
            json.WriteString(PlaceProperties.Matched, NameAt(found.Name));
            json.WriteNumber(PlaceProperties.Distance, found.Distance);
            json.WriteString(PlaceProperties.Country, [(byte)(place.Country >> 8), (byte)place.Country]);
            json.WriteString(PlaceProperties.Region, Bytes(place.Region));
            json.WriteNumber(PlaceProperties.Latitude, PlaceRecord.Degrees(place.Latitude));
            json.WriteNumber(PlaceProperties.Longitude, PlaceRecord.Degrees(place.Longitude));
            json.WriteNumber(PlaceProperties.Population, place.Population);
            json.WriteString(PlaceProperties.Feature, Bytes(place.Feature));
            json.WriteString(PlaceProperties.TimeZone, Bytes(place.TimeZone));
            json.WriteEndObject();
        }
    }

    /// <summary>The place of this number at GeoNames; null when it is not in the directory. Looks at every place.</summary>
    public Place? WithId(int id)
    {
        var records = Records;
        for (var number = 0; number < records.Length; number++)
        {
            if (records[number].Id == id) return PlaceAt(number);
        }

        return null;
    }

    /// <summary>A name by its number, folded.</summary>
    internal ReadOnlySpan<char> NameAt(int number)
    {
        var starts = _file.Of<int>(Section.NameStarts, _set);
        return _file.Of<char>(Section.NameLetters, _set)[starts[number]..starts[number + 1]];
    }

    /// <summary>The very name stands before all others, so it is offered as nearer by one. Of the others it is kept where the bearer stands: its name is looked for at the end.</summary>
    private void FindBeginning(string folded, Range names, ref BestBearers best)
    {
        var (first, end) = (names.Start.Value, names.End.Value);
        if (first >= end) return;
        var starts = BearerStarts;
        var bearers = Bearers;
        var minima = _file.Of<int>(Section.BlockMinima, _set);
        if (NameAt(first).SequenceEqual(folded))
        {
            foreach (var rank in bearers[starts[first]..starts[first + 1]]) best.Offer(0, rank, first);
        }

        var (at, last) = (starts[first], starts[end]);
        while (at < last)
        {
            var block = at / PlacesLayout.BlockLength;
            var blockEnd = Math.Min(last, (block + 1) * PlacesLayout.BlockLength);
            if (minima[block] >= best.Limit(1)) at = blockEnd;
            for (; at < blockEnd; at++)
            {
                if (bearers[at] < best.Limit(1)) best.Offer(1, bearers[at], at);
            }
        }
    }

    /// <summary>The numbers of the names that begin so: most beginnings have few, so the end is looked for from the first in steps that double.</summary>
    private Range Beginning(string folded)
    {
        var first = FirstFrom(folded);
        var (low, step) = (first, 1);
        while (low + step < NameCount && NameAt(low + step - 1).StartsWith(folded, StringComparison.Ordinal)) (low, step) = (low + step, step * 2);
        return first..FirstFrom(folded + char.MaxValue, low, Math.Min(low + step, NameCount));
    }

    private void FindNear(string folded, ref BestBearers best)
    {
        var typed = TypedName.Of(folded);
        var allowed = Deletions.Allowed(folded.Length);
        if (allowed == 0)
        {
            var name = FirstFrom(folded);
            if (name < NameCount && NameAt(name).SequenceEqual(folded)) OfferAll(name, 0, ref best);
            return;
        }

        var stems = _file.Of<int>(Section.Stems, _set);
        var starts = _file.Of<int>(Section.BucketStarts, _set);
        var entries = _file.Of<uint>(Section.BucketEntries, _set);
        Span<uint> hashes = stackalloc uint[Deletions.Most];
        var seen = Seen(stems.Length);
        foreach (var hash in hashes[..Deletions.Of(folded, allowed, hashes)])
        {
            var bucket = (int)(hash >> _bucketShift);
            foreach (var entry in entries[starts[bucket]..starts[bucket + 1]])
            {
                const uint stemBits = (1u << Deletions.StemBits) - 1;
                if ((entry & ~stemBits) != Deletions.Mark(hash)) continue;
                var stem = (int)(entry & stemBits);
                if ((seen[stem >> 6] & (1UL << (stem & 63))) != 0) continue;
                seen[stem >> 6] |= 1UL << (stem & 63);
                for (var name = stems[stem]; name < stems[stem + 1]; name++) Compare(typed, allowed, name, ref best);
            }
        }
    }

    private void Compare(in TypedName typed, int allowed, int name, ref BestBearers best)
    {
        var letters = NameAt(name);
        if (Math.Abs(letters.Length - typed.Length) > allowed) return;
        var distance = typed.DistanceTo(letters);
        if (distance <= allowed) OfferAll(name, distance, ref best);
    }

    private void OfferAll(int name, int distance, ref BestBearers best)
    {
        foreach (var rank in Bearers[BearerStarts[name]..BearerStarts[name + 1]]) best.Offer(distance, rank, name);
    }

    /// <summary>A bit for each stem, cleared: 50 KB a thread, so nothing is allocated for a question.</summary>
    private static Span<ulong> Seen(int stems)
    {
        var words = (stems / 64) + 1;
        if (_seen is null || _seen.Length < words) _seen = new ulong[words];
        _seen.AsSpan(0, words).Clear();
        return _seen;
    }

    /// <summary>The first name that does not stand before these letters.</summary>
    private int FirstFrom(ReadOnlySpan<char> letters) => FirstFrom(letters, 0, NameCount);

    private int FirstFrom(ReadOnlySpan<char> letters, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (NameAt(middle).SequenceCompareTo(letters) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private int Suggest(string prefix, string? country, Span<BestBearers.Bearer> room)
    {
        var folded = Folding.Of(prefix);
        if (folded.Length is 0 or > TypedName.Longest || room.Length == 0) return 0;
        var best = new BestBearers(room, Ranks, Records, CountryOf(country));
        var names = Beginning(folded);
        FindBeginning(folded, names, ref best);
        if (best.Count == 0) FindNear(folded, ref best);
        else NameBeginnings(room[..best.Count], names, folded.Length);
        return best.Count;
    }

    /// <summary>To become the name, what was typed needs the rest of its letters.</summary>
    private void NameBeginnings(Span<BestBearers.Bearer> begun, Range names, int typed)
    {
        var first = names.Start.Value;
        var starts = BearerStarts[names];
        foreach (ref var bearer in begun)
        {
            var at = bearer.Distance == 0 ? bearer.Name - first : starts.BinarySearch(bearer.Name);
            var name = first + (at >= 0 ? at : ~at - 1);
            bearer = bearer with { Order = BestBearers.OrderOf(NameAt(name).Length - typed, (int)bearer.Order), Name = name };
        }
    }

    private List<PlaceFound> Given(ReadOnlySpan<BestBearers.Bearer> kept)
    {
        var given = new List<PlaceFound>(kept.Length);
        foreach (var bearer in kept) given.Add(new PlaceFound(PlaceAt(bearer.Place), NameAt(bearer.Name).ToString(), bearer.Distance));
        return given;
    }

    private Place PlaceAt(int number)
    {
        ref readonly var record = ref Records[number];
        return new Place(record.Id, Text(record.Name), PlacesLayout.Country(record.Country), Text(record.Region), record.Latitude / PlaceRecord.Degree, record.Longitude / PlaceRecord.Degree, record.Population)
        {
            Feature = Text(record.Feature),
            TimeZone = Text(record.TimeZone),
            Level = Text(record.Level),
            Code = Text(record.Code),
            Nuts3 = Text(record.Nuts3),
            CodeBy = record.CodeBy switch { 1 => Place.ByName, 2 => Place.ByCode, _ => "" },
        };
    }

    private string Text(int at) => Encoding.UTF8.GetString(Bytes(at));

    private ReadOnlySpan<byte> Bytes(int at)
    {
        var texts = _file.Of<byte>(Section.Texts, _set);
        return texts.Slice(at + 1, texts[at]);
    }

    private static ushort CountryOf(string? country) => country is null ? (ushort)0 : country.Length == 2 ? PlacesLayout.Country(country.ToUpperInvariant()) : ushort.MaxValue;

    /// <inheritdoc />
    public void Dispose()
    {
        if (_set == 0) _file.Dispose();
    }
}
