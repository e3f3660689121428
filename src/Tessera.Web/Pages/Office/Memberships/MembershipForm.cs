using System.Globalization;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Memberships;

/// <summary>What a membership rests on and costs, as it stands in the fields of the form; what was typed stays as it was typed.</summary>
public sealed class MembershipForm
{
    private const int EmptyRows = 1;
    private readonly Dictionary<string, string> _values = [];

    private MembershipForm()
    {
    }

    /// <summary>What stands in a field.</summary>
    public string this[string field] => _values.GetValueOrDefault(field, "");

    /// <summary>The ends of the names of a list's rows.</summary>
    public IEnumerable<string> Rows(string field)
    {
        for (var i = 0; _values.ContainsKey(FormattableString.Invariant($"{field}-{i}")); i++) yield return FormattableString.Invariant($"-{i}");
    }

    /// <summary>As the membership is kept, with an empty row below each list.</summary>
    public static MembershipForm Of(MembershipItem item, string language)
    {
        var form = new MembershipForm();
        void Put(string field, string? value) => form._values[field] = value ?? "";
        Put("decision-number", item.Decision?.Number);
        Put("decision-day", DateInput.Of(item.Decision?.Day, language));
        Put("noticeMonths", item.NoticeMonths?.ToString(CultureInfo.InvariantCulture));
        Put("reviewOn", DateInput.Of(item.ReviewOn, language));
        form.PutFee(item.Fee);
        for (var i = 0; i < item.Invoices.Count + EmptyRows; i++) form.PutInvoice(i < item.Invoices.Count ? item.Invoices[i] : null, i, language);
        for (var i = 0; i < item.People.Count + EmptyRows; i++) form.PutPerson(i < item.People.Count ? item.People[i] : null, i, language);
        return form;
    }

    /// <summary>As it was typed.</summary>
    public static MembershipForm Of(IFormCollection typed)
    {
        var form = new MembershipForm();
        foreach (var (field, value) in typed) form._values[field] = value.ToString();
        return form;
    }

    /// <summary>The membership as the form says it; what cannot be read is among the errors.</summary>
    public MembershipItem Read(MembershipItem kept, LocalText body, LocalText contributor, string language, Texts texts, FormErrors errors)
    {
        var decision = new MembershipDecisionItem { Number = FormTexts.OrNull(this["decision-number"]), Body = body, Day = DateInput.Read(this["decision-day"], "decision-day", language, texts, errors) };
        return kept with
        {
            Decision = decision is { Number: null, Body.IsEmpty: true, Day: null } ? null : decision,
            NoticeMonths = FormTexts.Number(this["noticeMonths"], "noticeMonths", texts, errors),
            ReviewOn = DateInput.Read(this["reviewOn"], "reviewOn", language, texts, errors),
            Fee = ReadFee(contributor, texts, errors),
            Invoices = [.. Rows("invoice-year").Select(r => ReadInvoice(r, language, texts, errors)).OfType<InvoiceItem>()],
            People = [.. Rows("person-name").Select(r => ReadPerson(r, language, texts, errors)).OfType<SeatHolderItem>()],
        };
    }

    /// <summary>The field of the form that a finding of the file is about.</summary>
    public string FieldOf(string path)
    {
        var parts = path.Split('.');
        return parts switch
        {
            [_, "decision", var member, ..] => "decision-" + member,
            [_, "fee", var member, ..] => "fee-" + member,
            [_, var list, var member] when list.StartsWith("invoices[", StringComparison.Ordinal) => "invoice-" + member + Filled("invoice-year", list),
            [_, var list, var member] when list.StartsWith("people[", StringComparison.Ordinal) => "person-" + member + Filled("person-name", list),
            [_, "dates", ..] => "date",
            _ => parts[^1].Split('[')[0],
        };
    }

    /// <summary>The end of the row that became the item of that number: empty rows became none.</summary>
    private string Filled(string field, string list)
    {
        var number = int.Parse(list.Split('[', ']')[1], CultureInfo.InvariantCulture);
        var prefix = field.Split('-')[0];
        return Rows(field).Where(r => !IsEmptyRow(prefix, r)).ElementAtOrDefault(number) ?? "-0";
    }

    private bool IsEmptyRow(string prefix, string row) => _values.Where(v => v.Key.StartsWith(prefix + "-", StringComparison.Ordinal) && v.Key.EndsWith(row, StringComparison.Ordinal)).All(v => string.IsNullOrWhiteSpace(v.Value));

    private void PutFee(FeeRuleItem? fee)
    {
        void Put(string field, string? value) => _values["fee-" + field] = value ?? "";
        Put("kind", fee?.Kind ?? "unknown");
        Put("amount", Money(fee?.Amount));
        Put("currency", fee?.Currency);
        Put("formula", fee?.Formula);
        Put("population", fee?.Population?.ToString(CultureInfo.InvariantCulture));
        Put("relativeGdp", Money(fee?.RelativeGdp));
        Put("revenue", Money(fee?.Revenue));
        Put("bearer", fee?.Bearer ?? "unknown");
        Put("contributionShare", Money(fee?.ContributionShare));
        Put("contributionAmount", Money(fee?.ContributionAmount));
    }

    private void PutInvoice(InvoiceItem? invoice, int row, string language)
    {
        void Put(string field, string? value) => _values[FormattableString.Invariant($"invoice-{field}-{row}")] = value ?? "";
        Put("year", invoice?.Year.ToString(CultureInfo.InvariantCulture));
        Put("amount", Money(invoice?.Amount));
        Put("currency", invoice?.Currency);
        Put("askedOn", DateInput.Of(invoice?.AskedOn, language));
        Put("due", DateInput.Of(invoice?.Due, language));
        Put("paidOn", DateInput.Of(invoice?.PaidOn, language));
        Put("document", invoice?.Document);
    }

    private void PutPerson(SeatHolderItem? person, int row, string language)
    {
        void Put(string field, string? value) => _values[FormattableString.Invariant($"person-{field}-{row}")] = value ?? "";
        Put("name", person?.Name);
        Put("office", person?.Office);
        Put("seat", person?.Seat);
        Put("from", DateInput.Of(person?.From, language));
        Put("until", DateInput.Of(person?.Until, language));
    }

    /// <summary>The rule of the fee; null where nothing is said of it.</summary>
    private FeeRuleItem? ReadFee(LocalText contributor, Texts texts, FormErrors errors)
    {
        decimal? Number(string field) => ReadMoney("fee-" + field, texts, errors);
        var fee = new FeeRuleItem
        {
            Kind = this["fee-kind"] is { Length: > 0 } kind ? kind : "unknown",
            Amount = Number("amount"),
            Currency = Currency("fee-currency"),
            Formula = FormTexts.OrNull(this["fee-formula"]),
            Population = ReadMoney("fee-population", texts, errors) is { } people && people <= long.MaxValue ? (long)people : null,
            RelativeGdp = Number("relativeGdp"),
            Revenue = Number("revenue"),
            Bearer = this["fee-bearer"] is { Length: > 0 } bearer ? bearer : "unknown",
            ContributionShare = Number("contributionShare"),
            ContributionAmount = Number("contributionAmount"),
            Contributor = contributor,
        };
        return fee == new FeeRuleItem { Kind = "unknown" } ? null : fee;
    }

    private InvoiceItem? ReadInvoice(string row, string language, Texts texts, FormErrors errors)
    {
        if (IsEmptyRow("invoice", row)) return null;
        if (this["invoice-year" + row].Length == 0) errors.Add("invoice-year" + row, texts["refusal.membership.year-wrong"]);
        return new InvoiceItem
        {
            Year = FormTexts.Number(this["invoice-year" + row], "invoice-year" + row, texts, errors) ?? 0,
            Amount = ReadMoney("invoice-amount" + row, texts, errors),
            Currency = Currency("invoice-currency" + row),
            AskedOn = DateInput.Read(this["invoice-askedOn" + row], "invoice-askedOn" + row, language, texts, errors),
            Due = DateInput.Read(this["invoice-due" + row], "invoice-due" + row, language, texts, errors),
            PaidOn = DateInput.Read(this["invoice-paidOn" + row], "invoice-paidOn" + row, language, texts, errors),
            Document = FormTexts.OrNull(this["invoice-document" + row]),
        };
    }

    private SeatHolderItem? ReadPerson(string row, string language, Texts texts, FormErrors errors) => IsEmptyRow("person", row) ? null : new SeatHolderItem
    {
        Name = this["person-name" + row].Trim(),
        Office = this["person-office" + row].Trim(),
        Seat = FormTexts.OrNull(this["person-seat" + row]),
        From = DateInput.Read(this["person-from" + row], "person-from" + row, language, texts, errors),
        Until = DateInput.Read(this["person-until" + row], "person-until" + row, language, texts, errors),
    };

    private string? Currency(string field) => FormTexts.OrNull(this[field])?.ToUpperInvariant();

    private static string Money(decimal? amount) => amount?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    /// <summary>An amount as people write it: spaces between thousands, a point or a comma before the cents.</summary>
    private decimal? ReadMoney(string field, Texts texts, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(this[field])) return null;
        var plain = string.Concat(this[field].Where(c => !char.IsWhiteSpace(c))).Replace(',', '.');
        if (decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return amount;
        errors.Add(field, texts["desk.number-wrong"]);
        return null;
    }
}
