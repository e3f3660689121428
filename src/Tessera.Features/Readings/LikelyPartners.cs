using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Storage;
using Tessera.Interchange.Reading;

namespace Tessera.Features.Readings;

/// <summary>A proposal of an earlier reading and the partner it became.</summary>
internal sealed record EarlierPartner(string Name, string? Country, string Partner);

/// <summary>
/// Tells which partners of the register a proposal may be: what an earlier reading of the page made of the name, the same place of the directory, the same folded name in the same country, or
/// all words of one name in the other's. Names are looked up; only the words of names are compared with every partner of the country.
/// </summary>
internal sealed class LikelyPartners
{
    private const int Most = 5;
    private readonly List<Known> _partners = [];
    private readonly Dictionary<(string Name, string? Country), string> _earlier = [];

    private sealed record Known(string Key, LocalText Names, string? Country, long? Place, HashSet<string> Folded);

    /// <summary>Reads the register's names.</summary>
    /// <param name="earlier">What of earlier readings of the page became partners, the newest last.</param>
    public static async Task<LikelyPartners> ReadAsync(TesseraDb db, IEnumerable<EarlierPartner> earlier, CancellationToken cancellation)
    {
        var likely = new LikelyPartners();
        var rows = await db.Partners.OrderBy(p => p.Number).Select(p => new { p.Key, p.Names, p.RegisteredName, p.Authority!.Country, Authority = p.Authority.Names, Place = p.Authority.Seat == null ? null : p.Authority.Seat.GeoNames }).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            var names = row.Names.Concat(row.Authority).Select(n => n.Text).Append(row.RegisteredName);
            likely._partners.Add(new Known(row.Key, row.Names, row.Country, row.Place, [.. names.Select(Folding.Of).Where(n => n.Length > 0)]));
        }

        foreach (var item in earlier) likely._earlier[(Folding.Of(item.Name), item.Country)] = item.Partner;
        return likely;
    }

    /// <summary>Is there a partner under this key?</summary>
    public bool Knows(string key) => _partners.Any(p => p.Key == key);

    /// <summary>The partners that a proposal may be, the likeliest first.</summary>
    public IReadOnlyList<LikelyPartner> Of(Proposal proposal)
    {
        var folded = proposal.Names.Values.Append(proposal.Name).Select(Folding.Of).Where(n => n.Length > 0).ToHashSet();
        var place = proposal.Directory is [{ Id: > 0, How: MatchedBy.Name or MatchedBy.Spelling } only] ? only.Id : (long?)null;
        var earlier = _earlier.GetValueOrDefault((Folding.Of(proposal.Name), proposal.Country));
        return [.. _partners.Select(p => (p, Why: Why(p, proposal, folded, place, earlier))).Where(p => p.Why is not null).Select(p => new LikelyPartner(p.p.Key, p.p.Names, p.Why!.Value)).OrderBy(p => p.Because).Take(Most)];
    }

    /// <summary>May a proposal be one of the partners?</summary>
    public bool HasLike(Proposal proposal) => Of(proposal).Count > 0;

    private static Likeness? Why(Known partner, Proposal proposal, HashSet<string> folded, long? place, string? earlier)
    {
        if (partner.Key == earlier) return Likeness.Earlier;
        if (place is not null && partner.Place == place) return Likeness.Place;
        if (proposal.Country is not null && partner.Country is not null && partner.Country != proposal.Country) return null;
        if (partner.Folded.Overlaps(folded)) return Likeness.Name;
        return partner.Folded.Any(theirs => folded.Any(ours => AreWordsOfOne(ours.Split(' '), theirs.Split(' ')))) ? Likeness.Words : null;
    }

    private static bool AreWordsOfOne(string[] one, string[] other) => one.Length <= other.Length ? one.All(other.Contains) : other.All(one.Contains);
}
