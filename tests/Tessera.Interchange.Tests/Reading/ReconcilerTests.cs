using System.Diagnostics;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Reconciliation;
using Tessera.Planning.Maps;
using Xunit;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>An outside register held against the directory and an office's records.</summary>
public sealed class ReconcilerTests
{
    private const string Heading = "origincityLabel\torigincountry\toriginlat\toriginlong\toriginpopulation\tsistercityLabel\tdestinationlat\tdestinationlong\tdestinationpopulation\tdestination_countryLabel\tdist\n";
    private const string Tartu = "Tartu\tEstonia\t58.38\t26.7225\t93687";
    private const string Turku = "Turku\tFinland\t60.4517\t22.27\t190000";
    private static readonly FewTowns Towns = new();
    private static readonly OwnRecords Records = new(new OwnPartner("tartu", ["Tartu linn", "Tartu"], "EE", new GeoPoint(58.38, 26.72)),
        [new("turku", ["Turku", "Åbo"], "FI", null), new("bologna", ["Bologna"], "IT", new GeoPoint(44.49, 11.34)), new("veszprem", ["Veszprém", "Wesprim"], "HU", null)]);

    [Fact]
    public void Partner_InBothOnOneSideOrTheOther_IsToldAsSuch()
    {
        var findings = Compare($"{Tartu}\tÅbo\t60.45\t22.27\t\tFinland\t\n{Tartu}\tBergen\t60.39\t5.32\t\tNorway\t\nBologna\tItaly\t44.49\t11.34\t\tTartu\t58.38\t26.72\t\tEstonia\t\n");
        Assert.Equal(
            [
                (RegisterAnswer.Same, RegisterReasons.Both, "turku", 2), (RegisterAnswer.Same, RegisterReasons.BothFromTheirs, "bologna", 4),
                (RegisterAnswer.MissingThere, RegisterReasons.OnlyRecords, "veszprem", 0), (RegisterAnswer.MissingHere, RegisterReasons.OnlyRegister, null, 3),
            ],
            findings.Where(f => f.Answer != RegisterAnswer.Contradictory).Select(f => (f.Answer, f.Reason, f.Key, f.Line)));
    }

    [Fact]
    public void Register_WithoutALineOfTheOffice_SaysNothing() =>
        Assert.All(Compare("Malmö\tSweden\t\t\t\tTallinn\t\t\t\tEstonia\t\n"), f => Assert.Equal((RegisterAnswer.MissingThere, RegisterReasons.RegisterSilent), (f.Answer, f.Reason)));

    [Fact]
    public void Country_ThatTheCoordinatesContradict_IsToldOnceForAPlace()
    {
        var holstebro = "Holstebro\tSweden\t56.366666666667\t8.6166666666667\t35392";
        var finding = Assert.Single(Contradictions($"{holstebro}\tBrașov\t45.65\t25.6\t290743\tRomania\t1674\n{holstebro}\tTryavna\t42.866666666667\t25.491944444444\t9831\tBulgaria\t1921\n"));
        Assert.Equal((RegisterReasons.Country, 2, "Holstebro", "SE", "DK"), (finding.Reason, finding.Line, finding.Partner, finding.Country, finding.Arguments["nearest"]));
    }

    [Theory]
    [InlineData("Denmark")]
    [InlineData("Dania")]
    [InlineData("Dänemark")]
    [InlineData("Nowhere")]
    public void Country_ThatFitsOrIsNotKnown_IsNoContradiction(string country) => Assert.Empty(Contradictions($"Holstebro\t{country}\t56.37\t8.62\t\tBrașov\t45.65\t25.6\t\tRomania\t\n"));

    [Fact]
    public void Coordinates_FarFromTheOnlyPlaceOfTheName_AreTold()
    {
        var finding = Assert.Single(Contradictions($"Holstebro\tDenmark\t46.37\t8.62\t\tBrașov\t45.65\t25.6\t\tRomania\t\n"));
        Assert.Equal((RegisterReasons.FarFromItsCountry, "1111"), (finding.Reason, finding.Arguments["kilometres"]));
    }

    [Theory]
    [InlineData("\t", RegisterReasons.Duplicate)]
    [InlineData("190000\t", RegisterReasons.Duplicate)]
    [InlineData("180000\t", RegisterReasons.DuplicateOtherPopulation)]
    public void Pair_ThatComesTwice_IsToldWithItsPopulation(string population, string reason)
    {
        var finding = Assert.Single(Contradictions($"{Tartu}\tTurku\t60.4517\t22.27\t190000\tFinland\t\n{Tartu}\tTurku\t60.4517\t22.27\t{population}Finland\t\n"));
        Assert.Equal((reason, 3, "2"), (finding.Reason, finding.Line, finding.Arguments["line"]));
    }

    [Fact]
    public void Pair_ThatThePartnerDoesNotName_IsOneSidedOnlyWhenThePartnerHasLines()
    {
        var named = $"{Tartu}\tTurku\t60.4517\t22.27\t190000\tFinland\t\n";
        Assert.Empty(Contradictions(named));
        var finding = Assert.Single(Contradictions($"{named}{Turku}\tBergen\t60.39\t5.32\t\tNorway\t\n"));
        Assert.Equal((RegisterReasons.OneSided, 2, "Tartu", "Turku"), (finding.Reason, finding.Line, finding.Origin, finding.Partner));
        Assert.Empty(Contradictions($"{named}{Turku}\tTartu\t58.38\t26.72\t93687\tEstonia\t\n"));
    }

    [Theory]
    [InlineData("349", 0)]
    [InlineData("340", 0)]
    [InlineData("420", 1)]
    [InlineData("35", 1)]
    public void Distance_ThatIsNotBetweenTheCoordinates_IsTold(string given, int findings) =>
        Assert.Equal(findings, Contradictions($"{Tartu}\tTurku\t60.4517\t22.27\t\tFinland\t{given}\n").Count(f => f.Reason == RegisterReasons.Distance));

    [Theory]
    [InlineData("")]
    [InlineData("a\tb\tc\n")]
    [InlineData("origincityLabel\tcountry\n")]
    public void Register_WithoutColumnsOfBothPartners_IsRefused(string file) => Assert.Throws<FormatException>(() => RegisterFile.Read(new StringReader(file)));

    [Theory]
    [InlineData("origin;partner;km\nTartu;Turku;360\n")]
    [InlineData("partner,origin\nTurku,Tartu\n")]
    [InlineData("\uFEFForigin\tpartner\r\nTartu\tTurku\tmore\tthan\tcolumns\r\n\r\n\t\r\nTartu\r\n")]
    public void Register_OfAnotherForm_IsRead(string file) => Assert.Equal([("Tartu", "Turku")], RegisterFile.Read(new StringReader(file)).Select(p => (p.Origin.Name, p.Partner.Name)));

    [Theory]
    [InlineData("NaN", "1e999")]
    [InlineData("95", "200")]
    [InlineData("x", "--")]
    public void Numbers_ThatAreNone_AreLeftOut(string latitude, string longitude)
    {
        var pair = Assert.Single(RegisterFile.Read(new StringReader($"{Heading}Tartu\tEstonia\t{latitude}\t{longitude}\t-5\tTurku\t\t\t1e300\tFinland\tfar\n")));
        Assert.Equal((null, null, null, null), (pair.Origin.Point, pair.Origin.Population, pair.Partner.Population, pair.Kilometres));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Registers_OfAnyPairs_ObeyTheirRules(int seed)
    {
        var random = new Random(seed);
        string[] names = ["Tartu", "Turku", "Bologna", "Bergen", "Wells", "Holstebro", "Lund", "Åbo", "Veszprém"];
        RegisterPlace Any() => new(names[random.Next(names.Length)], "", new[] { "EE", "FI", "IT", null }[random.Next(4)], random.Next(2) == 0 ? null : new GeoPoint(random.Next(-90, 91), random.Next(-180, 181)), random.Next(3) == 0 ? null : random.Next(1, 9));
        var pairs = Enumerable.Range(2, 400).Select(line => new RegisterPair(line, Any(), Any(), random.Next(3_000))).ToList();
        var findings = Compare(pairs);
        Assert.Equal(Records.Partners.Select(p => p.Key), findings.Where(f => f.Answer is RegisterAnswer.Same or RegisterAnswer.MissingThere).Select(f => f.Key));
        Assert.All(findings, f => Assert.Contains(f.Reason, RegisterReasons.All));
        Assert.All(findings, f => Assert.True(f.Line == 0 ? f.Answer == RegisterAnswer.MissingThere : f.Line is >= 2 and < 402));

        var answered = Compare([.. pairs, .. pairs.Select(p => new RegisterPair(p.Line + 400, p.Partner, p.Origin, p.Kilometres))]);
        Assert.DoesNotContain(answered, f => f.Reason == RegisterReasons.OneSided);
        var twice = Compare([.. pairs, .. pairs]);
        Assert.Equal(findings.Where(f => f.Answer != RegisterAnswer.Contradictory), twice.Where(f => f.Answer != RegisterAnswer.Contradictory), Alike);
        var shuffled = pairs.ToArray();
        random.Shuffle(shuffled);
        Assert.Equal(Own(findings), Own(Compare(shuffled)));
    }

    [Fact]
    public void Register_TenTimesAsLong_TakesAboutTenTimesAsLong()
    {
        static IEnumerable<RegisterPair> Many(int count) => Enumerable.Range(2, count).Select(i => new RegisterPair(i, new RegisterPlace($"Town {i % 5_000}", "", "EE", null, i), new RegisterPlace($"Town {i * 7 % 9_001}", "", "FI", null, null), null));
        TimeSpan Elapsed(int count)
        {
            var begun = Stopwatch.GetTimestamp();
            Assert.True(new Reconciler(Towns, Records).Compare(Many(count)).Count() >= 0);
            return Stopwatch.GetElapsedTime(begun);
        }

        Elapsed(20_000);
        var (small, large) = (Elapsed(20_000), Elapsed(200_000));
        Assert.True(large < (small * 40) + TimeSpan.FromSeconds(2), $"{small.TotalMilliseconds:0} ms, then {large.TotalMilliseconds:0} ms");
    }

    [Theory]
    [InlineData("estonia")]
    [InlineData("finland")]
    [InlineData("germany")]
    [InlineData("hungary")]
    [InlineData("sweden")]
    public void Distances_OfARealRegister_AreTheGreatCircles(string country)
    {
        var pairs = RealRegister(country);
        var measured = pairs.Where(p => p is { Kilometres: not null, Origin.Point: not null, Partner.Point: not null }).Select(p => Math.Abs(p.Origin.Point!.Value.DistanceKm(p.Partner.Point!.Value) - p.Kilometres!.Value)).ToList();
        Assert.True(measured.Count > 100);
        Assert.True(measured.Count(off => off > 10) <= measured.Count / 100, $"{measured.Count(off => off > 10)} of {measured.Count} are off, at most {measured.Max():0} km");
        Assert.True(pairs.Count(p => p.Partner.Country is null) <= pairs.Count / 100, string.Join(", ", pairs.Where(p => p.Partner.Country is null).Select(p => p.Partner.CountryName).Distinct()));
    }

    [Fact]
    public void Register_OfSweden_SaysDenmark()
    {
        var findings = Compare(RealRegister("sweden")).Where(f => f.Reason == RegisterReasons.Country).ToList();
        Assert.Contains(findings, f => f is { Partner: "Holstebro", Country: "SE" } && f.Arguments["nearest"] == "DK");
    }

    private static List<RegisterPair> RealRegister(string country)
    {
        var path = Path.Combine(CorpusPages.Checkout("."), "..", "shared", "data", "twin-towns", country + ".tsv");
        Assert.SkipUnless(File.Exists(path), "the real data (../shared/data/twin-towns) does not stand beside this checkout");
        using var file = File.OpenText(path);
        return [.. RegisterFile.Read(file)];
    }

    private static List<RegisterFinding> Contradictions(string rows) => [.. Compare(rows).Where(f => f.Answer == RegisterAnswer.Contradictory)];

    private static List<RegisterFinding> Compare(string rows) => Compare(RegisterFile.Read(new StringReader(Heading + rows)));

    private static List<RegisterFinding> Compare(IEnumerable<RegisterPair> pairs) => [.. new Reconciler(Towns, Records).Compare(pairs)];

    private static IEnumerable<string> Own(IEnumerable<RegisterFinding> findings) =>
        findings.Where(f => f.Answer is RegisterAnswer.Same or RegisterAnswer.MissingThere).Select(f => $"{f.Answer} {f.Reason} {f.Key}").Order(StringComparer.Ordinal);

    private static bool Alike(RegisterFinding one, RegisterFinding other) => (one.Answer, one.Reason, one.Key, one.Partner) == (other.Answer, other.Reason, other.Key, other.Partner);

    private sealed class FewTowns : IPlaces
    {
        private static readonly ILookup<string, Place> Known = ((Place[])
        [
            new(588335, "Tartu", "EE", "", 58.38, 26.72, 97_000), new(633679, "Turku", "FI", "", 60.45, 22.27, 190_000), new(2620046, "Holstebro", "DK", "", 56.36, 8.62, 36_000), new(2693678, "Lund", "SE", "", 55.71, 13.19, 90_000),
            new(3181928, "Bologna", "IT", "", 44.49, 11.34, 390_000), new(3161732, "Bergen", "NO", "", 60.39, 5.32, 280_000), new(2950294, "Bergen", "DE", "", 52.8, 9.96, 13_000),
        ]).SelectMany(p => p.Name == "Turku" ? [(Name: "turku", Place: p), ("abo", p)] : ((string Name, Place Place)[])[(Folding.Of(p.Name), p)]).ToLookup(p => p.Name, p => p.Place);

        public IReadOnlyList<Place> Named(string folded) => [.. Known[folded]];

        public IReadOnlyList<PlaceFound> Near(string folded, string? country, int most) => [];
    }
}
