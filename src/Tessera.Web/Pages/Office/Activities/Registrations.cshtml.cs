using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Guests;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Registrations;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Tables;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>The rules of registering as they stand in the form.</summary>
public sealed record RulesForm(bool IsOpen, string Places, string Until, bool HasWaitingList, bool AsksPhone, LocalText Question, LocalText Notice);

/// <summary>Opens registering for an activity, and keeps who has registered.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class RegistrationsModel(DeskServices services, ActivityService activities, RegistrationService registrations) : KeepingActivityModel(services, activities)
{
    /// <summary>As it stands; null when nobody has ever opened it.</summary>
    public RegistrationDesk? Desk { get; private set; }

    public RulesForm Rules { get; private set; } = new(false, "", "", true, false, LocalText.Empty, LocalText.Empty);

    public IReadOnlyList<RegistrationView> People { get; private set; } = [];

    /// <summary>What was typed for one who is entered by hand.</summary>
    public NewRegistration Typed { get; private set; } = new("", null, 1, "", "", "en");

    public async Task<IActionResult> OnGetAsync(string key) => await ReadAsync(key) ? Page() : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(string key)
    {
        if (!await ReadAsync(key)) return NotFound();
        TableColumn[] columns =
        [
            new("name", Texts["people.name"]), new("email", Texts["account.email"]), new("phone", Texts["registration.phone"]), new("people", Texts["registration.people"], ColumnKind.Number), new("status", Texts["fields.status"]),
            new("reply", Texts["registration.reply"]), new("registered_at", Texts["registration.at"]),
        ];
        var rows = People.Select(p => (IReadOnlyList<object?>)[p.Name, p.Email, p.Phone, (decimal)p.People, Words<RegistrationState>.Write(p.State), p.Reply, p.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)]).ToList();
        return File(CsvTable.Write(new Table(key, columns, rows, [])), "text/csv; charset=utf-8", $"{Office.Slug}-{key}-registrations.csv");
    }

    public async Task<IActionResult> OnPostRulesAsync(string key, [FromForm] bool open, [FromForm] string? places, [FromForm] string? until, [FromForm] bool waiting, [FromForm] bool phone)
    {
        if (!await ReadAsync(key)) return NotFound();
        Rules = new RulesForm(open, places?.Trim() ?? "", until?.Trim() ?? "", waiting, phone, FormTexts.Local(Request.Form, "question"), FormTexts.Local(Request.Form, "notice"));
        var day = DateInput.Read(Rules.Until, "until", Language, Texts, Errors) is { Earliest: { } earliest } read && read.Latest == earliest ? earliest : (DateOnly?)null;
        if (day is null && !Errors.Any) Errors.Add("until", Texts["refusal." + GuestRefusal.UntilWrong]);
        var count = int.TryParse(Rules.Places, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (Errors.Any) return Refused();
        Say(await registrations.SetAsync(Office, key, new RegistrationRules(open, count, day!.Value, waiting, phone, Rules.Question, Rules.Notice), HttpContext.RequestAborted));
        return Errors.Any ? Refused() : await DoneAsync(Links.Registrations(key), Texts["form.saved"]);
    }

    public async Task<IActionResult> OnPostAddAsync(string key, [FromForm] string? name, [FromForm] string? email, [FromForm] string? people, [FromForm] string? language)
    {
        if (!await ReadAsync(key)) return NotFound();
        Typed = new NewRegistration(name?.Trim() ?? "", FormTexts.OrNull(email), int.TryParse(people, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0, "", "", Languages.IsInterface(language) ? language! : Language);
        Say(await registrations.RegisterAsync(Office, key, Typed, byOffice: true, HttpContext.RequestAborted));
        return Errors.Any ? Refused() : await DoneAsync(Links.Registrations(key), Texts["registration.added"]);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string key, [FromForm] Guid id)
    {
        if (!await ReadAsync(key) || People.All(p => p.Id != id)) return NotFound();
        await registrations.CancelAsync(Office, id, byOffice: true, HttpContext.RequestAborted);
        return await DoneAsync(Links.Registrations(key), Texts["registration.removed"]);
    }

    public async Task<IActionResult> OnPostTellAsync(string key)
    {
        if (!await ReadAsync(key)) return NotFound();
        var told = await registrations.TellAsync(Office, key, HttpContext.RequestAborted);
        return await DoneAsync(Links.Registrations(key), Texts["registration.told", told]);
    }

    private void Say(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings) Errors.Add(finding.Path, Refusals.Sentence(finding, Texts));
    }

    private async Task<bool> ReadAsync(string key)
    {
        ShowAs(Texts["registration.heading"]);
        if (!await OpenAsync(key)) return false;
        Desk = await registrations.DeskAsync(Office, key, HttpContext.RequestAborted);
        People = await registrations.ListAsync(Office, key, HttpContext.RequestAborted);
        Typed = Typed with { Language = Language };
        if (Desk?.Rules is { } r) Rules = new RulesForm(r.IsOpen, r.Places.ToString(CultureInfo.InvariantCulture), DateInput.Of(PartialDate.OfDay(r.Until), Language), r.HasWaitingList, r.AsksPhone, r.Question, r.Notice);
        return true;
    }
}
