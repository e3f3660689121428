using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Memberships;
using Tessera.Domain.Offices;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Tables;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Memberships;

/// <summary>The office's places in organisations, as a table and, with what is paid for them, as files.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class ListModel(DeskServices services, OfficeQueries offices, MembershipQueries memberships, PublicAddress address) : DeskPageModel(services)
{
    public IReadOnlyList<MembershipView> Memberships { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Memberships = await offices.MembershipsAsync(Office, HttpContext.RequestAborted);
        ShowAs(Texts["nav.memberships"]);
    }

    /// <summary>The register with the fees, which the portal's files do not have whole: what is owed is the office's own.</summary>
    public async Task<IActionResult> OnGetFileAsync(string? ending) =>
        TableFile.Of(Table(await memberships.FeesAsync(Office, Day, HttpContext.RequestAborted)), ending, $"{Office.Slug}-memberships-fees", "memberships", Office.Name) is { } file ? file : NotFound();

    private Table Table(IReadOnlyList<MembershipFees> all)
    {
        TableColumn[] columns =
        [
            new("organisation", Texts["downloads.organisation"]), new("abbreviation", Texts["downloads.abbreviation"]), new("kind", Texts["membership.kind"]), new("since", Texts.Of(MembershipDateRole.Since)),
            new("until", Texts.Of(MembershipDateRole.Until)), new("fee", Texts["membership.fee-kind"]), new("fee_amount", Texts["membership.fee-amount"], ColumnKind.Number),
            new("fee_currency", Texts["membership.fee-currency"]), new("fee_bearer", Texts["membership.fee-bearer"]), new("contributor", Texts["membership.contributor"]), new("next_due", Texts["membership.next-due"]),
            new("page", Texts["downloads.page"], ColumnKind.Link),
        ];
        return new Table(Texts["nav.memberships"], columns, [.. all.Select(Row)],
            [Display.Text(Office.Name)?.Text ?? Office.Slug, address.Of(Links.Memberships), Texts.With("site.last-updated", ("date", Display.Moment(Office.UpdatedAt)))]);
    }

    private IReadOnlyList<object?> Row(MembershipFees fees)
    {
        var (membership, rule) = (fees.Membership, fees.Membership.Fee?.Rule() ?? FeeRule.Unknown);
        string? Date(MembershipDateRole role) => membership.Dates.FirstOrDefault(d => d.Role == role)?.Date.ToString();
        return
        [
            Display.Text(membership.Organisation)?.Text, membership.Abbreviation, Words<MembershipKind>.Write(membership.Kind), Date(MembershipDateRole.Since), Date(MembershipDateRole.Until),
            Words<FeeKind>.Write(rule.Kind), fees.ThisYear?.Amount, fees.ThisYear?.Currency ?? rule.Currency, Words<FeeBearer>.Write(rule.Bearer), Display.Text(membership.Fee?.Contributor ?? Domain.Vocabulary.LocalText.Empty)?.Text,
            fees.NextDue?.ToString(), address.Of(Links.MembershipBasis(membership.Key)),
        ];
    }
}
