using Tessera.Domain.Offices;
using Tessera.Features.Library;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Library;

/// <summary>The library at the desk, what is not public too.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class ListModel(DeskServices services, PublicationQueries library) : DeskPageModel(services)
{
    public PublicationFilter Filter { get; private set; } = new();

    public PublicationChoices Choices { get; private set; } = new([], []);

    public PublicationList List { get; private set; } = new([], 0);

    public async Task OnGetAsync()
    {
        Filter = PublicationFilterBinding.From(Request.Query);
        List = await library.ListAsync(Office, Filter, publicOnly: false, HttpContext.RequestAborted);
        Choices = await library.ChoicesAsync(Office, publicOnly: false, HttpContext.RequestAborted);
        ShowAs(Texts["library.heading"]);
    }
}
