using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tessera.Domain.Offices;
using Tessera.Features.Contacts;
using Tessera.Features.Partners;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.PersonalData;

/// <summary>Answers for personal data: what is held on a person, as an export; and its erasure as far as the law lets it.</summary>
[OfficeAccess(OfficeRole.Administrator)]
public sealed class PersonalDataModel(DeskServices services, PersonalDataService data) : DeskPageModel(services)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The name or address asked for.</summary>
    public string Who { get; private set; } = "";

    public IReadOnlyList<HeldData> Held { get; private set; } = [];

    /// <summary>What can be erased and was not on the page from which its erasure was asked for, by <see cref="HeldData.Mark"/>.</summary>
    public IReadOnlySet<string> New { get; private set; } = new HashSet<string>();

    /// <summary>How much of what that page showed is there no more, or says something else now.</summary>
    public int Gone { get; private set; }

    /// <summary>The address of the export.</summary>
    public string Export => $"{Links.PersonalData}?handler=Export&who={Uri.EscapeDataString(Who)}";

    public Task OnGetAsync(string? who) => ReadAsync(who);

    public async Task<IActionResult> OnGetExportAsync(string? who)
    {
        await ReadAsync(who, Person.Author);
        var export = new { office = Office.Slug, askedFor = Who, at = data.Now, held = Held };
        return File(JsonSerializer.SerializeToUtf8Bytes(export, Indented), "application/json", $"{Office.Slug}-personal-data.json");
    }

    /// <param name="seen">The marks of what the page showed as erasable: that is erased, or nothing.</param>
    public async Task<IActionResult> OnPostAsync([FromForm] string? who, [FromForm] string[]? seen)
    {
        await ReadAsync(who);
        var now = Held.Where(h => h.Erasable).Select(h => h.Mark()).ToHashSet(StringComparer.Ordinal);
        if (!now.SetEquals(seen ?? [])) return Changed(now, seen ?? []);
        var erased = await data.EraseAsync(Office, Held, new Edit(Person.Author, Texts["personal.reason"]), HttpContext.RequestAborted);
        return await DoneAsync($"{Links.PersonalData}?who={Uri.EscapeDataString(Who)}", Texts["personal.erased", erased]);
    }

    private PageResult Changed(HashSet<string> now, IReadOnlyList<string> seen)
    {
        (New, Gone) = (now.Except(seen).ToHashSet(), seen.Except(now).Count());
        Errors.Add("", Texts.With("personal.meanwhile", ("new", Display.Number(New.Count)), ("gone", Display.Number(Gone))));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <param name="reader">Who hands out what is held; null for who only looks.</param>
    private async Task ReadAsync(string? who, string? reader = null)
    {
        Who = who?.Trim() ?? "";
        Held = await data.FindAsync(Office, Who, reader, HttpContext.RequestAborted);
        ShowAs(Texts["personal.heading"]);
    }
}
