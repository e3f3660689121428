using Tessera.Domain.Agreements;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Agreements;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Offices;

/// <summary>What may need somebody.</summary>
public enum NeedKind
{
    /// <summary>The term has run out and nobody renewed it.</summary>
    Lapsed,

    /// <summary>The end or the day for notice is near.</summary>
    EndsSoon,

    /// <summary>Signed with an authority that exists no more; the successor has not confirmed it.</summary>
    Succeeded,

    /// <summary>What the partner holds differs from ours, and nobody has settled it.</summary>
    Contradicted,

    /// <summary>On its way to the signature: the next opinion or decision is awaited.</summary>
    AwaitsStage,

    /// <summary>Approved, and not signed by both sides.</summary>
    AwaitsSignature,

    /// <summary>A review was begun and is open.</summary>
    ReviewOpen,

    /// <summary>No sign of life is on record for long.</summary>
    Quiet,

    /// <summary>A round anniversary is near.</summary>
    Anniversary,

    /// <summary>Base facts are old.</summary>
    OldFacts,

    /// <summary>A link leads nowhere.</summary>
    DeadLink,

    /// <summary>A reader has reported an error.</summary>
    Report,

    /// <summary>An event that this office proposed waits for the host, since other offices use the authority too.</summary>
    AwaitsHost,

    /// <summary>An office has proposed an event of an authority that others use too; the host has to confirm or refuse it.</summary>
    HostDecides,

    /// <summary>A membership's fee is owed: near its day, or past it.</summary>
    FeeDue,

    /// <summary>The day has come on which somebody is to look whether the office stays in an organisation.</summary>
    MembershipReview,

    /// <summary>A seat of a delegation is vacant.</summary>
    SeatVacant,

    /// <summary>The last day of proposals or of the consultation about a delegation is near, or past, and the next stage is this office's.</summary>
    DelegationStage,

    /// <summary>A delegation's term ends soon, and no call has gone out for the next.</summary>
    DelegationRenewal,
}

/// <summary>Something that needs somebody, with what the page has to say of it.</summary>
/// <param name="Partner">The key of the partner; null when it is about no partner.</param>
/// <param name="Agreement">The key of the agreement; null when it is about none.</param>
/// <param name="Day">The day it is about: an end, an anniversary, the last sign of life.</param>
/// <param name="Detail">A further word: the body whose opinion is awaited, the dead address, the years of an anniversary.</param>
public sealed record Need(NeedKind Kind, string? Partner, LocalText Names, string? Agreement, DateOnly? Day, LocalText Detail)
{
    /// <summary>Overdue, or near enough to matter this month.</summary>
    public bool IsUrgent => Kind is NeedKind.Lapsed or NeedKind.EndsSoon or NeedKind.FeeDue or NeedKind.SeatVacant;

    /// <summary>The same day no more precisely than the register knows it; null where the day itself is known.</summary>
    public PartialDate? AsKnown { get; init; }

    /// <summary>The key of the membership; null when it is about none.</summary>
    public string? Membership { get; init; }

    /// <summary>The key of the delegation; null when it is about none.</summary>
    public string? Delegation { get; init; }
}

/// <summary>Finds in a register what needs somebody on a day. Everything is derived; nothing is stored. Linear in partners, agreements and facts.</summary>
public static class Needs
{
    /// <summary>Days before the end or the notice from which it is near.</summary>
    public const int Near = 120;

    /// <summary>Years without a sign of life after which a relation has gone quiet.</summary>
    public const int Quiet = 5;

    /// <summary>Years after which a base fact is old.</summary>
    public const int FactsGrowOld = 5;

    /// <summary>Days for which a reader's report that nobody has dealt with needs somebody.</summary>
    public const int ReportDays = 30;

    /// <summary>Letters shown of a report.</summary>
    public const int ReportLetters = 200;

    /// <summary>Days before the day of a fee from which it is told.</summary>
    public const int FeeDays = 30;

    private const int Months = 12;
    private static readonly int[] Round = [5, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 100];

    /// <summary>What needs somebody because of one partner, as it is kept.</summary>
    public static IEnumerable<Need> Of(PartnerItem partner, IReadOnlyList<AgreementStanding> standings, ApprovalRoute? route, DateOnly day)
    {
        for (var i = 0; i < partner.Agreements.Count; i++)
        {
            var (agreement, standing) = (partner.Agreements[i], standings[i]);
            var life = PartnerReading.Life(agreement);
            foreach (var need in OfLife(partner, agreement, life, standing, route, day)) yield return need;
            if (standing is not (AgreementStanding.Ended or AgreementStanding.Lapsed) && Anniversary(partner, agreement, life, day) is { } round) yield return round;
        }

        if (standings.Contains(AgreementStanding.InForce) && LastSign(partner) is { Latest: { } last } sign && last.YearsAfter(Quiet) < day) yield return new Need(NeedKind.Quiet, partner.Key, partner.Names, null, last, LocalText.Empty) { AsKnown = sign };
        var old = partner.Facts.Where(f => f.AsOf?.Latest?.YearsAfter(FactsGrowOld) < day).ToList();
        if (old.MinBy(f => f.AsOf!.Latest)?.AsOf is { } oldest) yield return new Need(NeedKind.OldFacts, partner.Key, partner.Names, null, oldest.Latest, LocalText.Empty) { AsKnown = oldest };
    }

    /// <summary>The partner's links that lead nowhere: its websites, and its pages about our agreements.</summary>
    public static IEnumerable<Need> OfLinks(PartnerItem partner, IReadOnlySet<string> dead)
    {
        Need About(string link, string? agreement) => new(NeedKind.DeadLink, partner.Key, partner.Names, agreement, null, LocalText.Of("en", link));
        foreach (var website in partner.Websites.Where(dead.Contains)) yield return About(website, null);
        foreach (var agreement in partner.Agreements)
        {
            if (agreement.Theirs?.Page is { } page && dead.Contains(page)) yield return About(page, agreement.Key);
        }
    }

    /// <summary>Fees of a membership that are owed within <see cref="FeeDays"/> days or longer, and its review when its day has come. Nothing of a membership that has ended.</summary>
    public static IEnumerable<Need> OfMembership(MembershipItem membership, LocalText organisation, DateOnly day)
    {
        Need About(NeedKind kind, PartialDate when, string detail) =>
            new(kind, null, organisation, null, when.Latest, detail.Length == 0 ? LocalText.Empty : LocalText.Of("en", detail)) { AsKnown = when, Membership = membership.Key };
        foreach (var invoice in membership.Invoices.Where(i => i.PaidOn is null))
        {
            if ((invoice.Due ?? invoice.AskedOn) is { Latest: { } due } when && due <= day.AddDays(FeeDays)) yield return About(NeedKind.FeeDue, when, invoice.InWords());
        }

        var hasEnded = membership.Dates.Any(d => d.Role == "until" && d.Date.Latest < day);
        if (!hasEnded && membership.ReviewOn is { Earliest: { } review } asKnown && review <= day) yield return About(NeedKind.MembershipReview, asKnown, "");
    }

    /// <summary>A reader's report that nobody has dealt with, by its first words.</summary>
    public static Need OfReport(DateTimeOffset at, string language, string message)
    {
        var words = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var letters = System.Globalization.StringInfo.ParseCombiningCharacters(words);
        var first = letters.Length > ReportLetters ? words[..letters[ReportLetters]] + "…" : words;
        return new Need(NeedKind.Report, null, LocalText.Empty, null, DateOnly.FromDateTime(at.UtcDateTime), LocalText.Of(language, first));
    }

    private static IEnumerable<Need> OfLife(PartnerItem partner, AgreementItem agreement, AgreementLife life, AgreementStanding standing, ApprovalRoute? route, DateOnly day)
    {
        Need About(NeedKind kind, DateOnly? when = null, LocalText? detail = null) => new(kind, partner.Key, partner.Names, agreement.Key, when, detail ?? LocalText.Empty);
        if (standing is AgreementStanding.Ended) yield break;
        if (standing is AgreementStanding.Lapsed) yield return About(NeedKind.Lapsed, life.Until?.Latest);
        else if (life.NoticeBy(day) is { } notice && notice <= day.AddDays(Near)) yield return About(NeedKind.EndsSoon, life.EndAfter(day));
        if (standing is AgreementStanding.PartnerSucceeded) yield return About(NeedKind.Succeeded);
        if (standing is AgreementStanding.UnderReview) yield return About(NeedKind.ReviewOpen, life.Counting.Last(s => s.Kind is LifeStepKind.ReviewBegun).Day.Earliest);
        if (standing is AgreementStanding.Proposed or AgreementStanding.Exploratory && life.NextStage(route?.Stages ?? []) is { } stage) yield return About(NeedKind.AwaitsStage, null, stage.Body);
        if (standing is AgreementStanding.Approved or AgreementStanding.Signed) yield return About(NeedKind.AwaitsSignature);
        if (agreement.Theirs is { Settled.IsEmpty: true } theirs && PartnerReading.Half(theirs).Differs(Words<AgreementKind>.Parse(agreement.Kind), agreement.Decision, life.Dates)) yield return About(NeedKind.Contradicted);
    }

    /// <summary>The next round year of the signing within a year.</summary>
    private static Need? Anniversary(PartnerItem partner, AgreementItem agreement, AgreementLife life, DateOnly day)
    {
        var begun = life.Dates.Where(d => d.Role is AgreementDateRole.Signed or AgreementDateRole.SignedHere or AgreementDateRole.InForce).Select(d => d.Date.Earliest).Where(d => d is not null).Min();
        if (begun is not { } first) return null;
        var next = Round.Select(years => (years, on: first.YearsAfter(years))).FirstOrDefault(r => r.on >= day && r.on <= day.AddMonths(Months));
        return next.years == 0 ? null : new Need(NeedKind.Anniversary, partner.Key, partner.Names, agreement.Key, next.on, LocalText.Of("en", next.years.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>The last date at which something is known to have happened: a step, a date, what was seen at the partner's. Null when nothing is dated.</summary>
    private static PartialDate? LastSign(PartnerItem partner) =>
        partner.Agreements.SelectMany(a => PartnerReading.Life(a).Dates.Select(d => d.Date).Concat(a.Steps.Select(s => s.Day)).Append(a.Theirs?.SeenOn)).OfType<PartialDate>().Where(d => d.Latest is not null).MaxBy(d => d.Latest);
}
