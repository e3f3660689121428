using System.Text;
using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Calendar.Others;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>Reads a calendar file that is uploaded or pasted, and lists the files read before.</summary>
[OfficeAccess(OfficeRole.Editor)]
[RequestSizeLimit(LargestForm)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestForm, ValueLengthLimit = LargestForm)]
public sealed class ImportModel(DeskServices services, CalendarImportService imports) : DeskPageModel(services)
{
    private const int LargestForm = (CalendarImportService.Largest * 4) + (256 * 1024);

    public string Pasted { get; private set; } = "";

    public string TextLanguage { get; private set; } = "";

    public IReadOnlyList<CalendarImportCard> Earlier { get; private set; } = [];

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync([FromForm] string? pasted, IFormFile? file, [FromForm] string? language)
    {
        (Pasted, TextLanguage) = (pasted ?? "", language is not null && Office.Languages.Contains(language) ? language : Office.Languages[0]);
        var isFile = file is { Length: > 0 };
        if (isFile == Pasted.Trim().Length > 0) Errors.Add("file", Texts["import.one-way"]);
        else
        {
            var (id, refusal) = await imports.KeepAsync(Office, isFile ? Path.GetFileName(file!.FileName) : "", TextLanguage, isFile ? await BytesAsync(file!) : Encoding.UTF8.GetBytes(Pasted), Person.Author, HttpContext.RequestAborted);
            if (id is { } kept) return await DoneAsync(Links.CalendarImport(kept));
            Errors.Add(isFile ? "file" : "pasted", Texts.With("refusal." + refusal!, ("most", Display.Bytes(CalendarImportService.Largest))));
        }

        await ShowAsync();
        return Refused();
    }

    /// <summary>No more than is looked at, so that a larger one is refused for its size.</summary>
    private async Task<byte[]> BytesAsync(IFormFile file)
    {
        if (file.Length > CalendarImportService.Largest) return new byte[CalendarImportService.Largest + 1];
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        return bytes.ToArray();
    }

    private async Task ShowAsync()
    {
        ShowAs(Texts["import.heading"]);
        Earlier = await imports.ListAsync(Office, HttpContext.RequestAborted);
    }
}
