using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Agreements;
using Tessera.Features.Calendar;
using Tessera.Features.News;
using Tessera.Features.Offices;
using Tessera.Features.Partners;

namespace Tessera.Web.Pages.Portal.Fields;

/// <summary>A field of cooperation: with whom, on which agreements, what is done in it and what was told of it.</summary>
public sealed class FieldModel(PortalServices services, PartnerQueries partners, AgreementQueries agreements, ActivityQueries activities, NewsQueries news) : PortalPageModel(services)
{
    private const int NewestNews = 3;

    public TextView Field { get; private set; } = null!;

    public IReadOnlyList<PartnerRow> Partners { get; private set; } = [];

    public IReadOnlyList<AgreementRow> Agreements { get; private set; } = [];

    /// <summary>The latest.</summary>
    public ActivityList Activities { get; private set; } = new([], 0);

    /// <summary>The newest.</summary>
    public IReadOnlyList<NewsBrief> News { get; private set; } = [];

    /// <summary>Is nothing entered under it yet?</summary>
    public bool IsEmpty => Partners.Count + Agreements.Count + Activities.Rows.Count + News.Count == 0;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellation)
    {
        if (Office.Fields.FirstOrDefault(f => f.Key == key) is not { } field) return NotFound();
        Field = field;
        Partners = (await partners.ListAllAsync(Office, new PartnerFilter(Field: key), Language, Day, cancellation)).Rows;
        Agreements = await agreements.OfFieldAsync(Office, key, Day, cancellation);
        Activities = await activities.ListAsync(Office, new ActivityFilter(Field: key, Span: ActivitySpan.All), Day, publicOnly: true, cancellation);
        News = await news.NewestAsync(Office, new NewsFilter(Field: key), Day, NewestNews, cancellation);
        ShowAs(Display.Text(field.Text)?.Text ?? key, Texts["field.lede"], HomeCrumb);
        return Page();
    }
}
