using Tessera.Domain.Agreements;
using Tessera.Domain.Memberships;
using Tessera.Domain.Partners;
using Tessera.Features.Agreements;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Tables;
using Tessera.Web.Parts;

namespace Tessera.Web.Api;

/// <summary>The lists of the portal as tables for download. Their machine names never change; see docs/open-data.md.</summary>
internal static class ListTables
{
    /// <summary>The register.</summary>
    public static Table Partners(OfficeView office, PartnerList list, ExportServices with, string page)
    {
        var (texts, display) = (with.Texts, with.Display);
        TableColumn[] columns =
        [
            new("number", texts["partners.number"], ColumnKind.Number), new("name", texts["partners.name"]), new("registered_name", texts["partner.registered-name"]),
            new("country", texts["partners.country"]), new("country_name", texts["downloads.country-name"]), new("kind", texts["partners.kind"]),
            new("address", texts["partner.address"]), new("websites", texts["partner.website"], ColumnKind.Link), new("agreements", texts["partners.agreements"]),
            new("since", texts["partners.since"]), new("status", texts["partners.status"]), new("latitude", texts["downloads.latitude"], ColumnKind.Number),
            new("longitude", texts["downloads.longitude"], ColumnKind.Number), new("page", texts["downloads.page"], ColumnKind.Link),
        ];
        var rows = list.Rows.Select(r => (IReadOnlyList<object?>)
        [
            (decimal)r.Number, display.Text(r.Names)?.Text, r.RegisteredName, r.Country, display.Country(r.Country), Words<PartnerKind>.Write(r.Kind), string.Join("; ", r.Address),
            string.Join(" ", r.Websites), string.Join("; ", r.Agreements.Select(a => Agreement(a, texts))), r.Since?.ToString(),
            r.Standing is { } standing ? Words<AgreementStanding>.Write(standing) : null, Degrees(r.Seat?.Latitude), Degrees(r.Seat?.Longitude), $"{page}/{r.Slug}",
        ]);
        return new Table(texts["nav.partners"], columns, [.. rows], About(office, with, page));
    }

    /// <summary>The agreements.</summary>
    public static Table Agreements(OfficeView office, IReadOnlyList<AgreementRow> list, ExportServices with, string page)
    {
        var (texts, display) = (with.Texts, with.Display);
        TableColumn[] columns =
        [
            new("partner_number", texts["partners.number"], ColumnKind.Number), new("partner", texts["agreement.partner"]), new("country", texts["partners.country"]),
            new("kind", texts["agreement.kind"]), new("decision", texts["agreement.decision"]), new("decision_body", texts["agreement.body"]), new("date", texts["agreement.date"]),
            new("date_role", texts["downloads.date-role"]), new("status", texts["partners.status"]), new("page", texts["downloads.page"], ColumnKind.Link),
        ];
        var rows = list.Select(r => (IReadOnlyList<object?>)
        [
            (decimal)r.PartnerNumber, display.Text(r.PartnerNames)?.Text, r.Country, Words<AgreementKind>.Write(r.Agreement.Kind), r.Agreement.Decision, display.Text(r.DecisionBody)?.Text,
            r.Agreement.Date?.Date.ToString(), r.Agreement.Date is { } date ? Words<AgreementDateRole>.Write(date.Role) : null,
            Words<AgreementStanding>.Write(r.Agreement.Standing), $"{page}/{r.Agreement.Key}",
        ]);
        return new Table(texts["nav.agreements"], columns, [.. rows], About(office, with, page));
    }

    /// <summary>The memberships.</summary>
    public static Table Memberships(OfficeView office, IReadOnlyList<MembershipView> list, ExportServices with, string page)
    {
        var (texts, display) = (with.Texts, with.Display);
        TableColumn[] columns =
        [
            new("organisation", texts["downloads.organisation"]), new("abbreviation", texts["downloads.abbreviation"]), new("kind", texts["membership.kind"]),
            new("since", Texts(texts, MembershipDateRole.Since)), new("joining_begun", Texts(texts, MembershipDateRole.JoiningBegun)),
            new("supported_since", Texts(texts, MembershipDateRole.SupportedSince)), new("until", Texts(texts, MembershipDateRole.Until)),
            new("seats", texts["membership.seats"], ColumnKind.Number), new("substitutes", texts["downloads.substitutes"], ColumnKind.Number),
            new("links", texts["membership.links"], ColumnKind.Link), new("fee", texts["membership.fee-kind"]), new("fee_bearer", texts["membership.fee-bearer"]),
        ];
        var rows = list.Select(m => (IReadOnlyList<object?>)
        [
            display.Text(m.Organisation)?.Text, m.Abbreviation, Words<MembershipKind>.Write(m.Kind), DateOf(m, MembershipDateRole.Since), DateOf(m, MembershipDateRole.JoiningBegun),
            DateOf(m, MembershipDateRole.SupportedSince), DateOf(m, MembershipDateRole.Until), (decimal?)m.Seats, (decimal?)m.Substitutes, string.Join(" ", m.Links),
            Words<FeeKind>.Write(m.FeeKind), Words<FeeBearer>.Write((m.Fee?.Rule() ?? FeeRule.Unknown).Bearer),
        ]);
        return new Table(texts["nav.memberships"], columns, [.. rows], About(office, with, page));
    }

    private static string Texts(Texts texts, MembershipDateRole role) => texts.Of(role);

    private static string? DateOf(MembershipView membership, MembershipDateRole role) => membership.Dates.FirstOrDefault(d => d.Role == role)?.Date.ToString();

    private static decimal? Degrees(double? degrees) => degrees is { } known ? Math.Round((decimal)known, 5) : null;

    private static string Agreement(AgreementBrief agreement, Texts texts) =>
        string.Join(' ', new[] { texts.Of(agreement.Kind), agreement.Decision, agreement.Decision is null ? agreement.Date?.Date.ToString() : null }.Where(p => p is not null));

    /// <summary>Whose the table is, where it is from, and how old it is.</summary>
    public static List<string> About(OfficeView office, ExportServices with, string page) =>
    [
        with.Display.Text(office.Name)?.Text ?? office.Slug, page, with.Texts.With("site.last-updated", ("date", with.Display.Moment(office.UpdatedAt))),
        $"{with.Texts["site.source"]}: {with.Display.Text(office.Source.Title)?.Text} ({with.Display.Date(office.Source.StatedOn)})", with.Texts["downloads.licence"],
    ];
}
