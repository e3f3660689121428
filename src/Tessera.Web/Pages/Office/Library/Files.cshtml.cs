using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Documents;
using Tessera.Features.Library;
using Tessera.Web.Access;
using Tessera.Web.Pages.Office.Documents;

namespace Tessera.Web.Pages.Office.Library;

/// <summary>The files of a publication; the newest is the one that is searched.</summary>
[OfficeAccess(OfficeRole.Reader)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
public sealed class FilesModel(DeskServices services, PublicationService library, DocumentService documents) : FiledModel(services, documents)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    protected override async Task<Filing?> OpenAsync() => await library.FindAsync(Office, Key, HttpContext.RequestAborted) is { Item: var publication }
        ? new Filing(new DocumentOwner(DocumentOwnerKind.Publication, Key), publication.Title, Links.Publication(Key), Links.PublicationFiles(Key))
        : null;
}
