using System.Globalization;
using Tessera.Domain.Agreements;
using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Parts;

/// <summary>What an address asks of the list of partners. What it cannot mean is left out.</summary>
public static class PartnerFilterBinding
{
    private const int LongestSearch = 100;

    /// <summary>Reads the query of an address.</summary>
    public static PartnerFilter From(IQueryCollection query) => new(
        Search: Text(query, "q") is { Length: <= LongestSearch } search ? search : null,
        Country: Text(query, "country") is { } country && CountryCode.IsCode(country) ? country.ToUpperInvariant() : null,
        Kind: Words<PartnerKind>.TryParse(Text(query, "kind"), out var kind) ? kind : null,
        Standing: Words<AgreementStanding>.TryParse(Text(query, "status"), out var standing) ? standing : null,
        Field: Text(query, "field"),
        Order: Words<PartnerOrder>.TryParse(Text(query, "sort"), out var order) ? order : PartnerOrder.Number,
        Descending: Text(query, "desc") == "1",
        Page: int.TryParse(Text(query, "page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1);

    private static string? Text(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } value ? value : null;
}
