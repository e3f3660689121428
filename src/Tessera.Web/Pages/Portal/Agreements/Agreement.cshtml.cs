using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Agreements;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Agreements;

/// <summary>An agreement's page.</summary>
public sealed class AgreementModel(PortalServices services, AgreementQueries agreements) : PortalPageModel(services)
{
    /// <summary>The agreement, and with whom.</summary>
    public AgreementPage Agreement { get; private set; } = null!;

    /// <summary>Kind, decision and partner in one line.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>The way to this page as schema.org knows it.</summary>
    public JsonNode? LinkedData { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellation)
    {
        if (await agreements.FindAsync(Office, key, Day, cancellation) is not { } found) return NotFound();
        Agreement = found;
        var kind = Texts.Of(found.Agreement.Kind);
        Heading = found.Agreement.Decision is { } decision ? $"{kind} {decision}" : kind;
        var partner = Display.Text(found.PartnerNames)?.Text ?? "";
        ShowAs($"{Heading} – {partner}", Texts.With("agreement.description", ("kind", kind), ("partner", partner)), found.Agreement.UpdatedAt, HomeCrumb, AgreementsCrumb);
        LinkedData = Linked.Breadcrumbs(Frame, Heading, Display);
        return Page();
    }
}
