using System.Globalization;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Delegations;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;
using Tessera.Planning.Delegations.Catalogue;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>What the form of the terms offers.</summary>
/// <param name="Memberships">The office's memberships.</param>
/// <param name="Proposers">The associations that quotas may count.</param>
public sealed record TermsChoices(IReadOnlyList<string> Languages, IReadOnlyList<Choice> Memberships, IReadOnlyList<Choice> Proposers, Texts Texts, Display Display, FormErrors Errors);

/// <summary>Body, term, seats and rules of a delegation as they stand in the fields of the form; what was typed stays as it was typed.</summary>
public sealed class TermsForm : IHasErrors
{
    /// <summary>The rules that may be off, warn or block, each a field of this name.</summary>
    public static readonly string[] Rules = ["sexShareOfWhole", "sexShareOfRepresentatives", "sexShareOfSubstitutes", "bothSexes", "mandate", "chamberFit", "equalSubstitutes", "seatsFilled"];

    /// <summary>What of members everybody may be shown.</summary>
    public static readonly string[] Fields = ["sex", "birth-year", "political-group"];

    private readonly Dictionary<string, string> _values = [];
    private readonly TermsChoices _choices;

    private TermsForm(TermsChoices choices) => _choices = choices;

    /// <inheritdoc />
    public FormErrors Errors => _choices.Errors;

    public IReadOnlyList<string> Languages => _choices.Languages;

    public IReadOnlyList<Choice> Memberships => _choices.Memberships;

    public LocalText Names { get; private set; } = LocalText.Empty;

    public LocalText BodyNames { get; private set; } = LocalText.Empty;

    public LocalText SecretaryRole { get; private set; } = LocalText.Empty;

    /// <summary>By what members should be unlike each other.</summary>
    public IReadOnlyList<string> Balance { get; private set; } = [];

    public IReadOnlyList<string> PublicFields { get; private set; } = [];

    public bool AcceptsAccountable { get; private set; }

    /// <summary>What stands in a field.</summary>
    public string this[string field] => _values.GetValueOrDefault(field, "");

    /// <summary>Is the body none of the catalogue's?</summary>
    public bool IsOther => !DelegationTermsCheck.Bodies.Contains(this["body"]);

    /// <summary>What the catalogue knows of the body for the country on the first day.</summary>
    public IReadOnlyList<CatalogueRule> Known => DateOnly.TryParseExact(this["first"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? [.. RuleCatalogue.Of(this["body"], day).Where(r => r.Scope.Length == 0 || r.Scope == this["country"])]
        : [];

    /// <summary>The ends of the names of the quotas' rows.</summary>
    public IEnumerable<string> Quotas
    {
        get
        {
            for (var i = 0; _values.ContainsKey(Row("quota-values", i)); i++) yield return Row("", i);
        }
    }

    /// <summary>The field of a number of seats.</summary>
    public static string SeatField(SeatKind kind, Chamber chamber) => $"seats-{Words<SeatKind>.Write(kind)}-{Words<Chamber>.Write(chamber)}";

    /// <summary>As the terms are kept, with two empty rows for quotas.</summary>
    public static TermsForm Of(DelegationTerms terms, TermsChoices choices)
    {
        var (form, rules) = (new TermsForm(choices), terms.Rules);
        void Put(string field, string? value) => form._values[field] = value ?? "";
        foreach (var (field, value) in new[] { ("body", terms.Body), ("country", terms.Country), ("membership", terms.Membership), ("first", DayInput.Of(terms.First)), ("last", DayInput.Of(terms.Last)), ("seatSource", terms.SeatSource) }) Put(field, value);
        foreach (var seats in terms.Seats) Put(SeatField(seats.Kind, seats.Chamber), seats.Seats.ToString(CultureInfo.InvariantCulture));
        Put("sexShare", rules.SexShare is { } share ? FormTexts.Decimal(share / 10.0) : "");
        Put("rulesSource", rules.Source);
        Severity[] severities = [rules.SexShareOfWhole, rules.SexShareOfRepresentatives, rules.SexShareOfSubstitutes, rules.BothSexes, rules.Mandate, rules.ChamberFit, rules.EqualSubstitutes, rules.SeatsFilled];
        foreach (var (field, severity) in Rules.Zip(severities)) Put(field, Words<Severity>.Write(severity));
        for (var i = 0; i < rules.Quotas.Count + 2; i++) form.PutQuota(rules.Quotas.ElementAtOrDefault(i), i);
        Put("secretaryName", terms.Secretary?.Name);
        Put("secretaryEmail", terms.Secretary?.Email);
        (form.Names, form.BodyNames, form.SecretaryRole, form.AcceptsAccountable) = (terms.Names, terms.BodyNames, terms.Secretary?.Role ?? LocalText.Empty, rules.AcceptsAccountable);
        (form.Balance, form.PublicFields) = (rules.Balance, rules.PublicFields);
        return form;
    }

    /// <summary>As it was typed.</summary>
    public static TermsForm Of(IFormCollection typed, TermsChoices choices)
    {
        var form = new TermsForm(choices)
        {
            Names = FormTexts.Local(typed, "names"),
            BodyNames = FormTexts.Local(typed, "bodyNames"),
            SecretaryRole = FormTexts.Local(typed, "secretaryRole"),
            Balance = [.. typed["balance"].OfType<string>()],
            PublicFields = [.. typed["publicFields"].OfType<string>()],
            AcceptsAccountable = typed["acceptsAccountable"] == "true",
        };
        foreach (var (field, value) in typed) form._values[field] = value.ToString();
        return form;
    }

    /// <summary>The terms as the form says them; what cannot be read is among the errors.</summary>
    public DelegationTerms Read(string language)
    {
        var (texts, errors) = (_choices.Texts, Errors);
        DateOnly Day(string field)
        {
            if (this[field].Length == 0) errors.Add(field, texts["delegation-desk.whole-day"]);
            return DayInput.Read(this[field], field, language, texts, errors) ?? default;
        }

        var share = FormTexts.Decimal(this["sexShare"], "sexShare", texts, errors);
        Severity Of(string rule) => Words<Severity>.TryParse(this[rule], out var severity) ? severity : Severity.Off;
        var rules = new DelegationRules
        {
            SexShare = share is { } percent ? (int)Math.Round(Math.Clamp(percent, -1, 1000) * 10) : null,
            SexShareOfWhole = Of(Rules[0]),
            SexShareOfRepresentatives = Of(Rules[1]),
            SexShareOfSubstitutes = Of(Rules[2]),
            BothSexes = Of(Rules[3]),
            Mandate = Of(Rules[4]),
            AcceptsAccountable = AcceptsAccountable,
            ChamberFit = Of(Rules[5]),
            EqualSubstitutes = Of(Rules[6]),
            SeatsFilled = Of(Rules[7]),
            Source = this["rulesSource"].Trim(),
            Quotas = [.. Filled.Select(ReadQuota)],
            Balance = [.. Balance.Where(b => Words<Trait>.TryParse(b, out _))],
            PublicFields = [.. PublicFields.Where(Fields.Contains)],
        };
        var secretary = FormTexts.OrNull(this["secretaryName"]) is null && FormTexts.OrNull(this["secretaryEmail"]) is null ? null : new DelegationSecretary(this["secretaryName"].Trim(), SecretaryRole, FormTexts.OrNull(this["secretaryEmail"]));
        return new DelegationTerms(this["body"], IsOther ? BodyNames : LocalText.Empty, Names, this["country"], FormTexts.OrNull(this["membership"]), Day("first"), Day("last"), [.. ReadSeats()], this["seatSource"].Trim(), rules, secretary);
    }

    /// <summary>The field of the form that a finding is about.</summary>
    public string FieldOf(string path) => path switch
    {
        "names" or "bodyNames" => $"{path}.{Languages[0]}",
        "seats" => SeatField(SeatKind.Representative, Chamber.None),
        "secretary" => "secretaryName",
        _ when path.StartsWith("quotas[", StringComparison.Ordinal) => "quota-values" + (Filled.ElementAtOrDefault(int.Parse(path.Split('[', ']')[1], CultureInfo.InvariantCulture)) ?? "-0"),
        _ => path,
    };

    private IEnumerable<string> Filled => Quotas.Where(r => this["quota-values" + r].Trim().Length + this["quota-least" + r].Trim().Length + this["quota-most" + r].Trim().Length > 0);

    private IEnumerable<SeatCount> ReadSeats() =>
        from kind in Enum.GetValues<SeatKind>()
        from chamber in Enum.GetValues<Chamber>()
        let field = SeatField(kind, chamber)
        let seats = FormTexts.Number(this[field], field, _choices.Texts, Errors) ?? 0
        where seats > 0
        select new SeatCount(kind, chamber, seats);

    private void PutQuota(QuotaItem? quota, int row)
    {
        void Put(string field, string? value) => _values[Row("quota-" + field, row)] = value ?? "";
        Put("trait", Words<Trait>.Write(quota?.Trait ?? Trait.Association));
        Put("values", quota is null ? "" : string.Join("; ", quota.Values.Select(v => Shown(quota.Trait, v))));
        Put("severity", Words<Severity>.Write(quota?.Severity ?? Severity.Warning));
        Put("least", quota?.Least?.ToString(CultureInfo.InvariantCulture));
        Put("most", quota?.Most?.ToString(CultureInfo.InvariantCulture));
        Put("kind", quota?.Kind);
    }

    private QuotaItem ReadQuota(string row)
    {
        var trait = Words<Trait>.TryParse(this["quota-trait" + row], out var known) ? known : Trait.Association;
        int? Number(string field) => FormTexts.Number(this[field + row], field + row, _choices.Texts, Errors);
        return new QuotaItem(
            trait, [.. this["quota-values" + row].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(v => Kept(trait, v))],
            Words<Severity>.TryParse(this["quota-severity" + row], out var severity) ? severity : Severity.Off, Number("quota-least"), Number("quota-most"), FormTexts.OrNull(this["quota-kind" + row]));
    }

    private string Shown(Trait trait, string value) => trait switch
    {
        Trait.Association => _choices.Proposers.FirstOrDefault(p => p.Value == value)?.Label ?? value,
        Trait.Authority => Words<AuthorityLevel>.TryParse(value, out var level) ? _choices.Texts.Of(level) : value,
        _ => value,
    };

    /// <summary>What was typed as the rules know it: an association by its key, a kind of authority by its word.</summary>
    private string Kept(Trait trait, string typed) => trait switch
    {
        Trait.Association => _choices.Proposers.FirstOrDefault(p => string.Equals(p.Label, typed, StringComparison.OrdinalIgnoreCase))?.Value ?? typed,
        Trait.Authority => Enum.GetValues<AuthorityLevel>().Where(l => string.Equals(_choices.Texts.Of(l), typed, StringComparison.OrdinalIgnoreCase)).Select(Words<AuthorityLevel>.Write).FirstOrDefault() ?? typed,
        _ => typed,
    };

    private static string Row(string field, int row) => FormattableString.Invariant($"{field}-{row}");
}
