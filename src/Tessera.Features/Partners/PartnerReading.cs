using Tessera.Domain.Agreements;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Agreements;
using Tessera.Features.Authorities;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Partners;

/// <summary>From a partner's rows to what pages show; the standings are derived here, as of a day.</summary>
internal static class PartnerReading
{
    private static readonly AgreementDateRole[] MostTelling =
    [
        AgreementDateRole.InForce, AgreementDateRole.Signed, AgreementDateRole.SignedHere, AgreementDateRole.SignedThere, AgreementDateRole.Decided, AgreementDateRole.Stated,
    ];

    private static readonly AgreementStanding[] BestFirst =
    [
        AgreementStanding.InForce, AgreementStanding.UnderReview, AgreementStanding.Signed, AgreementStanding.Approved, AgreementStanding.Planned, AgreementStanding.Exploratory,
        AgreementStanding.Proposed, AgreementStanding.PartnerSucceeded, AgreementStanding.Paused, AgreementStanding.Lapsed, AgreementStanding.Ended,
    ];

    /// <summary>A partner in a list.</summary>
    public static PartnerRow Row(PartnerRecord partner, DateOnly day)
    {
        var lives = partner.Agreements.OrderBy(a => a.Position).Select(a => (Agreement: a, Life: Life(a))).ToList();
        var agreements = lives.ConvertAll(l => Brief(l.Agreement, l.Life, partner.Authority!, day));
        var standings = agreements.Select(a => a.Standing).ToHashSet();
        return new PartnerRow(
            partner.Number, partner.Key, partner.Kind, partner.RegisteredName, partner.Names, partner.Authority!.Country ?? "", partner.Authority.Seat?.View(),
            partner.Address, partner.Websites, agreements, [.. partner.Fields.OrderBy(f => f.Position).Select(f => f.Key)],
            standings.Count == 0 ? null : BestFirst.First(standings.Contains), Since(lives.Select(l => l.Life)));
    }

    /// <summary>An agreement beside its partner's name.</summary>
    public static AgreementBrief Brief(AgreementRecord agreement, AuthorityRow partner, DateOnly day) => Brief(agreement, Life(agreement), partner, day);

    private static AgreementBrief Brief(AgreementRecord agreement, AgreementLife life, AuthorityRow partner, DateOnly day)
    {
        var date = MostTelling.Select(role => life.Dates.FirstOrDefault(d => d.Role == role)).FirstOrDefault(d => d is not null);
        return new AgreementBrief(agreement.Key, agreement.Kind, agreement.Decision, date, StandingOf(agreement, life, partner, day));
    }

    /// <summary>Its standing on a day, as of the life of the authority that signed.</summary>
    public static AgreementStanding StandingOf(AgreementRecord agreement, AgreementLife life, AuthorityRow partner, DateOnly day) =>
        life.StandingOn(day, (agreement.SignedWith ?? partner).Ended);

    /// <summary>The life that its dates, its steps and its term tell.</summary>
    public static AgreementLife Life(AgreementRecord agreement) => Life(
        agreement.Dates.OrderBy(d => d.Position).Select(d => new AgreementDate(d.Role, d.Date)), agreement.Steps, new AgreementTerm(agreement.Until, agreement.NoticeMonths, agreement.RenewsForYears));

    /// <summary>The same of an agreement as it is kept.</summary>
    public static AgreementLife Life(AgreementItem agreement) => Life(
        agreement.Dates.Select(d => new AgreementDate(Words<AgreementDateRole>.Parse(d.Role), d.Date)), agreement.Steps, new AgreementTerm(agreement.Until, agreement.NoticeMonths, agreement.RenewsForYears));

    /// <summary>What the partner holds of an agreement, as the domain compares it.</summary>
    public static TheirHalf Half(TheirHalfItem item) => new(item.Kind is null ? null : Words<AgreementKind>.Parse(item.Kind), item.Decision, item.Date);

    /// <summary>A step as the domain knows it.</summary>
    public static LifeStep Step(LifeStepItem item) => new(
        item.Key, Words<LifeStepKind>.Parse(item.Kind), item.Day, item.Stage, item.Body, item.Decision, item.Reason is null ? null : Words<StepReason>.Parse(item.Reason),
        item.Of, item.To is null ? null : Words<AgreementKind>.Parse(item.To), item.Until, item.Note);

    private static AgreementLife Life(IEnumerable<AgreementDate> dates, IEnumerable<LifeStepItem> steps, AgreementTerm term) => new([.. dates], [.. steps.Select(Step)], term);

    private static PartialDate? Since(IEnumerable<AgreementLife> lives) => lives.SelectMany(l => l.Dates).Where(d => d.Role is not AgreementDateRole.Ended).Select(d => d.Date).Min();
}
