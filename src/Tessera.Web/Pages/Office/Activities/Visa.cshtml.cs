using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tessera.Domain.Calendar;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Guests;
using Tessera.Interchange.Documents;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>The letter in one language.</summary>
/// <param name="Costs">Who pays what, a line each; none where costs are not split.</param>
public sealed record VisaLetterText(Texts Texts, string Office, string Title, string When, string? Place, string Kind, string Day, IReadOnlyList<string> Costs, string Signatory, string? Unit);

/// <summary>
/// The invitation letter with which a guest asks for a visa, to be printed and signed: in English and in the office's language, from what is known of the visit. The number of her passport stands
/// in it for the officer who receives her, which is written down as read; it is kept nowhere but among the guest's needs.
/// </summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class VisaModel(DeskServices services, ActivityService activities, ActivityQueries queries, GuestService guests, GuestNeedService needs) : KeepingActivityModel(services, activities)
{
    public GuestView Guest { get; private set; } = null!;

    /// <summary>The number of her passport; null when she has said none, or it is not for who asks.</summary>
    public string? Passport { get; private set; }

    public IReadOnlyList<VisaLetterText> Letters { get; private set; } = [];

    /// <summary>Where the same is as a document.</summary>
    public string DocumentAddress => $"{Request.Path}?handler=Document";

    /// <summary>The letter as a document that can be changed before it is signed; reading the passport's number is written down as on the page.</summary>
    public async Task<IActionResult> OnGetDocumentAsync(string key, Guid id)
    {
        if (await OnGetAsync(key, id) is not PageResult) return NotFound();
        var name = SafeFileName.Of($"{Letters[0].Texts["visa.heading"]} – {Guest.Name}.docx", DocumentKind.Docx);
        return File(LetterDocument.Write([.. Letters.Select(Document)], Letters[0].Texts["visa.heading"]), LetterDocument.MediaType, name);
    }

    public async Task<IActionResult> OnGetAsync(string key, Guid id)
    {
        if (!await OpenAsync(key) || await queries.FindAsync(Office, key, publicOnly: false, HttpContext.RequestAborted) is not { } activity) return NotFound();
        if (await guests.FindAsync(Office, id, HttpContext.RequestAborted) is not { } found || found.ActivityKey != key) return NotFound();
        Guest = found.Guest;
        ShowAs(Texts["visa.letter"]);
        if (await needs.ReadAsync(Office, key, Person.Account, Person.Author, id, HttpContext.RequestAborted) is [{ Needs.Passport: { Length: > 0 } passport }]) Passport = passport;
        Letters = [.. new[] { "en", Languages.IsInterface(Office.Languages[0]) ? Office.Languages[0] : "en" }.Distinct().Select(l => Written(activity, l))];
        return Page();
    }

    private WrittenLetter Document(VisaLetterText letter)
    {
        var (texts, contact) = (letter.Texts, Office.Contact);
        List<(string, IReadOnlyList<string>)> facts = [(texts["visa.what"], [letter.Title]), (texts["fields.kind"], [letter.Kind]), (texts["calendar.when"], [letter.When])];
        if (letter.Place is { } place) facts.Add((texts["fields.place"], [place]));
        if (letter.Costs.Count > 0) facts.Add((texts["fields.costs"], letter.Costs));
        var passport = Passport is { } number ? texts.With("visa.passport", ("number", number)) : "";
        return new WrittenLetter(texts.Language, [letter.Office, .. contact.Address, .. new[] { contact.Phone, contact.Email }.OfType<string>()], letter.Day, texts["visa.heading"],
            texts.With("visa.invites", ("office", letter.Office), ("name", Guest.Name), ("passport", passport)), facts, texts["visa.ask"], [.. new[] { letter.Signatory, letter.Unit, letter.Office }.OfType<string>()]);
    }

    private VisaLetterText Written(ActivityPage activity, string language)
    {
        var (texts, chain) = (TextCatalogue.Shared.For(language), Office.Chain(language));
        var costs = CostSplit.AppliesTo(activity.Row.Kind) ? CostSplit.Of(ArrangementsModel.Agreed(activity.Item)) : [];
        return new VisaLetterText(texts, Office.Name.For(chain)?.Text ?? Office.Slug, activity.Row.Title.For(chain)?.Text ?? activity.Row.Key, WhenText.Of(activity.Row.Time, texts), activity.Row.Place.For(chain)?.Text,
            texts.Of(activity.Row.Kind) + (activity.Row.Purpose is { } purpose ? $" ({texts.Of(purpose)})" : ""), WhenText.Day(Day, texts), [.. costs.Select(c => $"{texts.Of(c.Kind)}: {texts.Of(c.Bearer)}")],
            activity.Item.Hosts is [{ } host, ..] ? host : Person.Name, activity.Unit?.For(chain)?.Text);
    }
}
