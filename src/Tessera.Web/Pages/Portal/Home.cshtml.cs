using System.Text.Json.Nodes;
using Tessera.Domain.Calendar;
using Tessera.Features.Calendar;
using Tessera.Features.History;
using Tessera.Features.News;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Web.Parts;
using Tessera.Web.Parts.Maps;

namespace Tessera.Web.Pages.Portal;

/// <summary>An office's first page: who its partners are, at one look.</summary>
public sealed class HomeModel(PortalServices services, PartnerQueries partners, OfficeQueries offices, ChangeQueries changes, ActivityQueries activities, NewsQueries news, MapMaker maps) : PortalPageModel(services)
{
    private const int NewestChanges = 5;
    private const int NextActivities = 3;
    private const int NewestNews = 3;

    /// <summary>The whole register, with its counts.</summary>
    public PartnerList Register { get; private set; } = new([], 0, 0, [], [], [], []);

    public IReadOnlyList<MembershipView> Memberships { get; private set; } = [];

    public IReadOnlyList<SettlementRelationView> Relations { get; private set; } = [];

    public IReadOnlyList<ChangeView> Changes { get; private set; } = [];

    /// <summary>What comes next: by its day, then what comes again on days that are not known.</summary>
    public IReadOnlyList<ActivityBrief> Coming { get; private set; } = [];

    /// <summary>What the office told last.</summary>
    public IReadOnlyList<NewsBrief> News { get; private set; } = [];

    /// <summary>What the office says of itself.</summary>
    public OfficeProse Prose { get; private set; } = new([], [], [], []);

    /// <summary>The map, and a second one of the world when the partners are far apart.</summary>
    public PartnerMaps Maps { get; private set; } = PartnerMaps.None;

    /// <summary>The office as schema.org knows it.</summary>
    public JsonNode? LinkedData { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Register = await partners.ListAllAsync(Office, new PartnerFilter(), Language, Day, cancellation);
        Memberships = await offices.MembershipsAsync(Office, cancellation);
        Prose = await offices.ProseAsync(Office, cancellation);
        Relations = await offices.SettlementRelationsAsync(Office, cancellation);
        Changes = await changes.RecentAsync(Office, NewestChanges, cancellation);
        Coming = [.. (await activities.ListAsync(Office, new ActivityFilter(), Day, publicOnly: true, cancellation)).Rows.Where(a => a.Status is not (ActivityStatus.Cancelled or ActivityStatus.Postponed)).Take(NextActivities)];
        News = await news.NewestAsync(Office, new NewsFilter(), Day, NewestNews, cancellation);
        Maps = maps.OfRegister(Office, Register, Links, Display, Texts);
        ShowAs(Texts["nav.home"], Display.Text(Office.Summary)?.Text);
        LinkedData = Linked.Office(Office, Memberships, Frame, Display);
    }
}
