using System.Globalization;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;

namespace Tessera.Features.Partners;

/// <summary>A partner with the rows it was read from.</summary>
internal sealed record FoundPartner(PartnerRow Row, PartnerRecord Record);

/// <summary>
/// Which partners a reader asked for, in which order. A register has at most some thousands of partners and is read whole for its counts,
/// so that choosing and sorting it here, by ICU's rules of the reader's language, costs less than a second query.
/// </summary>
internal sealed class PartnerSelection(PartnerFilter filter, IReadOnlyList<string> chain, string language, CountryNaming countryName)
{
    private readonly StringComparer _alphabet = CultureInfo.GetCultureInfo(language).CompareInfo.GetStringComparer(CompareOptions.None);

    /// <summary>Those that match: exactly where any does, else with small slips of spelling forgiven.</summary>
    public List<PartnerRow> Of(IReadOnlyList<FoundPartner> partners)
    {
        var chosen = partners.Where(p => IsChosen(p.Row)).ToList();
        if (Spelling.Of(filter.Search) is { } typed)
        {
            var texts = chosen.Select(p => (Partner: p, Text: SearchText(p))).ToList();
            var exact = texts.Where(t => typed.Matches(t.Text)).Select(t => t.Partner).ToList();
            chosen = exact.Count > 0 ? exact : [.. texts.Where(t => typed.Nearly(t.Text)).Select(t => t.Partner)];
        }

        return Sorted([.. chosen.Select(p => p.Row)]);
    }

    private bool IsChosen(PartnerRow row) =>
        (filter.Country is null || row.Country == filter.Country) && (filter.Kind is null || row.Kind == filter.Kind)
        && (filter.Standing is null || row.Agreements.Any(a => a.Standing == filter.Standing)) && (filter.Field is null || row.Fields.Contains(filter.Field));

    private string SearchText(FoundPartner partner)
    {
        var authority = partner.Record.Authority!;
        var names = authority.Names.Concat(authority.Seat?.Names ?? LocalText.Empty).Select(n => n.Text)
            .Concat(Languages.Interface.Select(l => countryName(partner.Row.Country, l)));
        return partner.Record.SearchText + '\n' + string.Join('\n', names.Select(Folding.Of));
    }

    private List<PartnerRow> Sorted(List<PartnerRow> rows)
    {
        var sorted = filter.Order switch
        {
            PartnerOrder.Name => rows.OrderBy(Name, _alphabet).ToList(),
            PartnerOrder.Country => [.. rows.OrderBy(r => countryName(r.Country, language), _alphabet).ThenBy(Name, _alphabet)],
            PartnerOrder.Since => [.. rows.OrderBy(r => r.Since is null).ThenBy(r => r.Since).ThenBy(r => r.Number)],
            _ => rows,
        };
        if (filter.Descending) sorted.Reverse();
        return sorted;
    }

    private string Name(PartnerRow row) => row.Names.For(chain)?.Text ?? row.RegisteredName;
}
