using System.Globalization;

namespace Tessera.Interchange.Reading.Reconciliation;

/// <summary>
/// Compares an outside register of partnerships with the directory and with an office's records. Pairs are taken one by one and contradictions are told as they come; what needs the whole register
/// (who does not answer whom, what the office has and the register has not) follows at the end. Time is linear in the pairs, memory in the distinct ones. Pure: nothing is changed. A register helps to
/// propose and to check; it is never the truth about an office's partners.
/// </summary>
public sealed class Reconciler(IPlaces places, OwnRecords records)
{
    /// <summary>What comes of comparing, the office's own partners last.</summary>
    public IEnumerable<RegisterFinding> Compare(IEnumerable<RegisterPair> pairs)
    {
        var identity = new PlaceIdentity(places);
        var (seen, own) = (new PairsSeen(), new OwnComparison(identity, records));
        var known = new Dictionary<RegisterPlace, IReadOnlyList<string>>();
        foreach (var pair in pairs)
        {
            foreach (var place in (RegisterPlace[])[pair.Origin, pair.Partner])
            {
                if (!known.TryAdd(place, identity.Of(place))) continue;
                if (PlaceCheck.Check(place, identity.Bearers(place.Name)) is { } wrong) yield return new RegisterFinding(RegisterAnswer.Contradictory, wrong.Reason, pair.Line, pair.Origin.Name, place.Name, place.Country, null, wrong.Arguments);
            }

            if (WrongDistance(pair) is { } distance) yield return distance;
            if (seen.Add(pair, known[pair.Origin][0], known[pair.Partner][0]) is { } twice) yield return twice;
            own.Add(pair, known[pair.Origin], known[pair.Partner]);
        }

        foreach (var finding in seen.OneSided().Concat(own.Findings())) yield return finding;
    }

    private static RegisterFinding? WrongDistance(RegisterPair pair) => DistanceCheck.Check(pair) is not { } doubt ? null
        : new RegisterFinding(RegisterAnswer.Contradictory, doubt.Reason, pair.Line, pair.Origin.Name, pair.Partner.Name, pair.Partner.Country, null, doubt.Arguments);
}

/// <summary>The pairs of a register so far: which come twice, which are not answered.</summary>
internal sealed class PairsSeen
{
    private readonly Dictionary<(string Origin, string Partner), RegisterPair> _pairs = [];
    private readonly HashSet<string> _origins = [];

    /// <summary>Takes a pair; the finding when it was there already.</summary>
    public RegisterFinding? Add(RegisterPair pair, string origin, string partner)
    {
        _origins.Add(origin);
        if (_pairs.TryAdd((origin, partner), pair)) return null;
        var first = _pairs[(origin, partner)];
        var arguments = new Dictionary<string, string> { ["line"] = Number(first.Line) };
        var (one, other) = first.Origin.Population != pair.Origin.Population ? (first.Origin.Population, pair.Origin.Population) : (first.Partner.Population, pair.Partner.Population);
        var isOther = one is not null && other is not null && one != other;
        if (isOther) (arguments["population"], arguments["other"]) = (Number(one!.Value), Number(other!.Value));
        return Finding(pair, isOther ? RegisterReasons.DuplicateOtherPopulation : RegisterReasons.Duplicate, arguments);
    }

    /// <summary>Pairs whose partner has pairs of its own, but not this one.</summary>
    public IEnumerable<RegisterFinding> OneSided() =>
        _pairs.Where(p => _origins.Contains(p.Key.Partner) && !_pairs.ContainsKey((p.Key.Partner, p.Key.Origin))).Select(p => Finding(p.Value, RegisterReasons.OneSided, new Dictionary<string, string>()));

    private static RegisterFinding Finding(RegisterPair pair, string reason, IReadOnlyDictionary<string, string> arguments) =>
        new(RegisterAnswer.Contradictory, reason, pair.Line, pair.Origin.Name, pair.Partner.Name, pair.Partner.Country, null, arguments);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
