namespace Tessera.Interchange.Reading.Reconciliation;

/// <summary>An authority of a register, recognised as far as it can be.</summary>
/// <param name="Keys">By which it is the same as another, the surest first; never empty.</param>
/// <param name="Meant">The place of the directory; null when none can be told.</param>
/// <param name="Doubt">What the directory says against it; null when nothing.</param>
public sealed record ScreenedPlace(RegisterPlace Said, IReadOnlyList<string> Keys, Place? Meant, RegisterDoubt? Doubt);

/// <summary>A pair with both its authorities recognised.</summary>
/// <param name="Doubt">What speaks against the pair or one of the two, taken alone; null when nothing.</param>
public sealed record ScreenedPair(RegisterPair Pair, ScreenedPlace Origin, ScreenedPlace Partner, RegisterDoubt? Doubt);

/// <summary>
/// Recognises the authorities of a register's pairs one by one and says what can be said of a pair alone; what needs the other pairs (twice, unanswered, known to an office) follows from the keys.
/// Some thousands of places are remembered, no matter how long the register is. Not for several threads at once.
/// </summary>
public sealed class PairScreen(IPlaces places)
{
    private const int MostRemembered = 16_384;
    private readonly PlaceIdentity _identity = new(places);
    private readonly Dictionary<RegisterPlace, ScreenedPlace> _known = [];

    /// <summary>Recognises a pair.</summary>
    public ScreenedPair Screen(RegisterPair pair)
    {
        var (origin, partner) = (Screen(pair.Origin), Screen(pair.Partner));
        return new ScreenedPair(pair, origin, partner, origin.Doubt ?? partner.Doubt ?? DistanceCheck.Check(pair));
    }

    /// <summary>The keys of a partner in an office's records, or of the office's own authority.</summary>
    public IEnumerable<string> KeysOf(OwnPartner partner) => _identity.Of(partner);

    private ScreenedPlace Screen(RegisterPlace place)
    {
        if (_known.TryGetValue(place, out var known)) return known;
        if (_known.Count == MostRemembered) _known.Clear();
        var bearers = _identity.Bearers(place.Name);
        var meant = PlaceIdentity.Meant(bearers, place.Country, place.Point);
        return _known[place] = new ScreenedPlace(place, [.. PlaceIdentity.Keys(place.Name, place.Country, meant)], meant, PlaceCheck.Check(place, bearers));
    }
}
