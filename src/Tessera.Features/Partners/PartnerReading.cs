using Tessera.Domain.Agreements;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Agreements;
using Tessera.Features.Authorities;

namespace Tessera.Features.Partners;

/// <summary>From a partner's rows to what pages show; the standings are derived here, as of a day.</summary>
internal static class PartnerReading
{
    private static readonly AgreementDateRole[] MostTelling =
    [
        AgreementDateRole.InForce, AgreementDateRole.Signed, AgreementDateRole.SignedHere, AgreementDateRole.SignedThere, AgreementDateRole.Decided, AgreementDateRole.Stated,
    ];

    private static readonly AgreementStanding[] BestFirst =
        [AgreementStanding.InForce, AgreementStanding.Planned, AgreementStanding.PartnerSucceeded, AgreementStanding.Ended];

    /// <summary>A partner in a list.</summary>
    public static PartnerRow Row(PartnerRecord partner, DateOnly day)
    {
        var agreements = partner.Agreements.OrderBy(a => a.Position).Select(a => Brief(a, partner.Authority!, day)).ToList();
        var standings = agreements.Select(a => a.Standing).ToHashSet();
        return new PartnerRow(
            partner.Number, partner.Key, partner.Kind, partner.RegisteredName, partner.Names, partner.Authority!.Country ?? "", partner.Authority.Seat?.View(),
            partner.Address, partner.Websites, agreements, [.. partner.Fields.OrderBy(f => f.Position).Select(f => f.Key)],
            standings.Count == 0 ? null : BestFirst.First(standings.Contains), Since(partner));
    }

    /// <summary>An agreement beside its partner's name.</summary>
    public static AgreementBrief Brief(AgreementRecord agreement, AuthorityRow partner, DateOnly day)
    {
        var dates = Dates(agreement);
        var date = MostTelling.Select(role => dates.FirstOrDefault(d => d.Role == role)).FirstOrDefault(d => d is not null);
        return new AgreementBrief(agreement.Key, agreement.Kind, agreement.Decision, date, StandingOf(agreement, dates, partner, day));
    }

    /// <summary>Its standing on a day, as of the life of the authority that signed.</summary>
    public static AgreementStanding StandingOf(AgreementRecord agreement, IReadOnlyCollection<AgreementDate> dates, AuthorityRow partner, DateOnly day) =>
        Standing.On(day, dates, (agreement.SignedWith ?? partner).Ended);

    /// <summary>The dates in their order.</summary>
    public static List<AgreementDate> Dates(AgreementRecord agreement) =>
        [.. agreement.Dates.OrderBy(d => d.Position).Select(d => new AgreementDate(d.Role, d.Date))];

    private static PartialDate? Since(PartnerRecord partner) =>
        partner.Agreements.SelectMany(a => a.Dates).Where(d => d.Role is not AgreementDateRole.Ended).Select(d => d.Date).Order().FirstOrDefault();
}
