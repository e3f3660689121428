using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Calendar;
using Tessera.Features.Delegations;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>A new delegation: first the body, the country and the day, then its term with what is known of the body filled in.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class NewModel(DeskServices services, DelegationService delegations, ActivityQueries activities) : DeskPageModel(services)
{
    /// <summary>Another body than the catalogue's, in the choice of bodies.</summary>
    public const string Other = "other";

    /// <summary>The body that was chosen.</summary>
    public string Asked { get; private set; } = DelegationTermsCheck.Bodies[0];

    public string Country { get; private set; } = "";

    /// <summary>The first day as it was typed.</summary>
    public string First { get; private set; } = "";

    /// <summary>The terms; null until body, country and day are known.</summary>
    public TermsForm? Form { get; private set; }

    public IEnumerable<Choice> Bodies => DelegationTermsCheck.Bodies.Select(b => new Choice(b, Texts["delegation-body." + b])).Append(new Choice(Other, Texts["delegation-desk.other-body"]));

    public async Task<IActionResult> OnGetAsync(string? body, string? country, string? first)
    {
        ShowAs(Texts["delegation-desk.add"]);
        (Asked, Country, First) = (body ?? Asked, country ?? Office.Country ?? "", first ?? "");
        if (body is null) return Page();
        var day = DayInput.Read(first, "first", Language, Texts, Errors);
        if (day is null && !Errors.Any) Errors.Add("first", Texts["delegation-desk.whole-day"]);
        if (Bodies.All(b => b.Value != body)) Errors.Add("body", Texts["desk.choose"]);
        if (!CountryList.Knows(Country)) Errors.Add("country", Texts["desk.choose"]);
        if (Errors.Any) return Refused();
        Form = TermsForm.Of(DelegationTermsCheck.Usual(body, Country, day!.Value), await ChoicesAsync());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        ShowAs(Texts["delegation-desk.add"]);
        Form = TermsForm.Of(Request.Form, await ChoicesAsync());
        var terms = Form.Read(Language);
        if (Errors.Any) return Refused();
        var (findings, key) = await delegations.AddAsync(Office, terms, new Edit(Person.Author), HttpContext.RequestAborted);
        foreach (var finding in findings) Errors.Add(Form.FieldOf(finding.Path), Refusals.Sentence(finding, Texts));
        return Errors.Any ? Refused() : await DoneAsync(Links.Delegation(key).Proposers, Texts["delegation-desk.added"]);
    }

    private async Task<TermsChoices> ChoicesAsync()
    {
        var memberships = (await activities.ChoicesAsync(Office, null, HttpContext.RequestAborted)).Memberships;
        return new TermsChoices(Office.Languages, [.. memberships.Select(m => new Choice(m.Key, Display.Text(m.Names)?.Text ?? m.Key))], [], Texts, Display, Errors);
    }
}
