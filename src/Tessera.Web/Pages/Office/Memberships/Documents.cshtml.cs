using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Documents;
using Tessera.Features.Offices;
using Tessera.Web.Access;
using Tessera.Web.Pages.Office.Documents;

namespace Tessera.Web.Pages.Office.Memberships;

/// <summary>The documents of a membership: decisions, letters of admission, invoices.</summary>
[OfficeAccess(OfficeRole.Reader)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
public sealed class DocumentsModel(DeskServices services, OfficeQueries offices, DocumentService documents) : FiledModel(services, documents)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    protected override async Task<Filing?> OpenAsync() => (await offices.MembershipsAsync(Office, HttpContext.RequestAborted)).FirstOrDefault(m => m.Key == Key) is { } membership
        ? new Filing(new DocumentOwner(DocumentOwnerKind.Membership, Key), membership.Organisation, Person.Is(OfficeRole.Editor) ? Links.Membership(Key) : Links.MembershipBasis(Key), Links.MembershipDocuments(Key))
        : null;
}
