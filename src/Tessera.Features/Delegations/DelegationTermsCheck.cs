using Tessera.Domain.Delegations;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;
using Tessera.Planning.Delegations.Catalogue;

namespace Tessera.Features.Delegations;

/// <summary>What a delegation's terms must be like, and what the catalogue knows of a body.</summary>
public static class DelegationTermsCheck
{
    private const int LongestSource = 1000;
    private const int LongestName = 300;

    /// <summary>The bodies of which the catalogue knows seats or rules.</summary>
    public static IReadOnlyList<string> Bodies { get; } = [.. RuleCatalogue.All.Select(r => r.Body).Distinct()];

    /// <summary>Months within which a body has a seat filled again after somebody lost her mandate; null where that is not known.</summary>
    public static int? MonthsToFill(string body, DateOnly day) => RuleCatalogue.Find(body, "seat-kept-after-lost-mandate", "", day)?.Value;

    /// <summary>Term, seats and rules of a delegation as the catalogue knows them on the first day.</summary>
    public static DelegationTerms Usual(string body, string country, DateOnly first)
    {
        int? Value(string parameter) => RuleCatalogue.Find(body, parameter, country, first)?.Value;
        var seats = RuleCatalogue.Find(body, "representatives", country, first);
        var substitutes = (seats?.Value ?? 0) * (Value("substitutes-per-representative") ?? 0);
        var share = RuleCatalogue.Find(body, "least-share-of-under-represented-sex", country, first);
        var count = new[] { new SeatCount(SeatKind.Representative, Chamber.None, seats?.Value ?? 0), new SeatCount(SeatKind.Substitute, Chamber.None, substitutes) };
        return new DelegationTerms(
            body, LocalText.Empty, LocalText.Empty, country, null, first, first.AddYears(Value("term") ?? 4).AddDays(-1), [.. count.Where(s => s.Seats > 0)], seats is null ? "" : Source(seats),
            new DelegationRules
            {
                SexShare = share?.Value,
                SexShareOfWhole = share is null ? Severity.Off : Severity.Blocking,
                SexShareOfRepresentatives = share is null ? Severity.Off : Severity.Warning,
                SexShareOfSubstitutes = share is null || substitutes == 0 ? Severity.Off : Severity.Warning,
                BothSexes = Value("both-sexes") is null ? Severity.Off : Severity.Blocking,
                EqualSubstitutes = substitutes == 0 ? Severity.Off : Severity.Blocking,
                Source = share is null ? "" : Source(share),
                Balance = ["region", "political-group"],
            }, null);
    }

    /// <summary>What is wrong with the terms by themselves; the path names the field.</summary>
    public static IReadOnlyList<Finding> Check(DelegationTerms terms)
    {
        var found = new List<Finding>();
        void Demand(bool holds, string path, string code)
        {
            if (!holds) found.Add(Finding.About(path, code));
        }

        Demand(!terms.Names.IsEmpty, "names", DelegationRefusal.NameMissing);
        Demand(terms.Names.Concat(terms.BodyNames).All(n => n.Text.Length <= LongestName), "names", DelegationRefusal.TextTooLong);
        Demand(Bodies.Contains(terms.Body) || !terms.BodyNames.IsEmpty, "bodyNames", DelegationRefusal.BodyMissing);
        Demand(CountryList.Knows(terms.Country), "country", DelegationRefusal.CountryWrong);
        Demand(terms.First <= terms.Last && terms.Last < terms.First.AddYears(DelegationKeeping.MostYears), "last", DelegationRefusal.TermWrong);
        Demand(
            terms.Seats.Sum(s => s.Seats) > 0 && terms.Seats.All(s => s.Seats is >= 0 and <= DelegationKeeping.MostSeats) && terms.Seats.DistinctBy(s => (s.Kind, s.Chamber)).Count() == terms.Seats.Count,
            "seats", DelegationRefusal.SeatsWrong);
        Demand(terms.SeatSource.Length <= LongestSource && terms.Rules.Source.Length <= LongestSource, "seatSource", DelegationRefusal.TextTooLong);
        Demand(terms.SeatSource.Length > 0 || SeatsAreUsual(terms), "seatSource", DelegationRefusal.SourceMissing);
        Demand(terms.Rules.SexShare is null or (> 0 and <= 500), "sexShare", DelegationRefusal.ShareWrong);
        Demand(terms.Rules.SexShare == Usual(terms.Body, terms.Country, terms.First).Rules.SexShare || terms.Rules.Source.Length > 0, "rulesSource", DelegationRefusal.SourceMissing);
        for (var i = 0; i < terms.Rules.Quotas.Count; i++) Demand(IsWhole(terms.Rules.Quotas[i]), $"quotas[{i}]", DelegationRefusal.QuotaWrong);
        Demand(terms.Secretary is null || (terms.Secretary.Name.Length is > 0 and <= DelegationKeeping.LongestName), "secretary", DelegationRefusal.NameMissing);
        Demand(terms.Secretary?.Email is not { } email || Guests.GuestService.IsAddress(email), "secretaryEmail", DelegationRefusal.EmailWrong);
        return found;
    }

    private static bool SeatsAreUsual(DelegationTerms terms)
    {
        var usual = Usual(terms.Body, terms.Country, terms.First);
        return new[] { SeatKind.Representative, SeatKind.Substitute }.All(k => usual.SeatsOf(k) == terms.SeatsOf(k));
    }

    private static bool IsWhole(QuotaItem quota) =>
        quota.Values.Count > 0 && quota.Values.All(v => v.Length is > 0 and <= DelegationKeeping.LongestName) && (quota.Least ?? quota.Most) is not null && !(quota.Least > quota.Most)
        && quota.Least is null or >= 0 && quota.Most is null or >= 0 && quota.Kind is null or "representative" or "substitute";

    private static string Source(CatalogueRule rule) => rule.IsVerified ? rule.Source : $"{rule.Source} ({rule.Note})";
}
