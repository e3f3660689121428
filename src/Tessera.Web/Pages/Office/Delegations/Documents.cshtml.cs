using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Delegations;
using Tessera.Domain.Offices;
using Tessera.Features.Delegations;
using Tessera.Features.Documents;
using Tessera.Interchange.Documents;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>The files of a delegation: the call, proposals, the appointment, credentials, reports.</summary>
[OfficeAccess(OfficeRole.Reader)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
public sealed class DocumentsModel(DeskServices services, DelegationQueries queries, DelegationFiles files) : KeepingDelegationModel(services, queries)
{
    /// <summary>A file with the form around it.</summary>
    private const int Largest = DocumentLimits.File + (64 * 1024);

    private const int LongestTitle = 300;

    public async Task<IActionResult> OnGetAsync(string key) => await ReadAsync(key) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAddAsync(string key, IFormFile? file, [FromForm] string? title, [FromForm] string? kind, [FromForm] bool isPublic)
    {
        if (!MayEdit) return Forbid();
        if (!await ReadAsync(key)) return NotFound();
        var name = title?.Trim() ?? "";
        if (name.Length is 0 or > LongestTitle) Errors.Add("title", Texts["document.title-missing"]);
        if (file is null) Errors.Add("file", Texts["document.file-missing"]);
        if (!Words<DelegationDocumentKind>.TryParse(kind, out var known)) Errors.Add("kind", Texts["desk.choose"]);
        if (Errors.Any) return Refused();
        using var bytes = new MemoryStream();
        await file!.CopyToAsync(bytes, HttpContext.RequestAborted);
        var (id, refusals) = await files.AddAsync(Office, key, known, new SentDocument(file.FileName, bytes.ToArray(), null, name, null, isPublic && MayPublish), By, HttpContext.RequestAborted);
        foreach (var refusal in refusals) Errors.Add("file", Texts.With("refusal." + refusal.Code, [.. refusal.Arguments.Select(a => (a.Key, a.Value))]));
        return id is null ? Refused() : await DoneAsync(Pages.Documents, Texts["document.added"]);
    }

    public async Task<IActionResult> OnPostPublishAsync(string key, [FromForm] Guid id, [FromForm] bool isPublic)
    {
        if (!MayPublish) return Forbid();
        if (!await ReadAsync(key) || Kept.Documents.All(d => d.Id != id)) return NotFound();
        await files.PublishAsync(Office, id, isPublic, By, HttpContext.RequestAborted);
        return Told(Texts["form.saved"], Pages.Documents);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string key, [FromForm] Guid id)
    {
        if (!MayPublish) return Forbid();
        if (!await ReadAsync(key) || Kept.Documents.All(d => d.Id != id)) return NotFound();
        await files.WithdrawAsync(Office, id, By, HttpContext.RequestAborted);
        return Told(Texts["document.withdrawn"], Pages.Documents);
    }

    private Task<bool> ReadAsync(string key) => OpenAsync(key, "delegation-desk.documents");
}
