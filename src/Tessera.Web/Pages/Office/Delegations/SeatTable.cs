using Tessera.Domain.Delegations;
using Tessera.Features.Delegations;
using Tessera.Planning.Delegations;
using Tessera.Web.Parts;
using Tessera.Web.Parts.Hemicycles;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>Somebody on a seat, or proposed for it.</summary>
/// <param name="IsSitting">Does she sit, or may nobody sit yet? Else she is proposed for a seat that is vacant.</param>
public sealed record SeatHolder(DelegationSeating Seating, DelegationPerson Person, bool IsSitting);

/// <summary>The seats of one kind in one chamber.</summary>
/// <param name="Vacant">Those for which there is nobody.</param>
public sealed record SeatRow(SeatKind Kind, Chamber Chamber, string Heading, int Seats, IReadOnlyList<SeatHolder> Holders, int Vacant)
{
    /// <summary>The seat as a word of a form.</summary>
    public string Word => $"{Interchange.Offices.Words<SeatKind>.Write(Kind)}-{Interchange.Offices.Words<Chamber>.Write(Chamber)}";
}

/// <summary>A delegation's seats by kind and chamber with who has them on a day, and the picture of them.</summary>
public sealed record SeatTable(IReadOnlyList<SeatRow> Rows, Hemicycle? Picture)
{
    /// <summary>The seats as they are on a day; after the term those of its last day.</summary>
    public static SeatTable Of(DelegationView delegation, DateOnly day, DelegationNames names, Texts texts)
    {
        var isDraft = delegation.State is not (DelegationState.Appointed or DelegationState.Ended);
        var holders = delegation.Seatings.Where(s => s.To is null || s.To >= day || s.Ending is SeatEnding.TermEnded).Select(s => new SeatHolder(s, delegation.Person(s.Person), isDraft || !s.IsDraft)).ToList();
        List<SeatRow> rows = [.. delegation.Terms.Seats.OrderBy(s => s.Kind).ThenBy(s => s.Chamber).Select(s =>
        {
            List<SeatHolder> own = [.. holders.Where(h => h.Seating.Kind == s.Kind && h.Seating.Chamber == s.Chamber)];
            return new SeatRow(s.Kind, s.Chamber, names.Sentences.SeatHeading(s.Kind, s.Chamber), s.Seats, own, Math.Max(0, s.Seats - own.Count));
        })];
        var title = texts.With("delegation-desk.picture", ("filled", rows.Sum(r => r.Holders.Count(h => h.IsSitting)).ToString("N0", texts.Culture)), ("seats", rows.Sum(r => r.Seats).ToString("N0", texts.Culture)));
        return new SeatTable(rows, Hemicycle.Of(title, rows.SelectMany(r => Drawn(r, texts))));
    }

    private static IEnumerable<HemicycleSeat> Drawn(SeatRow row, Texts texts) =>
    [
        .. row.Holders.Select(h => new HemicycleSeat(row.Kind, row.Chamber, h.IsSitting, h.IsSitting ? $"{h.Person.Name}, {row.Heading}" : texts.With("delegation-desk.proposed-for", ("name", h.Person.Name), ("seat", row.Heading)))),
        .. Enumerable.Repeat(new HemicycleSeat(row.Kind, row.Chamber, false, $"{texts["delegation-desk.vacant-seat"]}, {row.Heading}"), row.Vacant),
    ];
}
