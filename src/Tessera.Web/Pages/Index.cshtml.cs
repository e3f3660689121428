using Microsoft.AspNetCore.Mvc.RazorPages;
using Tessera.Features.Offices;
using Tessera.Web.Pages.Portal;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages;

/// <summary>The offices of the installation.</summary>
public sealed class IndexModel(OfficeQueries offices, Texts texts) : PageModel, IPortalPage
{
    /// <summary>In the order in which they came to the installation.</summary>
    public IReadOnlyList<OfficeCard> Offices { get; private set; } = [];

    /// <inheritdoc />
    public PortalFrame Frame { get; private set; } = PortalFrame.Empty;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Offices = await offices.AllAsync(cancellation);
        Frame = PortalFrame.OfIndex(Request, texts.Language, Offices);
    }

    /// <summary>The addresses of an office in the reader's language.</summary>
    public PortalLinks LinksOf(OfficeCard office) => new(office.Slug, texts.Language);

    /// <summary>The order in which an office's texts are tried.</summary>
    public IReadOnlyList<string> ChainOf(OfficeCard office) => [texts.Language];

    /// <summary>What the register holds; only what there is.</summary>
    public IEnumerable<(string Label, int Number)> FiguresOf(OfficeCard office) => new[]
    {
        (texts["index.partners"], office.Partners), (texts["index.countries"], office.Countries), (texts["index.agreements"], office.Agreements),
        (texts["index.memberships"], office.Memberships),
    }.Where(f => f.Item2 > 0);
}
