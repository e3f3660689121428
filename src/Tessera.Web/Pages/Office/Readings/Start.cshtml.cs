using System.Text;
using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Readings;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Readings;

/// <summary>Reads a page that is pasted, uploaded or fetched, and lists the pages read before.</summary>
[OfficeAccess(OfficeRole.Reader)]
[RequestSizeLimit(LargestForm)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestForm, ValueLengthLimit = LargestForm)]
public sealed class StartModel(DeskServices services, ReadingService readings, IPageFetcher fetcher) : DeskPageModel(services)
{
    /// <summary>The page with the form around it, and once more as it was pasted: its signs are written out in threes.</summary>
    private const int LargestForm = (ReadingService.Largest * 4) + (256 * 1024);

    public string Title { get; private set; } = "";

    public string Pasted { get; private set; } = "";

    public string Address { get; private set; } = "";

    public IReadOnlyList<ReadingCard> Earlier { get; private set; } = [];

    /// <summary>What was said of columns, to be forgotten.</summary>
    public IReadOnlyList<RememberedColumns> Remembered { get; private set; } = [];

    /// <summary>Marks a form of this page; each has its own number.</summary>
    public Guid NewFormId() => Guid.CreateVersion7(Services.Time.GetUtcNow());

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync([FromForm] string? title, [FromForm] string? pasted, IFormFile? file, [FromForm] string? address)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        (Title, Pasted, Address) = (title?.Trim() ?? "", pasted ?? "", address?.Trim() ?? "");
        if (Title.Length > ReadingService.LongestTitle) Errors.Add("title", Texts.With("read.title-long", ("most", Display.Number(ReadingService.LongestTitle))));
        if (new[] { Pasted.Trim().Length > 0, file is { Length: > 0 }, Address.Length > 0 }.Count(way => way) != 1) Errors.Add("pasted", Texts["read.one-way"]);
        if (!Errors.Any && await SentAsync(file) is { } sent)
        {
            var read = await readings.ReadAsync(Office, sent, Person.Author, HttpContext.RequestAborted);
            if (read.Id is { } id) return await DoneAsync(Links.Reading(id));
            Errors.Add(FieldOf(sent.Kind), Sentence(read.Refusal!));
        }

        await ShowAsync();
        return Refused();
    }

    private async Task<PageSent?> SentAsync(IFormFile? file)
    {
        if (file is { Length: > ReadingService.Largest }) Errors.Add("file", Sentence(ReadingCodes.TooLarge));
        else if (file is { Length: > 0 })
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, HttpContext.RequestAborted);
            return new PageSent(ReadingKind.File, Title, null, bytes.ToArray(), FileName: Path.GetFileName(file.FileName));
        }
        else if (Pasted.Trim().Length > 0) return new PageSent(ReadingKind.Pasted, Title, null, Encoding.UTF8.GetBytes(Pasted));
        else return await FetchedAsync();

        return null;
    }

    private async Task<PageSent?> FetchedAsync()
    {
        try
        {
            var typed = Address.Contains("://", StringComparison.Ordinal) ? Address : "https://" + Address;
            if (!Uri.TryCreate(typed, UriKind.Absolute, out var address)) throw new PageFetchException(PageFetchCodes.NoWebAddress);
            var fetched = await fetcher.FetchAsync(address, HttpContext.RequestAborted);
            var found = fetched.Address.AbsoluteUri;
            return new PageSent(ReadingKind.Address, Title, found.Length <= ReadingService.LongestAddress ? found : null, fetched.Content, fetched.ContentType);
        }
        catch (PageFetchException refused)
        {
            Errors.Add("address", Texts.With("refusal." + refused.Code, [.. refused.Arguments]));
            return null;
        }
    }

    private static string FieldOf(ReadingKind kind) => kind switch { ReadingKind.File => "file", ReadingKind.Address => "address", _ => "pasted" };

    private string Sentence(string code) => Texts.With(code, ("most", Display.Bytes(ReadingService.Largest)));

    private async Task ShowAsync()
    {
        ShowAs(Texts["read.heading"]);
        Earlier = await readings.ListAsync(Office, HttpContext.RequestAborted);
        Remembered = await readings.RememberedAsync(Office, HttpContext.RequestAborted);
    }
}
