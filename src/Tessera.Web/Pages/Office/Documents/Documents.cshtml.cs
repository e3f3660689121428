using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Documents;
using Tessera.Features.Partners;
using Tessera.Interchange.Documents;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Documents;

/// <summary>The documents of a partner: uploaded, published, withdrawn.</summary>
[OfficeAccess(OfficeRole.Reader)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
public sealed class DocumentsModel(DeskServices services, PartnerService partners, DocumentService documents) : KeepingModel(services, partners)
{
    /// <summary>A file with the form around it.</summary>
    private const int Largest = DocumentLimits.File + (64 * 1024);

    private static readonly string[] Languages = ["en", "hu", "sv", "ro", "de", "fr", "it", "es", "pl", "et", "fi", "uk", "bg", "hr", "sr", "sk", "sl", "zh", "hy"];

    public IReadOnlyList<DocumentView> All { get; private set; } = [];

    public string Title { get; private set; } = "";

    public string? DocumentLanguage { get; private set; }

    public string? Agreement { get; private set; }

    public bool IsPublic { get; private set; }

    /// <summary>The languages a document may be in, by the reader's alphabet.</summary>
    public IEnumerable<Choice> LanguageChoices => Languages.Select(l => new Choice(l, Display.Language(l))).OrderBy(c => c.Label, Display.Alphabet);

    public async Task<IActionResult> OnGetAsync(string slug) => await ReadAsync(slug) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAddAsync(string slug, IFormFile? file, [FromForm] string? title, [FromForm] string? language, [FromForm] string? agreement, [FromForm] bool isPublic)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        if (!await ReadAsync(slug)) return NotFound();
        (Title, DocumentLanguage, Agreement, IsPublic) = (title?.Trim() ?? "", FormTexts.OrNull(language), FormTexts.OrNull(agreement), isPublic && Person.Is(OfficeRole.Approver));
        if (Title.Length is 0 or > 300) Errors.Add("title", Texts["document.title-missing"]);
        if (file is null) Errors.Add("file", Texts["document.file-missing"]);
        if (Agreement is not null && Kept.Item.Agreements.All(a => a.Key != Agreement)) Errors.Add("agreement", Texts["desk.choose"]);
        if (Errors.Any) return Refused();
        using var bytes = new MemoryStream();
        await file!.CopyToAsync(bytes, HttpContext.RequestAborted);
        var sent = new SentDocument(file.FileName, bytes.ToArray(), Agreement, Title, DocumentLanguage, IsPublic);
        var (id, refusals) = await documents.AddAsync(Office, slug, sent, new Edit(Person.Author), HttpContext.RequestAborted);
        foreach (var refusal in refusals) Errors.Add("file", Texts.With("refusal." + refusal.Code, [.. refusal.Arguments.Select(a => (a.Key, a.Value))]));
        return id is null ? Refused() : await DoneAsync(Links.DocumentsOf(slug), Texts["document.added"]);
    }

    public async Task<IActionResult> OnPostPublishAsync(string slug, [FromForm] Guid id, [FromForm] bool isPublic)
    {
        if (!Person.Is(OfficeRole.Approver)) return Forbid();
        if (!await ReadAsync(slug) || All.All(d => d.Id != id)) return NotFound();
        await documents.PublishAsync(Office, id, isPublic, new Edit(Person.Author), HttpContext.RequestAborted);
        return Told(Texts["form.saved"], Links.DocumentsOf(slug));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string slug, [FromForm] Guid id)
    {
        if (!Person.Is(OfficeRole.Approver)) return Forbid();
        if (!await ReadAsync(slug) || All.All(d => d.Id != id)) return NotFound();
        await documents.WithdrawAsync(Office, id, new Edit(Person.Author), HttpContext.RequestAborted);
        return Told(Texts["document.withdrawn"], Links.DocumentsOf(slug));
    }

    private async Task<bool> ReadAsync(string slug)
    {
        ShowAs(Texts["document.heading"]);
        if (!await OpenAsync(slug)) return false;
        All = await documents.OfPartnerAsync(Office, slug, publicOnly: false, HttpContext.RequestAborted);
        return true;
    }
}
