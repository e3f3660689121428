using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Programmes;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Board;

/// <summary>An organiser: name, place, where the office writes to, and the address by which she enters programmes herself.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class OrganiserModel(DeskServices services, OfficeService offices, OrganiserService organisers, SeasonQueries seasons, Letters letters, PublicAddress address) : OfficeFileModel(services, offices)
{
    public bool IsNew { get; private set; }

    public OrganiserItem Item { get; private set; } = null!;

    public string Latitude { get; private set; } = "";

    public string Longitude { get; private set; } = "";

    /// <summary>Since when there is an address; null while there is none.</summary>
    public DateTimeOffset? LinkMadeAt { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key)
    {
        await OpenAsync();
        IsNew = key == "new";
        var kept = Whole.Organisers.FirstOrDefault(o => o.Key == key);
        if (kept is null && !IsNew) return NotFound();
        Item = kept ?? new OrganiserItem { Key = "", Names = LocalText.Empty };
        (Latitude, Longitude) = (FormTexts.Decimal(Item.Place?.Latitude), FormTexts.Decimal(Item.Place?.Longitude));
        LinkMadeAt = IsNew ? null : (await seasons.OrganisersAsync(Office, HttpContext.RequestAborted)).First(o => o.Key == key).LinkMadeAt;
        State = OfficeService.StateOf(Item);
        ShowAs(Texts[IsNew ? "organisers.add" : "fields.organiser"]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm] string? state)
    {
        if (await OnGetAsync(key) is NotFoundResult missing) return missing;
        var (now, form) = (State, Request.Form);
        State = state ?? "";
        (Latitude, Longitude) = (form["latitude"].ToString(), form["longitude"].ToString());
        var place = new ActivityPlaceItem
        {
            Authority = Item.Place?.Authority,
            Name = FormTexts.Local(form, "place"),
            Latitude = FormTexts.Decimal(Latitude, "latitude", Texts, Errors),
            Longitude = FormTexts.Decimal(Longitude, "longitude", Texts, Errors),
        };
        var names = FormTexts.Local(form, "names");
        if (place.Authority is null && place.Name.IsEmpty && place.Latitude is not null) place = place with { Name = names };
        Item = Item with
        {
            Key = IsNew && !names.IsEmpty ? Keys.Of(names.First().Text, "organiser", k => k == "new" || Whole.Organisers.Any(o => o.Key == k)) : IsNew ? "organiser" : Item.Key,
            Names = names,
            Country = FormTexts.OrNull(form["country"]),
            Email = FormTexts.OrNull(form["email"]),
            Language = FormTexts.OrNull(form["language"]),
            Place = place.Authority is null && place.Name.IsEmpty && place.Latitude is null && place.Longitude is null ? null : place,
        };
        return await SaveAsync(state, now, f => f with { Organisers = IsNew ? [.. f.Organisers, Item] : [.. f.Organisers.Select(o => o.Key == key ? Item : o)] }, Field) ?? await DoneAsync(Links.Organiser(Item.Key), Texts["form.saved"]);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string key, [FromForm] string? state)
    {
        if (await OnGetAsync(key) is NotFoundResult missing) return missing;
        foreach (var day in Whole.Days.Where(d => d.Organiser == key)) Errors.Add("", Texts.With("organisers.has-days", ("day", Display.Text(day.Names)?.Text ?? day.Key)));
        if (await SaveAsync(state, State, f => f with { Organisers = [.. f.Organisers.Where(o => o.Key != key)] }, _ => "") is not { } refused) return await DoneAsync(Links.Organisers, Texts["organisers.removed"]);
        return refused;
    }

    public async Task<IActionResult> OnPostLinkAsync(string key, [FromForm] bool open)
    {
        if (await OnGetAsync(key) is NotFoundResult missing) return missing;
        if (await organisers.LinkAsync(Office, key, open, HttpContext.RequestAborted) is not { } secret) return await DoneAsync(Links.Organiser(key), Texts["organisers.link-gone"]);
        var path = new PortalLinks(Office.Slug, Item.Language ?? Language).Programmes(secret);
        var isMailed = Item.Email is { } email && await letters.OrganiserAsync(Office, email, Display.Text(Item.Names)?.Text ?? key, path, Item.Language is { } own ? TextCatalogue.Shared.For(own) : Texts, HttpContext.RequestAborted);
        return await DoneAsync(Links.Organiser(key), isMailed ? Texts.With("organisers.link-mailed", ("email", Item.Email!)) : Texts.With("organisers.link-by-hand", ("link", address.Of(path))));
    }

    private string Field(string path)
    {
        var member = path.StartsWith("organisers[", StringComparison.Ordinal) ? path[(path.IndexOf(']', StringComparison.Ordinal) + 2)..] : path;
        return member switch { "names" => "names." + Office.Languages[0], "place.name" => "place." + Office.Languages[0], _ => member.Replace("place.name.", "place.", StringComparison.Ordinal).Replace("place.l", "l", StringComparison.Ordinal) };
    }
}
