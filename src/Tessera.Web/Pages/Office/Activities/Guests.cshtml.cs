using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tessera.Domain.Guests;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Guests;
using Tessera.Features.Mail;
using Tessera.Interchange.Calendars;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>Who is invited to an activity: adds them, tells them by mail, reads what they answer.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class GuestsModel(DeskServices services, ActivityService activities, GuestService guests, Mailer mailer) : KeepingActivityModel(services, activities)
{
    /// <summary>Bytes of an answer that is read.</summary>
    private const int MostBytes = 5 * 1024 * 1024;

    public IReadOnlyList<GuestView> Guests { get; private set; } = [];

    /// <summary>What was typed for a new guest.</summary>
    public NewGuest Typed { get; private set; } = new("", null, GuestRole.Required, "en", false);

    /// <summary>What was pasted as an answer.</summary>
    public string? Pasted { get; private set; }

    /// <summary>Is there a server that mail is sent through?</summary>
    public bool HasServer => mailer.HasServer;

    /// <summary>Is it called off?</summary>
    public bool IsOff => Kept.Item.Status == Words<Domain.Calendar.ActivityStatus>.Write(Domain.Calendar.ActivityStatus.Cancelled);

    /// <summary>How many have not been told of it as it is now.</summary>
    public int Untold => Guests.Count(g => g is { Email: not null, WithdrawnAt: null } && (IsOff ? g.IsBehind(Kept.Version) : g.ToldVersion != Kept.Version));

    public async Task<IActionResult> OnGetAsync(string key) => await ReadAsync(key) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAddAsync(string key, [FromForm] string? name, [FromForm] string? email, [FromForm] string? role, [FromForm] string? language, [FromForm] bool minor)
    {
        if (!await ReadAsync(key)) return NotFound();
        Typed = new NewGuest(name?.Trim() ?? "", FormTexts.OrNull(email), Words<GuestRole>.TryParse(role, out var read) ? read : GuestRole.Required, Languages.IsInterface(language) ? language! : Language, minor);
        var findings = await guests.AddAsync(Office, key, Typed, Person.Author, HttpContext.RequestAborted);
        return (IActionResult?)Say(findings) ?? await DoneAsync(Links.Guests(key), Texts["guests.added"]);
    }

    /// <param name="id">One guest, who is told again; all who do not know yet without one.</param>
    public async Task<IActionResult> OnPostTellAsync(string key, [FromForm] Guid? id)
    {
        if (!await ReadAsync(key)) return NotFound();
        return (IActionResult?)Say(await guests.TellAsync(Office, key, id, HttpContext.RequestAborted)) ?? await DoneAsync(Links.Guests(key), Texts["guests.asked"]);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string key, [FromForm] Guid id)
    {
        if (!await ReadAsync(key) || Guests.All(g => g.Id != id)) return NotFound();
        await guests.WithdrawAsync(Office, id, HttpContext.RequestAborted);
        return await DoneAsync(Links.Guests(key), Texts["guests.withdrawn-now"]);
    }

    public async Task<IActionResult> OnPostRecordAsync(string key, [FromForm] Guid id, [FromForm] string? answer)
    {
        if (!await ReadAsync(key) || Guests.All(g => g.Id != id) || !Words<GuestAnswer>.TryParse(answer, out var said)) return NotFound();
        await guests.RecordAsync(Office, id, said, HttpContext.RequestAborted);
        return await DoneAsync(Links.Guests(key), Texts["form.saved"]);
    }

    public async Task<IActionResult> OnPostAnswersAsync(string key, [FromForm] string? pasted, IFormFile? file)
    {
        if (!await ReadAsync(key)) return NotFound();
        Pasted = pasted;
        var content = await ContentAsync(pasted, file);
        var outcomes = content.Length > MostBytes ? [] : await guests.ReadAnswersAsync(Office, key, content, HttpContext.RequestAborted);
        if (outcomes.Count == 0) Errors.Add("pasted", Texts["refusal." + InvitationCodes.NoAnswer]);
        foreach (var outcome in outcomes.Where(o => o.Code is not null)) Errors.Add("pasted", Refusals.Sentence(Finding.About("pasted", outcome.Code!, ("who", outcome.Who)), Texts));
        if (!Errors.Any) return await DoneAsync(Links.Guests(key), string.Join(" ", outcomes.Select(o => $"{o.Who}: {Texts.Of(o.Answer)}.")));
        await ReadAsync(key);
        return Refused();
    }

    private async Task<ReadOnlyMemory<byte>> ContentAsync(string? pasted, IFormFile? file)
    {
        if (file is null or { Length: 0 }) return Encoding.UTF8.GetBytes(pasted?.TrimStart() ?? "");
        if (file.Length > MostBytes) return new byte[MostBytes + 1];
        using var content = new MemoryStream();
        await file.CopyToAsync(content, HttpContext.RequestAborted);
        return content.ToArray();
    }

    private PageResult? Say(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings) Errors.Add(finding.Path, Refusals.Sentence(finding, Texts));
        return Errors.Any ? Refused() : null;
    }

    private async Task<bool> ReadAsync(string key)
    {
        ShowAs(Texts["guests.heading"]);
        if (!await OpenAsync(key)) return false;
        Guests = await guests.ListAsync(Office, key, HttpContext.RequestAborted);
        Typed = Typed with { Language = Language };
        return true;
    }
}
