using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Documents;
using Tessera.Features.Partners;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Documents;

/// <summary>The documents of a partner.</summary>
[OfficeAccess(OfficeRole.Reader)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
public sealed class DocumentsModel(DeskServices services, PartnerService partners, DocumentService documents) : FiledModel(services, documents)
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    protected override async Task<Filing?> OpenAsync() => await partners.FindAsync(Office, Slug, HttpContext.RequestAborted) is { Item: var partner }
        ? new Filing(new DocumentOwner(DocumentOwnerKind.Partner, Slug), partner.Names, Links.Partner(Slug), Links.DocumentsOf(Slug)) { Agreements = partner.Agreements }
        : null;
}
