using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Calendar;
using Tessera.Domain.Offices;
using Tessera.Features.Calendar;
using Tessera.Features.Delegations;
using Tessera.Features.Library;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>An activity at the desk: where it stands, what comes next, its programme, costs, gifts and promises.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class ActivityModel(DeskServices services, ActivityService activities, ActivityQueries queries, PublicationQueries library, DelegationQueries delegations) : KeepingActivityModel(services, activities)
{
    public ActivityPage Whole { get; private set; } = null!;

    public ActivityItem Item => Kept.Item;

    public ActivityKind Kind => Whole.Row.Kind;

    /// <summary>The steps that may be taken now.</summary>
    public IEnumerable<ActivityStep> Steps => ActivityLife.From(Whole.Row.Status).Where(s => Activities.WhyNot(Item, s) is null);

    /// <summary>Who pays what; none where costs are not split.</summary>
    public IReadOnlyList<CostShare> Costs => CostSplit.AppliesTo(Kind) ? CostSplit.Of(ArrangementsModel.Agreed(Item)) : [];

    /// <summary>The booklet in each language of the interface; none while there is no link.</summary>
    public IEnumerable<(string Language, string Href)> Booklets =>
        Kept.Link is { } link ? Domain.Vocabulary.Languages.Interface.Select(l => (l, new PortalLinks(Office.Slug, l).Booklet(link))) : [];

    /// <summary>What it brought or cites, what is not public too.</summary>
    public IReadOnlyList<PublicationBrief> Publications { get; private set; } = [];

    /// <summary>The delegations to the body that meets.</summary>
    public IReadOnlyList<DelegationBrief> Delegations { get; private set; } = [];

    protected override bool ShowsDifferences => false;

    public async Task<IActionResult> OnGetAsync(string key) => await ReadAsync(key) ? Page() : NotFound();

    public async Task<IActionResult> OnPostLinkAsync(string key, [FromForm] bool open)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        if (!await ReadAsync(key)) return NotFound();
        await Activities.LinkAsync(Office, key, open, new Edit(Person.Author), HttpContext.RequestAborted);
        return await DoneAsync(Links.Activity(key), Texts[open ? "activity.link-made" : "activity.link-gone"]);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string key, [FromForm] int version)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        if (!await ReadAsync(key)) return NotFound();
        return Answer(await Activities.RemoveAsync(Office, key, version, new Edit(Person.Author), HttpContext.RequestAborted), a => a, p => p) ?? await DoneAsync(Links.Activities, Texts["activity.removed"]);
    }

    private async Task<bool> ReadAsync(string key)
    {
        if (!await OpenAsync(key) || await queries.FindAsync(Office, key, publicOnly: false, HttpContext.RequestAborted) is not { } whole) return false;
        Whole = whole;
        Publications = await library.OfActivityAsync(Office, key, publicOnly: false, HttpContext.RequestAborted);
        Delegations = await delegations.OfActivityAsync(Office, key, publicOnly: false, HttpContext.RequestAborted);
        ShowAs(Display.Text(whole.Row.Title)?.Text ?? key);
        return true;
    }
}
