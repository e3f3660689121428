using System.Text.Json.Nodes;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Data;

/// <summary>What can be downloaded, and where the facts come from.</summary>
public sealed class DataModel(PortalServices services, OfficeQueries offices) : PortalPageModel(services)
{
    private static readonly string[] Tables = ["csv", "xlsx", "json"];
    private static readonly string[] TablesOnly = ["csv", "xlsx"];
    private static readonly string[] TablesAndMap = ["csv", "xlsx", "geojson", "json"];

    private static readonly string[] TablesAndCalendar = ["csv", "xlsx", "ics", "json"];

    /// <summary>The sources of all the office's facts.</summary>
    public IReadOnlyList<SourceView> Sources { get; private set; } = [];

    /// <summary>The catalogue as schema.org knows it.</summary>
    public JsonNode? LinkedData { get; private set; }

    /// <summary>Each list with its page and the endings it is to be had in.</summary>
    public IEnumerable<(string Label, string Page, IReadOnlyList<string> Endings)> Lists =>
    [
        (Texts["nav.partners"], Links.Partners(), TablesAndMap), (Texts["nav.agreements"], Links.Agreements, Tables), (Texts["nav.memberships"], Links.Memberships, Tables),
        (Texts["delegations.heading"], Links.Delegations, Tables),
        (Texts["calendar.list"], Links.Activities(), TablesAndCalendar), (Texts["balance.heading"], Links.Balance, Tables), (Texts["news.heading"], Links.News(), Tables),
        .. Office.HasLibrary ? [(Texts["library.heading"], Links.Library(), TablesOnly)] : Array.Empty<(string, string, IReadOnlyList<string>)>(),
    ];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Sources = await offices.SourcesAsync(Office, cancellation);
        ShowAs(Texts["nav.data"], Texts["data.lede"], HomeCrumb);
        LinkedData = Linked.Register(Office, Frame, Display, Texts);
    }
}
