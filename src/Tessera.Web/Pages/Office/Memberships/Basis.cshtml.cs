using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Memberships;
using Tessera.Domain.Offices;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Memberships;

/// <summary>What the decision to stay in an organisation or to leave it rests on, on one page to print.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class BasisModel(DeskServices services, MembershipQueries memberships) : DeskPageModel(services)
{
    public MembershipBasis Basis { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (await memberships.BasisAsync(Office, key, Day, HttpContext.RequestAborted) is not { } basis) return NotFound();
        Basis = basis;
        ShowAs(Texts["membership.basis"]);
        return Page();
    }

    /// <summary>Since when and until when, with what is the date of what.</summary>
    public string Dates => string.Join("; ", Basis.Item.Dates.Select(d => $"{Texts.Of(Words<MembershipDateRole>.Parse(d.Role))}: {Display.Date(d.Date)}"));

    /// <summary>The decision by body, number and day; null when none is known.</summary>
    public string? Decision => Basis.Item.Decision is not { } decision ? null
        : string.Join(", ", new[] { Display.Text(decision.Body)?.Text, decision.Number, decision.Day is { } day ? Display.Date(day) : null }.OfType<string>());

    /// <summary>How the fee comes about and who adds to it.</summary>
    public string Fee
    {
        get
        {
            var rule = Basis.Item.Fee?.Rule() ?? FeeRule.Unknown;
            var parts = new List<string> { Texts.Of(rule.Kind) };
            if (rule is { Amount: { } amount, Currency: { } currency }) parts.Add(Money(amount, currency));
            if (rule.Formula is { } formula) parts.Add(formula.ToUpperInvariant());
            if (rule.Bearer is not FeeBearer.Unknown) parts.Add($"{Texts["membership.bearer"]}: {Texts.Of(rule.Bearer)}");
            return string.Join("; ", parts);
        }
    }

    /// <summary>Who adds to the fee, and how much; null when nobody is known to.</summary>
    public string? Contribution
    {
        get
        {
            if (Basis.Item.Fee is not { } fee) return null;
            var extent = (fee.ContributionShare, fee.ContributionAmount) switch
            {
                ({ } share, _) => $"{Display.Number(share)} %",
                (_, { } amount) => Money(amount, fee.Currency ?? ""),
                _ => null,
            };
            return (Display.Text(fee.Contributor)?.Text, extent) switch
            {
                (null, null) => null,
                ({ } who, null) => Texts.With("membership.contribution-unknown", ("who", who)),
                (var who, { } known) => $"{who ?? Texts["unknown"]}: {known}",
            };
        }
    }

    /// <summary>What a year cost: by its invoices, else by the rule, else that nobody knows.</summary>
    public string Cost(MembershipYear year)
    {
        if (year.Asked.Count > 0) return string.Join("; ", year.Asked.Select(Asked));
        if (year.Computed is not { } fee) return Texts["membership.cost-unknown"];
        var computed = Texts.With(fee.Confidence is RuleConfidence.Unverified ? "membership.cost-unverified" : "membership.cost-computed", ("amount", Money(fee.Amount, fee.Currency)));
        return fee.Contribution is { } added && added > 0 ? $"{computed}; {Texts.With("membership.cost-added", ("amount", Money(added, fee.Currency)))}" : computed;
    }

    private string Asked(InvoiceItem invoice)
    {
        var amount = invoice.Amount is { } known ? Money(known, invoice.Currency ?? "") : Texts["membership.cost-unknown"];
        return invoice.PaidOn is { } paid ? Texts.With("membership.cost-paid", ("amount", amount), ("day", Display.Date(paid)))
            : Texts.With("membership.cost-owed", ("amount", amount), ("day", Display.Date(invoice.Due)));
    }

    private string Money(decimal amount, string currency) => $"{amount.ToString("#,##0.##", Texts.Culture)} {currency}".TrimEnd();
}
