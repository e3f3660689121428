using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Documents;
using Tessera.Features.Partners;
using Tessera.Interchange.Documents;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Documents;

/// <summary>To what the documents of a page belong.</summary>
/// <param name="Back">The page of the owner.</param>
/// <param name="Here">The page of its documents.</param>
public sealed record Filing(DocumentOwner Owner, LocalText Names, string Back, string Here)
{
    /// <summary>The agreements that a document may belong to.</summary>
    public IReadOnlyList<AgreementItem> Agreements { get; init; } = [];

    /// <summary>Is each document public for itself? Those of a publication are as public as it.</summary>
    public bool HasOwnVisibility => Owner.Kind is not DocumentOwnerKind.Publication;
}

/// <summary>Documents of a partner, a publication or a membership: uploaded, published, withdrawn.</summary>
public abstract class FiledModel(DeskServices services, DocumentService documents) : DeskPageModel(services)
{
    /// <summary>A file with the form around it.</summary>
    protected const int Largest = DocumentLimits.File + (64 * 1024);

    private static readonly string[] Languages = ["en", "hu", "sv", "ro", "de", "fr", "it", "es", "pl", "et", "fi", "uk", "bg", "hr", "sr", "sk", "sl", "zh", "hy"];

    public Filing Filing { get; private set; } = null!;

    public IReadOnlyList<DocumentView> All { get; private set; } = [];

    public string Title { get; private set; } = "";

    public string? DocumentLanguage { get; private set; }

    public string? Agreement { get; private set; }

    public bool IsPublic { get; private set; }

    /// <summary>The languages a document may be in, by the reader's alphabet.</summary>
    public IEnumerable<Choice> LanguageChoices => Languages.Select(l => new Choice(l, Display.Language(l))).OrderBy(c => c.Label, Display.Alphabet);

    /// <summary>What the address names; null when there is no such thing.</summary>
    protected abstract Task<Filing?> OpenAsync();

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAddAsync(IFormFile? file, [FromForm] string? title, [FromForm] string? language, [FromForm] string? agreement, [FromForm] bool isPublic)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        if (!await ReadAsync()) return NotFound();
        (Title, DocumentLanguage, Agreement) = (title?.Trim() ?? "", FormTexts.OrNull(language), FormTexts.OrNull(agreement));
        IsPublic = !Filing.HasOwnVisibility || (isPublic && Person.Is(OfficeRole.Approver));
        if (Title.Length is 0 or > 300) Errors.Add("title", Texts["document.title-missing"]);
        if (file is null) Errors.Add("file", Texts["document.file-missing"]);
        if (Agreement is not null && Filing.Agreements.All(a => a.Key != Agreement)) Errors.Add("agreement", Texts["desk.choose"]);
        if (Errors.Any) return Refused();
        using var bytes = new MemoryStream();
        await file!.CopyToAsync(bytes, HttpContext.RequestAborted);
        var sent = new SentDocument(file.FileName, bytes.ToArray(), Agreement, Title, DocumentLanguage, IsPublic);
        var (id, refusals) = await documents.AddAsync(Office, Filing.Owner, sent, new Edit(Person.Author), HttpContext.RequestAborted);
        foreach (var refusal in refusals) Errors.Add("file", Texts.With("refusal." + refusal.Code, [.. refusal.Arguments.Select(a => (a.Key, a.Value))]));
        return id is null ? Refused() : await DoneAsync(Filing.Here, Texts["document.added"]);
    }

    public async Task<IActionResult> OnPostPublishAsync([FromForm] Guid id, [FromForm] bool isPublic)
    {
        if (!Person.Is(OfficeRole.Approver)) return Forbid();
        if (!await ReadAsync() || All.All(d => d.Id != id) || !Filing.HasOwnVisibility) return NotFound();
        await documents.PublishAsync(Office, id, isPublic, new Edit(Person.Author), HttpContext.RequestAborted);
        return Told(Texts["form.saved"], Filing.Here);
    }

    public async Task<IActionResult> OnPostWithdrawAsync([FromForm] Guid id)
    {
        if (!Person.Is(OfficeRole.Approver)) return Forbid();
        if (!await ReadAsync() || All.All(d => d.Id != id)) return NotFound();
        await documents.WithdrawAsync(Office, id, new Edit(Person.Author), HttpContext.RequestAborted);
        return Told(Texts["document.withdrawn"], Filing.Here);
    }

    private async Task<bool> ReadAsync()
    {
        ShowAs(Texts["document.heading"]);
        if (await OpenAsync() is not { } filing) return false;
        Filing = filing;
        All = await documents.OfAsync(Office, filing.Owner, publicOnly: false, HttpContext.RequestAborted);
        return true;
    }
}
