using Tessera.Domain.Memberships;

namespace Tessera.Interchange.Offices;

/// <content>What memberships must mean.</content>
internal sealed partial class OfficeFileRules
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    private readonly HashSet<string> _memberships = [.. file.Memberships.Select(m => m.Key)];

    private void CheckMembership(MembershipItem membership, string at)
    {
        Reference(_authorities, membership.Organisation, at + ".organisation");
        Word<MembershipKind>(membership.Kind, at + ".kind");
        foreach (var (date, path) in Paths(membership.Dates, at + ".dates")) Word<MembershipDateRole>(date.Role, path + ".role");
        var (since, until) = (membership.Dates.FirstOrDefault(d => d.Role == "since")?.Date, membership.Dates.FirstOrDefault(d => d.Role == "until")?.Date);
        if (since is not null && until is not null && until.CertainlyBefore(since)) findings.Add(at + ".dates", MembershipRefusal.EndBeforeStart);
        if (membership.Seats < 0) findings.Add(at + ".seats", OfficeFileCodes.OutOfRange);
        if (membership.Substitutes < 0) findings.Add(at + ".substitutes", OfficeFileCodes.OutOfRange);
        foreach (var (link, path) in Paths(membership.Links, at + ".links")) Url(link, path);
        Length(membership.Decision?.Number, OfficeLimits.Name, at + ".decision.number");
        if (membership.NoticeMonths is < 0 or > MembershipNotice.MostMonths) findings.Add(at + ".noticeMonths", MembershipRefusal.NoticeWrong, ("most", Number(MembershipNotice.MostMonths)));
        if (membership.Fee is { } fee) CheckFee(fee, at + ".fee");
        foreach (var (invoice, path) in Paths(membership.Invoices, at + ".invoices")) CheckInvoice(invoice, path);
        foreach (var (person, path) in Paths(membership.People, at + ".people")) CheckSeatHolder(person, path);
        Reference(_sources, membership.Source, at + ".source");
    }

    private void CheckFee(FeeRuleItem fee, string at)
    {
        Word<FeeKind>(fee.Kind, at + ".kind");
        Word<FeeBearer>(fee.Bearer, at + ".bearer");
        foreach (var (member, code) in fee.Rule().WhyNot()) findings.Add($"{at}.{member}", code, ("known", string.Join(", ", FeeFormula.All.Select(f => f.Key).Distinct())));
    }

    private void CheckInvoice(InvoiceItem invoice, string at)
    {
        if (invoice.Year is < FirstYear or > LastYear) findings.Add(at + ".year", MembershipRefusal.YearWrong);
        if (invoice.Amount is < 0 or > FeeRule.MostAmount) findings.Add(at + ".amount", MembershipRefusal.AmountWrong);
        if (invoice.Amount is not null && invoice.Currency is null) findings.Add(at + ".currency", MembershipRefusal.CurrencyMissing);
        if (invoice.Currency is { } currency && !FeeRule.IsCurrency(currency)) findings.Add(at + ".currency", MembershipRefusal.CurrencyWrong);
        if (invoice is { Due: { } due, AskedOn: { } asked } && due.CertainlyBefore(asked)) findings.Add(at + ".due", MembershipRefusal.DueBeforeAsked);
        Length(invoice.Document, OfficeLimits.Name, at + ".document");
    }

    private void CheckSeatHolder(SeatHolderItem person, string at)
    {
        Length(person.Name, OfficeLimits.Name, at + ".name");
        if (string.IsNullOrWhiteSpace(person.Office)) findings.Add(at + ".office", MembershipRefusal.PersonWithoutOffice);
        else Length(person.Office, OfficeLimits.Name, at + ".office");
        Length(person.Seat, OfficeLimits.Name, at + ".seat");
        if (person is { From: { } from, Until: { } until } && until.CertainlyBefore(from)) findings.Add(at + ".until", MembershipRefusal.EndBeforeStart);
    }
}
