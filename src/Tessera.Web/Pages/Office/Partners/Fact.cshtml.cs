using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Partners;

/// <summary>A base fact of a partner, with its date and its source.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class FactModel(DeskServices services, PartnerService partners) : KeepingModel(services, partners)
{
    private const string New = "new";

    public string Key { get; private set; } = New;

    public string? Kind { get; private set; }

    public string? Value { get; private set; }

    public string? Unit { get; private set; }

    public bool About { get; private set; }

    public LocalText Text { get; private set; } = LocalText.Empty;

    public string AsOf { get; private set; } = "";

    public string? Source { get; private set; }

    /// <summary>The documents of the office, of which one says it.</summary>
    public IEnumerable<Choice> Sources { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, string key)
    {
        if (!await ReadAsync(slug, key)) return NotFound();
        if (Kept.Item.Facts.FirstOrDefault(f => f.Key == key) is not { } fact) return key == New ? Page() : NotFound();
        (Kind, Unit, About, Text, Source) = (fact.Kind, fact.Unit, fact.About, fact.Text, fact.Source);
        (Value, AsOf) = (fact.Value?.ToString("G29", Texts.Culture), DateInput.Of(fact.AsOf, Language));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string key, [FromForm] int version)
    {
        if (!await ReadAsync(slug, key)) return NotFound();
        var form = Request.Form;
        (Kind, Value, Unit, About, AsOf, Source) = (form["kind"], form["value"], FormTexts.OrNull(form["unit"]), form["about"] == "true", form["asOf"].ToString(), form["source"]);
        Text = FormTexts.Local(form, "text");
        var fact = new BaseFactItem
        {
            Key = key == New ? Keys.Of(Kind ?? "", "fact", k => Kept.Item.Facts.Any(f => f.Key == k)) : key,
            Kind = Kind ?? "",
            Value = Number(),
            Unit = Unit,
            About = About,
            Text = Text,
            AsOf = DateInput.Read(AsOf, "asOf", Language, Texts, Errors),
            Source = Source ?? "",
        };
        return await SaveAsync(version, p => p with { Facts = key == New ? [.. p.Facts, fact] : [.. p.Facts.Select(f => f.Key == key ? fact : f)] }, null, Field)
            ?? await DoneAsync(Links.Partner(slug), Texts["form.saved"]);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string slug, string key, [FromForm] int version)
    {
        if (!await ReadAsync(slug, key)) return NotFound();
        return await SaveAsync(version, p => p with { Facts = [.. p.Facts.Where(f => f.Key != key)] }, null) ?? await DoneAsync(Links.Partner(slug), Texts["desk.fact-removed"]);
    }

    private static string Field(string path) => path.Split('.') is [_, var field, ..] ? field : "value";

    private decimal? Number()
    {
        var typed = string.Concat((Value ?? "").Where(c => !char.IsWhiteSpace(c)));
        if (typed.Length == 0) return null;
        if (decimal.TryParse(typed, NumberStyles.Number, Texts.Culture, out var number) || decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out number)) return number;
        Errors.Add("value", Texts["desk.number-wrong"]);
        return null;
    }

    private async Task<bool> ReadAsync(string slug, string key)
    {
        Key = key;
        if (!await OpenAsync(slug)) return false;
        Sources = (await Services.Offices.SourcesAsync(Office, HttpContext.RequestAborted)).Select(s => new Choice(s.Key, Display.Text(s.Title)?.Text ?? s.Key));
        Source = Kept.Item.Source;
        ShowAs(Texts["desk.facts"]);
        return true;
    }
}
