using Tessera.Planning.Delegations;

namespace Tessera.Planning.Tests.Delegations;

/// <summary>Models by chance, small enough to try everything, with rules of every kind. The same for the same seed.</summary>
internal static class SmallModels
{
    public static readonly DateOnly Day = new(2026, 10, 1);

    private static readonly string[] Countries = ["HU", "SE"];

    public static DelegationModel Random(int seed, int most = 6)
    {
        var random = new Random(seed);
        var people = Enumerable.Range(0, random.Next(2, most + 1)).Select(i => Person(random, i, "")).ToList();
        return new DelegationModel(Blocks(random, ""), people, Rules(random, people), Balance(random));
    }

    /// <summary>Two delegations at once.</summary>
    public static DelegationModel Two(int seed)
    {
        var random = new Random(seed);
        List<Candidate> people = [.. Countries.SelectMany(d => Enumerable.Range(0, random.Next(2, 4)).Select(i => Person(random, i, d)))];
        return new DelegationModel([.. Blocks(random, "HU"), .. Blocks(random, "SE")], people, Rules(random, people), Balance(random));
    }

    /// <summary>A composition by chance, whether allowed or not.</summary>
    public static IReadOnlyList<Seating> Composition(DelegationModel model, int seed)
    {
        var all = PlainDelegations.All(model).ToList();
        var most = all.Max(s => s.Count);
        var full = all.Where(s => s.Count >= most - (seed % 2)).ToList();
        return full[new Random(seed).Next(full.Count)];
    }

    private static Candidate Person(Random random, int number, string delegation) => new(
        $"{delegation}p{number}", (Sex)random.Next(3), Mandate(random), (AuthorityLevel)random.Next(2), delegation)
    {
        Association = random.Next(4) == 0 ? null : $"a{random.Next(2)}",
        Region = $"r{random.Next(3)}",
        PoliticalGroup = random.Next(3) == 0 ? null : $"g{random.Next(2)}",
        RepresentativePoints = random.Next(6) == 0 ? null : random.Next(6),
        SubstitutePoints = random.Next(6) == 0 ? null : random.Next(6),
    };

    private static Mandate Mandate(Random random) => new(
        random.Next(8) == 0 ? MandateKind.None : random.Next(3) == 0 ? MandateKind.Accountable : MandateKind.Elected,
        random.Next(3) == 0 ? Day.AddDays(random.Next(-9, 3)) : null, random.Next(3) == 0 ? Day.AddDays(random.Next(-2, 9)) : null);

    private static IEnumerable<SeatBlock> Blocks(Random random, string delegation)
    {
        var chambers = random.Next(2) == 0 ? new[] { Chamber.None } : [Chamber.Local, Chamber.Regions];
        foreach (var chamber in chambers)
        {
            var seats = random.Next(1, chambers.Length == 1 ? 4 : 3);
            yield return new SeatBlock(delegation, SeatKind.Representative, chamber, seats);
            if (random.Next(4) > 0) yield return new SeatBlock(delegation, SeatKind.Substitute, chamber, seats);
        }
    }

    private static Trait[] Balance(Random random) => [.. Enum.GetValues<Trait>().Where(_ => random.Next(3) == 0)];

    private static List<DelegationRule> Rules(Random random, List<Candidate> people)
    {
        var made = new List<DelegationRule>();
        for (var i = random.Next(0, 7); i > 0; i--) made.Add(Rule(random, $"rule-{i}", people));
        return made;
    }

    private static DelegationRule Rule(Random random, string id, List<Candidate> people)
    {
        var severity = random.Next(5) switch { 0 => Severity.Off, 1 or 2 => Severity.Warning, _ => Severity.Blocking };
        var scope = new SeatScope(random.Next(2) == 0 ? null : (SeatKind)random.Next(2));
        string Somebody() => people[random.Next(people.Count)].Key;
        return random.Next(11) switch
        {
            0 or 1 => new SexShareRule(id, severity, scope, random.Next(2) == 0 ? 300 : 400),
            2 => new BothSexesRule(id, severity, scope),
            3 => new MandateRule(id, severity, Day, random.Next(2) == 0),
            4 => new ChamberRule(id, severity),
            5 => new EqualSubstitutesRule(id, severity),
            6 => new SeatsFilledRule(id, severity),
            7 => new MustSitRule(id, severity, Somebody(), scope),
            8 => new MustNotSitRule(id, severity, Somebody()),
            9 => new ExclusionRule(id, severity, people[0].Key, people[1].Key),
            _ => Quota(random, id, severity, scope),
        };
    }

    private static QuotaRule Quota(Random random, string id, Severity severity, SeatScope scope)
    {
        var least = random.Next(0, 3);
        var trait = (Trait)random.Next(4);
        string[] values = trait switch { Trait.Association => ["a0"], Trait.Region => ["r0", "r1"], Trait.PoliticalGroup => ["g1"], _ => ["regional"] };
        return new QuotaRule(id, severity, scope, trait, values, random.Next(3) == 0 ? null : least, random.Next(2) == 0 ? null : least + random.Next(2));
    }
}
