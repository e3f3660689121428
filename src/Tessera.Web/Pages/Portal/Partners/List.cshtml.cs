using System.Text.Json.Nodes;
using Tessera.Features.Partners;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Partners;

/// <summary>The register: searched, filtered, sorted, downloaded.</summary>
public sealed class ListModel(PortalServices services, PartnerQueries partners) : PortalPageModel(services)
{
    /// <summary>What the reader asks for.</summary>
    public PartnerFilter Filter { get; private set; } = new();

    /// <summary>What there is.</summary>
    public PartnerList Register { get; private set; } = new([], 0, 0, [], [], [], []);

    /// <summary>The list as schema.org knows it.</summary>
    public JsonNode? LinkedData { get; private set; }

    /// <summary>The countries in the order of the reader's alphabet.</summary>
    public IEnumerable<Count<string>> CountriesByName => Register.Countries.OrderBy(c => Display.Country(c.Value), Display.Alphabet);

    /// <summary>The office's fields that have partners.</summary>
    public IEnumerable<(string Key, string Text, int Partners)> FieldChoices =>
        from known in Office.Fields
        join count in Register.Fields on known.Key equals count.Value
        select (known.Key, Display.Text(known.Text)?.Text ?? known.Key, count.Partners);

    /// <summary>The table's columns; those that sort have an address.</summary>
    public IEnumerable<RegisterColumn> Columns =>
    [
        Sorting(Texts["partners.number"], PartnerOrder.Number, "register__number"), Sorting(Texts["partners.name"], PartnerOrder.Name), Sorting(Texts["partners.country"], PartnerOrder.Country),
        new(Texts["partners.kind"], null, null, ""), new(Texts["partners.agreements"], null, null, ""), Sorting(Texts["partners.since"], PartnerOrder.Since),
        new(Texts["partners.status"], null, null, ""),
    ];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Filter = PartnerFilterBinding.From(Request.Query);
        Register = await partners.ListAsync(Office, Filter, Language, Day, cancellation);
        ShowAs(Texts["nav.partners"], Texts["partners.lede"], HomeCrumb);
        LinkedData = Linked.Register(Office, Frame, Display, Texts);
    }

    /// <summary>Does the name the reader sees say what the register says?</summary>
    public bool IsShown(PartnerRow row) => Display.Text(row.Names)?.Text == row.RegisteredName;

    private RegisterColumn Sorting(string label, PartnerOrder order, string css = "")
    {
        var current = Filter.Order == order;
        var direction = !current ? null : Filter.Descending ? "descending" : "ascending";
        return new RegisterColumn(label, Links.Partners(Filter with { Order = order, Descending = current && !Filter.Descending, Page = 1 }), direction, css);
    }
}

/// <summary>A heading of the table.</summary>
/// <param name="Sort">ascending or descending when the table is sorted by it.</param>
public sealed record RegisterColumn(string Label, string? Href, string? Sort, string Class);
