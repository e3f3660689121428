using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Authorities;
using Tessera.Domain.Offices;
using Tessera.Domain.Partners;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Places;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Partners;

/// <summary>Adds a partner to the register.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class NewModel(DeskServices services, PartnerService partners, PartnerQueries queries, PlacesDirectory places) : DeskPageModel(services)
{
    public PartnerForm Form { get; private set; } = null!;

    public string? Authority { get; private set; }

    public string? Country { get; private set; }

    public string? AuthorityKind { get; private set; } = Words<AuthorityKind>.Write(Domain.Authorities.AuthorityKind.Municipality);

    /// <summary>What was typed as the place of a new authority.</summary>
    public string? Place { get; private set; }

    /// <summary>The number at GeoNames of the place that was chosen.</summary>
    public int? PlaceId { get; private set; }

    /// <summary>Is there a directory to suggest places from?</summary>
    public bool HasPlaces => places.IsThere;

    /// <summary>The authorities that the directory knows, by the reader's alphabet.</summary>
    public IEnumerable<Choice> Authorities { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Form = PartnerForm.Of((PartnerItem?)null, Office, Errors);
        Country = Office.Country;
        await ReadAsync();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? authority, [FromForm] string? country, [FromForm] string? authorityKind, [FromForm] string? place, [FromForm] int? placeId)
    {
        Form = PartnerForm.Of(Request.Form, Office, Errors);
        (Authority, Country, AuthorityKind) = (FormTexts.OrNull(authority), country, authorityKind);
        (Place, PlaceId) = (place, placeId);
        await ReadAsync();
        var seat = Seat();
        if (!Words<PartnerKind>.TryParse(Form.Kind, out var kind) || !Words<AuthorityKind>.TryParse(AuthorityKind, out var authorityIs) || !CountryList.Knows(country ?? "")) Errors.Add("kind", Texts["desk.choose"]);
        else if (Form.Names.IsEmpty) Errors.Add("names." + Office.Languages[0], Texts["desk.names-missing"]);
        else if (seat is not null && seat.Country != country) Errors.Add("place", Texts["desk.place-elsewhere"]);
        else
        {
            var partner = new NewPartner(Authority, country, authorityIs, kind, Form.RegisteredName, Form.Names, FormTexts.Lines(Form.Address), FormTexts.Lines(Form.Websites), Form.Note, Form.Why, Form.Fields, seat);
            var (result, key) = await partners.AddAsync(Office, partner, new Edit(Person.Author), HttpContext.RequestAborted);
            if (result.IsDone) return await DoneAsync(Links.Partner(key), Texts["desk.partner-added"]);
            foreach (var finding in result.Findings) Errors.Add(finding.Path.Split('[')[0], Refusals.Sentence(finding, Texts));
        }

        return Refused();
    }

    /// <summary>The place that was chosen; of an authority of the directory it is known already.</summary>
    private NewSeat? Seat() => Authority is null && PlaceId is { } id && places.Index?.WithId(id) is { } found ? new NewSeat(found.Id, found.Name, found.Country, found.Latitude, found.Longitude) : null;

    private async Task ReadAsync()
    {
        ShowAs(Texts["desk.partner-add"]);
        var known = await queries.AuthoritiesAsync(HttpContext.RequestAborted);
        Authorities = known.Select(a => new Choice(a.Key, $"{Display.Text(a.Names)?.Text} ({Display.Country(a.Country)})")).OrderBy(a => a.Label, Display.Alphabet);
    }
}
