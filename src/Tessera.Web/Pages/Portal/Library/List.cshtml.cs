using Tessera.Features.Library;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Library;

/// <summary>The library: searched through to the text of the files, narrowed by kind, language, year and field; subscribed, downloaded.</summary>
public sealed class ListModel(PortalServices services, PublicationQueries library) : PortalPageModel(services)
{
    public PublicationFilter Filter { get; private set; } = new();

    public PublicationChoices Choices { get; private set; } = new([], []);

    public PublicationList List { get; private set; } = new([], 0);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Filter = PublicationFilterBinding.From(Request.Query);
        List = await library.ListAsync(Office, Filter, publicOnly: true, cancellation);
        Choices = await library.ChoicesAsync(Office, publicOnly: true, cancellation);
        ShowAs(Texts["library.heading"], Texts["library.lede"], HomeCrumb);
    }
}
