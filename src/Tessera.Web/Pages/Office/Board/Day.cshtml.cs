using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Calendar;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Board;

/// <summary>What certain days are to some people of the region.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class DayModel(DeskServices services, OfficeService offices) : OfficeFileModel(services, offices)
{
    public bool IsNew { get; private set; }

    public DayItem Item { get; private set; } = null!;

    public string First { get; private set; } = "";

    public string Last { get; private set; } = "";

    public string Latitude { get; private set; } = "";

    public string Longitude { get; private set; } = "";

    public string RadiusKm { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string key)
    {
        await OpenAsync();
        IsNew = key == "new";
        var kept = Whole.Days.FirstOrDefault(d => d.Key == key);
        if (kept is null && !IsNew) return NotFound();
        Item = kept ?? new DayItem { Key = "", Kind = Words<DayKind>.Write(DayKind.SchoolHoliday), Names = LocalText.Empty, First = "" };
        (First, Last) = (Item.First, Item.Last ?? "");
        (Latitude, Longitude, RadiusKm) = (FormTexts.Decimal(Item.Latitude), FormTexts.Decimal(Item.Longitude), FormTexts.Decimal(Item.RadiusKm));
        State = OfficeService.StateOf(Item);
        ShowAs(Texts[IsNew ? "days.add" : "fields.days"]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm] string? state)
    {
        if (await OnGetAsync(key) is NotFoundResult missing) return missing;
        var now = State;
        State = state ?? "";
        Read(Request.Form);
        return await SaveAsync(state, now, f => f with { Days = IsNew ? [.. f.Days, Item] : [.. f.Days.Select(d => d.Key == key ? Item : d)] }, Field) ?? await DoneAsync(Links.RegionDays, Texts["form.saved"]);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string key, [FromForm] string? state)
    {
        if (await OnGetAsync(key) is NotFoundResult missing) return missing;
        return await SaveAsync(state, State, f => f with { Days = [.. f.Days.Where(d => d.Key != key)] }, _ => "") ?? await DoneAsync(Links.RegionDays, Texts["days.removed"]);
    }

    private void Read(IFormCollection form)
    {
        (First, Last) = (form["first"].ToString(), form["last"].ToString());
        (Latitude, Longitude, RadiusKm) = (form["latitude"].ToString(), form["longitude"].ToString(), form["radiusKm"].ToString());
        var (names, first) = (FormTexts.Local(form, "names"), TimeInput.Exact(First, "first", Language, Texts, Errors));
        if (first is null && !Errors.Any) Errors.Add("first", Texts["days.first-missing"]);
        Item = Item with
        {
            Key = !IsNew ? Item.Key : Keys.Of(names.IsEmpty ? "" : $"{names.First().Text} {first?[..4]}", "day", k => k == "new" || Whole.Days.Any(d => d.Key == k)),
            Kind = form["kind"].ToString(),
            Names = names,
            First = first ?? "",
            Last = TimeInput.Exact(Last, "last", Language, Texts, Errors),
            Country = FormTexts.OrNull(form["country"]),
            Organiser = FormTexts.OrNull(form["organiser"]),
            Audiences = [.. form["audiences"].OfType<string>()],
            Latitude = FormTexts.Decimal(Latitude, "latitude", Texts, Errors),
            Longitude = FormTexts.Decimal(Longitude, "longitude", Texts, Errors),
            RadiusKm = FormTexts.Decimal(RadiusKm, "radiusKm", Texts, Errors),
        };
    }

    private string Field(string path)
    {
        var member = path.StartsWith("days[", StringComparison.Ordinal) ? path[(path.IndexOf(']', StringComparison.Ordinal) + 2)..] : path;
        return member == "names" ? "names." + Office.Languages[0] : member.Split('[')[0];
    }
}
