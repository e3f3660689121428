using Tessera.Domain.Offices;
using Tessera.Features.News;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.News;

/// <summary>The news at the desk, drafts too.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class ListModel(DeskServices services, NewsQueries news) : DeskPageModel(services)
{
    public NewsFilter Filter { get; private set; } = new();

    public NewsList List { get; private set; } = new([], 0);

    public async Task OnGetAsync()
    {
        Filter = NewsFilterBinding.From(Request.Query);
        List = await news.ListAsync(Office, Filter, Day, publicOnly: false, HttpContext.RequestAborted);
        ShowAs(Texts["news.heading"]);
    }
}
