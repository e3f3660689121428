using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tessera.Planning.Tours;

/// <summary>
/// Gives the places of a study tour by stated rules and a lot that anybody can draw again (serial dictatorship in a random order, with quotas: Abdulkadiroğlu and Sönmez, 1998). The order: who
/// was on no tour lately before who was, then by lot. First the places for small settlements go to small ones in this order, then all places left to all in this order. Each comes with all its
/// people or waits; who does not fit whole, or whose county is full, is passed over and keeps its turn. Deterministic; n log n in the applicants.
/// </summary>
public static class TourSelection
{
    /// <summary>The answer to each applicant, in the order by the rules.</summary>
    public static IReadOnlyList<TourDecision> Choose(TourRules rules, string seed, IReadOnlyList<TourApplicant> applicants)
    {
        var order = applicants.Select(a => new Standing(a, LotOf(seed, a.Number), IsFresh(rules, a), IsSmall(rules, a)))
            .OrderBy(s => !s.IsFresh).ThenBy(s => s.Lot, StringComparer.Ordinal).ThenBy(s => s.Applicant.Number).ToList();
        var round = new Round(rules);
        foreach (var standing in order.Where(s => s.Applicant.HasPlace)) round.Keep(standing);
        if (rules.SmallPlaces > 0) foreach (var standing in order.Where(s => s is { IsSmall: true, Reason: null })) round.OfferSmall(standing);
        foreach (var standing in order.Where(s => s.Reason is null)) round.Offer(standing);
        return [.. order.Select((s, i) => new TourDecision(s.Applicant.Number, s.Reason!.Value, i + 1, s.Lot, s.IsFresh, s.IsSmall, s.Free))];
    }

    /// <summary>The lot of an application: lower-case hexadecimal of the SHA-256 of seed, colon and number in decimal.</summary>
    public static string LotOf(string seed, int number) => HashOf(string.Create(CultureInfo.InvariantCulture, $"{seed}:{number}"));

    /// <summary>What is published of a seed before anybody applies, so that it cannot be changed afterwards.</summary>
    public static string PledgeOf(string seed) => HashOf(seed);

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static bool IsFresh(TourRules rules, TourApplicant a) => a.YearsSince is not { } years || years >= rules.FreshYears;

    private static bool IsSmall(TourRules rules, TourApplicant a) => rules.SmallPlaces > 0 && a.Population <= rules.SmallPopulation;

    private sealed record Standing(TourApplicant Applicant, string Lot, bool IsFresh, bool IsSmall)
    {
        public TourReason? Reason { get; set; }

        public int Free { get; set; }
    }

    /// <summary>The places as they are given.</summary>
    private sealed class Round(TourRules rules)
    {
        private readonly Dictionary<string, int> _counties = new(StringComparer.Ordinal);
        private int _free = rules.Places;
        private int _small = rules.SmallPlaces;

        public void Keep(Standing standing) => Give(standing, TourReason.Kept);

        /// <summary>Gives it a place of the small ones if it fits; else it takes its turn among all.</summary>
        public void OfferSmall(Standing standing)
        {
            if (standing.Applicant.People <= Math.Min(_small, _free) && !IsFull(standing.Applicant.County)) Give(standing, TourReason.SmallQuota);
        }

        public void Offer(Standing standing)
        {
            if (IsFull(standing.Applicant.County)) Answer(standing, TourReason.CountyFull);
            else if (standing.Applicant.People > _free) Answer(standing, TourReason.NoPlaces);
            else Give(standing, TourReason.Turn);
        }

        private bool IsFull(string county) => county.Length > 0 && rules.MostPerCounty > 0 && _counties.GetValueOrDefault(county) >= rules.MostPerCounty;

        private void Answer(Standing standing, TourReason reason) => (standing.Reason, standing.Free) = (reason, _free);

        private void Give(Standing standing, TourReason reason)
        {
            Answer(standing, reason);
            var (people, county) = (standing.Applicant.People, standing.Applicant.County);
            _free -= people;
            if (standing.IsSmall) _small -= people;
            if (county.Length > 0) _counties[county] = _counties.GetValueOrDefault(county) + 1;
        }
    }
}
