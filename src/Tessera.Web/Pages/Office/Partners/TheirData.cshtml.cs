using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Agreements;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Agreements;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.Halves;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Partners;

/// <summary>What a partner holds of our agreements, taken from the data it publishes: read, proposed, and taken over where somebody says so.</summary>
[OfficeAccess(OfficeRole.Editor)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest, ValueLengthLimit = Largest)]
public sealed class TheirDataModel(DeskServices services, PartnerService partners, OfficeService offices) : KeepingModel(services, partners)
{
    /// <summary>The data with the form around it, and once more as it was pasted.</summary>
    private const int Largest = (TheirDataReader.Most * 2) + (256 * 1024);

    /// <summary>What was found; null before something was read.</summary>
    public TheirData? Found { get; private set; }

    /// <summary>For each of our agreements the place in what was found that is chosen; none where nothing fits.</summary>
    public IReadOnlyDictionary<string, int> Chosen { get; private set; } = new Dictionary<string, int>();

    public IReadOnlyList<string> Taken { get; private set; } = [];

    public string Pasted { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Date { get; private set; } = "";

    /// <summary>What was found, as the second form sends it back.</summary>
    public string FoundAsText => OfficeItems.Write(Found!);

    public async Task<IActionResult> OnGetAsync(string slug) => await ReadAsync(slug) ? Page() : NotFound();

    public async Task<IActionResult> OnPostReadAsync(string slug, IFormFile? file, [FromForm] string? pasted)
    {
        if (!await ReadAsync(slug)) return NotFound();
        Pasted = pasted ?? "";
        using var bytes = new MemoryStream();
        if (file is not null) await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        else bytes.Write(Encoding.UTF8.GetBytes(Pasted));
        var reading = TheirDataReader.Read(bytes.ToArray(), file?.FileName ?? Texts["halves.pasted"], await OurSelvesAsync());
        foreach (var finding in reading.Findings) Errors.Add(file is null ? "pasted" : "file", Sentence(finding));
        if (reading.Data is not { } data) return Refused();
        (Found, Title, Date) = (data, data.Title.Length > OfficeLimits.Name ? data.Title[..OfficeLimits.Name] : data.Title, DateInput.Of(data.StatedOn ?? PartialDate.OfDay(Day), Language));
        Chosen = TheirHalves.Propose(Kept.Item.Agreements, data.Entries);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(string slug, [FromForm] int version, [FromForm] string? found, [FromForm] string[]? take, [FromForm] string? title, [FromForm] string? date)
    {
        if (!await ReadAsync(slug)) return NotFound();
        if ((Found = Again(found)) is not { } data) return BadRequest();
        (Taken, Title, Date) = (take ?? [], title?.Trim() ?? "", date ?? "");
        Chosen = Kept.Item.Agreements.Select(a => (a.Key, Typed: Request.Form["entry-" + a.Key].ToString())).Where(c => int.TryParse(c.Typed, out var at) && at >= 0 && at < data.Entries.Count).ToDictionary(c => c.Key, c => int.Parse(c.Typed, System.Globalization.CultureInfo.InvariantCulture));
        var seenOn = DateInput.Read(Date, "date", Language, Texts, Errors);
        if (Title.Length is 0 or > OfficeLimits.Name) Errors.Add("title", Texts["halves.title-missing"]);
        if (seenOn is null && Date.Trim().Length == 0) Errors.Add("date", Texts["halves.date-missing"]);
        if (!Taken.Any(Chosen.ContainsKey)) Errors.Add("take", Texts["halves.none-chosen"]);
        return await SaveAsync(version, p => p with { Agreements = [.. p.Agreements.Select(a => Taken.Contains(a.Key) && Chosen.TryGetValue(a.Key, out var at) ? TheirHalves.Take(a, data.Entries[at], Title, seenOn!) : a)] }, Title, _ => "take")
            ?? await DoneAsync(Links.Partner(slug), Texts["halves.taken", Taken.Count(Chosen.ContainsKey)]);
    }

    /// <summary>One of our agreements in a line.</summary>
    public string OurLine(AgreementItem agreement) => Line(agreement.Kind, agreement.Decision, TheirHalves.DatesOf(agreement), null);

    /// <summary>What they hold, to be chosen.</summary>
    public IEnumerable<Choice> Choices => Found!.Entries.Select((e, at) => new Choice(at.ToString(System.Globalization.CultureInfo.InvariantCulture), Line(e.Kind, e.Decision, e.Dates.Select(d => d.Date), e.Page)));

    private string Line(string? kind, string? decision, IEnumerable<PartialDate> dates, string? page) =>
        string.Join(" · ", new[] { kind is null ? null : Texts.Of(Words<AgreementKind>.Parse(kind)), decision, string.Join(", ", dates.Select(d => Display.Date(d)).Distinct()), page }.Where(p => !string.IsNullOrEmpty(p)));

    private string Sentence(Finding finding)
    {
        var sentence = Refusals.Sentence(finding, Texts);
        return finding.Line > 0 ? Texts.With("halves.at-line", ("line", Display.Number(finding.Line)), ("sentence", sentence)) : sentence;
    }

    /// <summary>What the first form found, as the second one sends it back; null when that is no longer it.</summary>
    private static TheirData? Again(string? found)
    {
        try
        {
            var data = OfficeItems.Read<TheirData>(found ?? "");
            var isWhole = data is { Title: not null, Entries: not null } && data.Entries.All(e => e?.Dates is not null && e.Dates.All(d => d?.Date is not null) && (e.Kind is null || Words<AgreementKind>.All.Contains(e.Kind)));
            return isWhole ? data : null;
        }
        catch (Exception broken) when (broken is JsonException or FormatException)
        {
            return null;
        }
    }

    private async Task<OurSelves> OurSelvesAsync()
    {
        var file = await offices.FileAsync(Office, HttpContext.RequestAborted);
        var authority = file.Authorities.Single(a => a.Key == file.Office.Authority);
        return new OurSelves(authority.Key, [.. new[] { file.Office.Name, file.Office.ShortName, authority.Names }.SelectMany(n => n.Select(t => t.Text)).Distinct()]);
    }

    private async Task<bool> ReadAsync(string slug)
    {
        ShowAs(Texts["halves.heading"]);
        return await OpenAsync(slug);
    }
}
