using Tessera.Features.Calendar;
using Tessera.Features.Partners;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Activities;

/// <summary>The activities as a list: filtered, downloaded, subscribed.</summary>
public sealed class ListModel(PortalServices services, ActivityQueries activities, PartnerQueries partners) : PortalPageModel(services)
{
    public ActivityFilter Filter { get; private set; } = new();

    public ActivityList List { get; private set; } = new([], 0);

    /// <summary>The partners to choose from, by the reader's alphabet.</summary>
    public IReadOnlyList<Choice> Partners { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Filter = ActivityFilterBinding.From(Request.Query);
        List = await activities.ListAsync(Office, Filter, Day, publicOnly: true, cancellation);
        var all = await partners.ListAllAsync(Office, new PartnerFilter(), Language, Day, cancellation);
        Partners = [.. all.Rows.Select(p => new Choice(p.Slug, Display.Text(p.Names)?.Text ?? p.RegisteredName)).OrderBy(c => c.Label, Display.Alphabet)];
        ShowAs(Texts["calendar.list"], Texts["calendar.lede"], HomeCrumb, new Crumb(Domain.Vocabulary.LocalText.Of(Language, Texts["nav.calendar"]), Links.Calendar));
    }
}
