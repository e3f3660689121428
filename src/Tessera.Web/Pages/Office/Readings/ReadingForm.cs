using System.Globalization;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Readings;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Readings;

/// <summary>A date of a proposed agreement as it stands in the form.</summary>
public sealed record TypedDate(string Role, string Date);

/// <summary>A proposed agreement as it stands in the form.</summary>
/// <param name="IsTaken">Shall it be taken over?</param>
public sealed record TypedAgreement(bool IsTaken, string Kind, string Status, string Decision, IReadOnlyList<TypedDate> Dates, string Signatories, string Fields);

/// <summary>A proposal's fields as they stand in its form: what was read, or what was typed. The fields of proposal 3 are called <c>i3.name</c>, <c>i3.a0.kind</c>, <c>i3.a0.d1.date</c>.</summary>
public sealed record ReadingForm(
    int Number, string Name, LocalText Names, string Country, string Level, string Kind, string Address, string Websites, string Population, string Area, IReadOnlyList<TypedAgreement> Agreements, string Partner)
{
    private const int MostAgreements = 50;
    private const int MostDates = 50;

    /// <summary>The name of a field.</summary>
    public string Field(string name) => string.Create(CultureInfo.InvariantCulture, $"i{Number}.{name}");

    /// <summary>What was read, with room for one more date for each agreement.</summary>
    public static ReadingForm Of(int number, ReadPartner read, string language) => new(
        number, read.Name, read.Names, read.Country ?? "", read.Level, read.Kind, Lines(read.Address), Lines(read.Websites), read.Population?.ToString(CultureInfo.InvariantCulture) ?? "", read.Area?.ToString(CultureInfo.InvariantCulture) ?? "",
        [.. read.Agreements.Select(a => new TypedAgreement(true, a.Kind, a.Status, a.Decision ?? "", [.. a.Dates.Select(d => new TypedDate(d.Role, DateInput.Of(d.Date, language))), new TypedDate("signed", "")], Lines(a.Signatories), Lines(a.Fields)))], "");

    /// <summary>What was typed.</summary>
    public static ReadingForm Of(int number, IFormCollection form)
    {
        string Typed(string name) => form[string.Create(CultureInfo.InvariantCulture, $"i{number}.{name}")].ToString();
        var agreements = new List<TypedAgreement>();
        for (var a = 0; a < MostAgreements && form.ContainsKey(string.Create(CultureInfo.InvariantCulture, $"i{number}.a{a}.kind")); a++)
        {
            var dates = new List<TypedDate>();
            for (var d = 0; d < MostDates && form.ContainsKey(string.Create(CultureInfo.InvariantCulture, $"i{number}.a{a}.d{d}.date")); d++) dates.Add(new TypedDate(Typed($"a{a}.d{d}.role"), Typed($"a{a}.d{d}.date")));
            agreements.Add(new TypedAgreement(Typed($"a{a}.take").Length > 0, Typed($"a{a}.kind"), Typed($"a{a}.status"), Typed($"a{a}.decision").Trim(), dates, Typed($"a{a}.signatories"), Typed($"a{a}.fields")));
        }

        return new ReadingForm(number, Typed("name").Trim(), FormTexts.Local(form, string.Create(CultureInfo.InvariantCulture, $"i{number}.names")), Typed("country"), Typed("level"), Typed("kind"), Typed("address"), Typed("websites"), Typed("population"), Typed("area"), agreements, Typed("partner"));
    }

    /// <summary>The corrected proposal; null when something typed is wrong, which is then among the errors.</summary>
    /// <param name="read">What was read: a name that is typed anew is also the one in the languages in which it was the same.</param>
    public ReadPartner? Corrected(ReadPartner read, string language, Texts texts, FormErrors errors)
    {
        var before = errors.All.Count;
        if (Name.Length == 0) errors.Add(Field("name"), texts["desk.names-missing"]);
        if (!Words<Domain.Authorities.AuthorityKind>.TryParse(Level, out _)) errors.Add(Field("level"), texts["desk.choose"]);
        if (!Words<Domain.Partners.PartnerKind>.TryParse(Kind, out _)) errors.Add(Field("kind"), texts["desk.choose"]);
        if (Country.Length > 0 && !CountryList.Knows(Country)) errors.Add(Field("country"), texts["desk.choose"]);
        var population = Figure(Population, "population", texts, errors);
        var corrected = new ReadPartner
        {
            Name = Name,
            Names = new LocalText(Names.Select(n => KeyValuePair.Create(n.Language, n.Text == read.Name ? Name : n.Text))),
            Country = FormTexts.OrNull(Country),
            Level = Level,
            Kind = Kind,
            Address = FormTexts.Lines(Address),
            Websites = FormTexts.Lines(Websites),
            Population = population is { } people ? (long)Math.Truncate(people) : null,
            Area = Figure(Area, "area", texts, errors),
            Agreements = [.. Agreements.Index().Where(a => a.Item.IsTaken).Select(a => Corrected(a.Index, a.Item, language, texts, errors))],
        };
        return errors.All.Count > before ? null : corrected;
    }

    private ReadAgreement Corrected(int at, TypedAgreement typed, string language, Texts texts, FormErrors errors)
    {
        if (!Words<Domain.Agreements.AgreementKind>.TryParse(typed.Kind, out _)) errors.Add(Field($"a{at}.kind"), texts["desk.choose"]);
        if (!ReadAgreement.Statuses.Contains(typed.Status)) errors.Add(Field($"a{at}.status"), texts["desk.choose"]);
        var dates = new List<AgreementDateItem>();
        foreach (var (number, date) in typed.Dates.Index())
        {
            if (DateInput.Read(date.Date, Field($"a{at}.d{number}.date"), language, texts, errors) is not { } read) continue;
            if (Words<Domain.Agreements.AgreementDateRole>.TryParse(date.Role, out _)) dates.Add(new AgreementDateItem(date.Role, read));
            else errors.Add(Field($"a{at}.d{number}.role"), texts["desk.choose"]);
        }

        return new ReadAgreement { Kind = typed.Kind, Status = typed.Status, Decision = FormTexts.OrNull(typed.Decision), Dates = dates, Signatories = FormTexts.Lines(typed.Signatories), Fields = FormTexts.Lines(typed.Fields) };
    }

    private decimal? Figure(string typed, string name, Texts texts, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var plain = typed.Trim().Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace(',', '.');
        if (decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure) && figure < 10_000_000_000) return figure;
        errors.Add(Field(name), texts["desk.number-wrong"]);
        return null;
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
