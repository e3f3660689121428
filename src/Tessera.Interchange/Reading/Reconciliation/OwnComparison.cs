namespace Tessera.Interchange.Reading.Reconciliation;

/// <summary>Compares a register's pairs with the records of one office: those in which its own authority stands on either side.</summary>
internal sealed class OwnComparison
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();
    private readonly OwnRecords _records;
    private readonly HashSet<string> _home;
    private readonly Dictionary<string, int> _byKey = [];
    private readonly Dictionary<int, (RegisterPair Pair, bool FromOurs)> _same = [];
    private readonly Dictionary<string, (RegisterPair Pair, RegisterPlace Partner, bool FromOurs)> _missing = [];
    private bool _isNamed;

    public OwnComparison(PlaceIdentity identity, OwnRecords records)
    {
        (_records, _home) = (records, [.. identity.Of(records.Home)]);
        for (var i = 0; i < records.Partners.Count; i++)
        {
            foreach (var key in identity.Of(records.Partners[i])) _byKey.TryAdd(key, i);
        }
    }

    /// <summary>Takes a pair.</summary>
    public void Add(RegisterPair pair, IReadOnlyList<string> origin, IReadOnlyList<string> partner)
    {
        if (origin.Any(_home.Contains)) Add(pair, pair.Partner, partner, fromOurs: true);
        else if (partner.Any(_home.Contains)) Add(pair, pair.Origin, origin, fromOurs: false);
    }

    /// <summary>The office's partners in the order of its records, then those that only the register names.</summary>
    public IEnumerable<RegisterFinding> Findings()
    {
        for (var i = 0; i < _records.Partners.Count; i++)
        {
            var partner = _records.Partners[i];
            if (_same.TryGetValue(i, out var same)) yield return Finding(RegisterAnswer.Same, same.FromOurs ? RegisterReasons.Both : RegisterReasons.BothFromTheirs, same.Pair.Line, partner);
            else yield return Finding(RegisterAnswer.MissingThere, _isNamed ? RegisterReasons.OnlyRecords : RegisterReasons.RegisterSilent, 0, partner);
        }

        foreach (var (pair, partner, fromOurs) in _missing.Values)
        {
            yield return new RegisterFinding(
                RegisterAnswer.MissingHere, fromOurs ? RegisterReasons.OnlyRegister : RegisterReasons.OnlyRegisterFromTheirs, pair.Line, _records.Home.Names[0], partner.Name, partner.Country, null, Nothing);
        }
    }

    private void Add(RegisterPair pair, RegisterPlace partner, IReadOnlyList<string> keys, bool fromOurs)
    {
        _isNamed |= fromOurs;
        foreach (var key in keys)
        {
            if (!_byKey.TryGetValue(key, out var known)) continue;
            if (!_same.TryGetValue(known, out var before) || (fromOurs && !before.FromOurs)) _same[known] = (pair, fromOurs);
            return;
        }

        if (!_missing.TryGetValue(keys[0], out var other) || (fromOurs && !other.FromOurs)) _missing[keys[0]] = (pair, partner, fromOurs);
    }

    private RegisterFinding Finding(RegisterAnswer answer, string reason, int line, OwnPartner partner) =>
        new(answer, reason, line, _records.Home.Names[0], partner.Names[0], partner.Country, partner.Key, Nothing);
}
