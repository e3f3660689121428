using System.Text;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading;

namespace Tessera.Interchange.Places;

/// <summary>
/// The directory of places (GeoNames, CC BY 4.0) from a file that is mapped, not read: names by binary search, the best that begin with some letters by passing over blocks whose best is worse, names up to two
/// letters away by their <see cref="Deletions"/>. Safe for many threads at once; to be disposed after the last of them has done. Everything asked of it twice is answered the same.
/// </summary>
public sealed class PlacesIndex : IPlaces, IDisposable
{
    /// <summary>The most that are ever given.</summary>
    public const int MostGiven = 50;

    /// <summary>With fewer that begin as typed, a slip of the hand is thought of.</summary>
    private const int Few = 3;

    [ThreadStatic]
    private static ulong[]? _seen;

    private readonly MappedSections _file;
    private readonly int _bucketShift;

    private PlacesIndex(MappedSections file)
    {
        _file = file;
        _bucketShift = 32 - System.Numerics.BitOperations.Log2((uint)(file.Of<int>(Section.BucketStarts).Length - 1));
    }

    /// <summary>How many places there are.</summary>
    public int Count => Records.Length;

    /// <summary>Tells this directory from another: the file's checksum.</summary>
    public string Edition => _file.Checksum.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>How many names they have, folded.</summary>
    public int NameCount => Math.Max(0, _file.Of<int>(Section.NameStarts).Length - 1);

    private ReadOnlySpan<PlaceRecord> Records => _file.Of<PlaceRecord>(Section.Places);

    private ReadOnlySpan<int> Ranks => _file.Of<int>(Section.Ranks);

    private ReadOnlySpan<int> Bearers => _file.Of<int>(Section.Bearers);

    private ReadOnlySpan<int> BearerStarts => _file.Of<int>(Section.BearerStarts);

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
        return Given(best);
    }

    /// <summary>
    /// What somebody may mean who has typed so far: the bearers of the very name, then those of names that begin with it, each the weightiest first (a place by its own name weighs its population, by another a
    /// tenth of it); with fewer than three of them also names up to two letters away, the nearest first.
    /// </summary>
    /// <param name="prefix">As typed, in any spelling.</param>
    /// <param name="country">Only in this country; null for any.</param>
    public IReadOnlyList<PlaceFound> Suggest(string prefix, string? country, int most)
    {
        var folded = Folding.Of(prefix);
        if (folded.Length is 0 or > TypedName.Longest || most < 1) return [];
        var best = new BestBearers(stackalloc BestBearers.Bearer[Math.Min(most, MostGiven)], Ranks, Records, CountryOf(country));
        FindBeginning(folded, ref best);
        var found = Begun(best, folded.Length);
        if (found.Count >= Math.Min(Few, most)) return found;
        found.AddRange(Near(folded, country, most).Where(n => found.All(f => f.Place.Id != n.Place.Id)).Take(most - found.Count).ToList());
        return found;
    }

    /// <summary>A name by its number, folded.</summary>
    internal ReadOnlySpan<char> NameAt(int number)
    {
        var starts = _file.Of<int>(Section.NameStarts);
        return _file.Of<char>(Section.NameLetters)[starts[number]..starts[number + 1]];
    }

    /// <summary>The very name stands before all others, so it is offered as nearer by one. Of the others it is kept where the bearer stands: its name is looked for at the end.</summary>
    private void FindBeginning(string folded, ref BestBearers best)
    {
        var first = FirstFrom(folded);
        var end = FirstFrom(folded + char.MaxValue);
        if (first >= end) return;
        var starts = BearerStarts;
        var bearers = Bearers;
        var minima = _file.Of<int>(Section.BlockMinima);
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

        var stems = _file.Of<int>(Section.Stems);
        var starts = _file.Of<int>(Section.BucketStarts);
        var entries = _file.Of<uint>(Section.BucketEntries);
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
    private int FirstFrom(ReadOnlySpan<char> letters)
    {
        var (low, high) = (0, NameCount);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (NameAt(middle).SequenceCompareTo(letters) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>To become the name, what was typed needs the rest of its letters.</summary>
    private List<PlaceFound> Begun(in BestBearers best, int typed)
    {
        var found = new List<PlaceFound>(best.Count);
        foreach (var bearer in best.Kept)
        {
            var name = bearer.Distance == 0 ? bearer.Name : BearerStarts.BinarySearch(bearer.Name) is >= 0 and var start ? start : ~BearerStarts.BinarySearch(bearer.Name) - 1;
            found.Add(new PlaceFound(PlaceAt(bearer.Place), NameAt(name).ToString(), NameAt(name).Length - typed));
        }

        return found;
    }

    private List<PlaceFound> Given(in BestBearers best)
    {
        var given = new List<PlaceFound>(best.Count);
        foreach (var bearer in best.Kept) given.Add(new PlaceFound(PlaceAt(bearer.Place), NameAt(bearer.Name).ToString(), bearer.Distance));
        return given;
    }

    private Place PlaceAt(int number)
    {
        ref readonly var record = ref Records[number];
        return new Place(record.Id, Text(record.Name), PlacesLayout.Country(record.Country), Text(record.Region), record.Latitude / PlaceRecord.Degree, record.Longitude / PlaceRecord.Degree, record.Population)
        {
            Feature = Text(record.Feature),
            TimeZone = Text(record.TimeZone),
        };
    }

    private string Text(int at)
    {
        var texts = _file.Of<byte>(Section.Texts);
        return Encoding.UTF8.GetString(texts.Slice(at + 1, texts[at]));
    }

    private static ushort CountryOf(string? country) => country is null ? (ushort)0 : country.Length == 2 ? PlacesLayout.Country(country.ToUpperInvariant()) : ushort.MaxValue;

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
