using Tessera.Features.News;
using Tessera.Features.Partners;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.News;

/// <summary>The news by year, narrowed by category, partner or field; subscribed, downloaded.</summary>
public sealed class ListModel(PortalServices services, NewsQueries news, PartnerQueries partners) : PortalPageModel(services)
{
    public NewsFilter Filter { get; private set; } = new();

    public NewsList List { get; private set; } = new([], 0);

    /// <summary>The years to choose from, the latest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>The partner or the field whose news these are; null for all.</summary>
    public string? NarrowedBy { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Filter = NewsFilterBinding.From(Request.Query);
        List = await news.ListAsync(Office, Filter, Day, publicOnly: true, cancellation);
        Years = await news.YearsAsync(Office, Day, cancellation);
        var field = Office.Fields.FirstOrDefault(f => f.Key == Filter.Field);
        var partner = Filter.Partner is { } slug ? await partners.FindAsync(Office, slug, Day, cancellation) : null;
        NarrowedBy = string.Join(", ", new[] { partner is null ? null : Display.Text(partner.Row.Names)?.Text, field is null ? null : Display.Text(field.Text)?.Text }.OfType<string>()) is { Length: > 0 } names ? names : null;
        ShowAs(Texts["news.heading"], Texts["news.lede"], HomeCrumb);
    }
}
