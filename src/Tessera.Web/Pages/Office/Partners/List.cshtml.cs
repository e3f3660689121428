using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Partners;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Partners;

/// <summary>The register as the office keeps it.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class ListModel(DeskServices services, PartnerQueries partners) : DeskPageModel(services)
{
    public PartnerFilter Filter { get; private set; } = new();

    /// <summary>The standing asked for, as its word.</summary>
    public string? Status => Request.Query["status"];

    public PartnerList Register { get; private set; } = new([], 0, 0, [], [], [], []);

    /// <summary>Those that stand in no list any more.</summary>
    public IReadOnlyList<(string Key, LocalText Names)> Archived { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Filter = PartnerFilterBinding.From(Request.Query);
        Register = await partners.ListAsync(Office, Filter, Language, Day, HttpContext.RequestAborted);
        Archived = await partners.ArchivedAsync(Office, HttpContext.RequestAborted);
        ShowAs(Texts["partners.heading"]);
    }
}
