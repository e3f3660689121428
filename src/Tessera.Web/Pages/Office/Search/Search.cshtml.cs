using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Search;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Search;

/// <summary>One box over everything that the office keeps.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class SearchModel(DeskServices services, SearchQueries search) : DeskPageModel(services)
{
    private const int Longest = 100;
    private const int Suggestions = 8;

    /// <summary>What was asked for.</summary>
    public string Said { get; private set; } = "";

    public IReadOnlyList<Hit> Hits { get; private set; } = [];

    public Task OnGetAsync(string? q) => FindAsync(q);

    /// <summary>The first hits, while somebody types.</summary>
    public async Task<IActionResult> OnGetSuggestAsync(string? q)
    {
        await FindAsync(q);
        return new JsonResult(Hits.Take(Suggestions).Select(h => new { label = h.Text.Length > 0 ? $"{h.Text} – {Display.Text(h.Names)?.Text}" : Display.Text(h.Names)?.Text, kind = Texts.Of(h.Kind), href = Address(h) }));
    }

    /// <summary>Where a hit is to be seen.</summary>
    public string Address(Hit hit) => hit.Kind switch
    {
        HitKind.Agreement => Links.Agreement(hit.Key),
        HitKind.Activity => Links.Activity(hit.Key),
        HitKind.Publication => Links.Publication(hit.Key),
        HitKind.Document => Links.Document(Guid.Parse(hit.Key)),
        _ => Links.Partner(hit.Key),
    };

    private async Task FindAsync(string? q)
    {
        Said = q?.Trim() is { Length: > 0 and <= Longest } said ? said : "";
        if (Said.Length > 0) Hits = await search.FindAsync(Office, Said, Language, Day, HttpContext.RequestAborted);
        ShowAs(Texts["search.heading"]);
    }
}
