using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Library;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Library;

/// <summary>A publication: what it is, where to read it, from which activities it came.</summary>
public sealed class ItemModel(PortalServices services, PublicationQueries library) : PortalPageModel(services)
{
    public PublicationPage Publication { get; private set; } = null!;

    /// <summary>The publication as schema.org knows it.</summary>
    public JsonNode? LinkedData { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellation)
    {
        if (await library.FindAsync(Office, key, publicOnly: true, cancellation) is not { } found) return NotFound();
        Publication = found;
        ShowAs(Display.Text(found.Row.Title)?.Text ?? key, Display.Text(found.Row.Abstract)?.Text, found.Row.UpdatedAt, HomeCrumb, new Crumb(LocalText.Of(Language, Texts["library.heading"]), Links.Library()));
        LinkedData = LinkedPublication.Of(Office, found, Frame, Links, $"{Request.Scheme}://{Request.Host}", Display);
        return Page();
    }
}
