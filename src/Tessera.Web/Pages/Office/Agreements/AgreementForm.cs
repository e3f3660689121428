using System.Globalization;
using Tessera.Domain.Agreements;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Agreements;

/// <summary>An agreement's fields as they stand in a form.</summary>
public sealed class AgreementForm : IHasErrors
{
    /// <inheritdoc />
    public FormErrors Errors { get; private init; } = new();

    public string Kind { get; private init; } = Words<AgreementKind>.Write(AgreementKind.Cooperation);

    public string RegisteredKind { get; private init; } = "";

    public string Decision { get; private init; } = "";

    public LocalText DecisionBody { get; private init; } = LocalText.Empty;

    public IReadOnlyList<DateLine> Dates { get; private init; } = [];

    public string Until { get; private init; } = "";

    public string NoticeMonths { get; private init; } = "";

    public string RenewsForYears { get; private init; } = "";

    public string Signatories { get; private init; } = "";

    public LocalText Purpose { get; private init; } = LocalText.Empty;

    public LocalText Note { get; private init; } = LocalText.Empty;

    public IReadOnlyList<string> Fields { get; private init; } = [];

    public string TheirKind { get; private init; } = "";

    public string TheirDecision { get; private init; } = "";

    public string TheirDate { get; private init; } = "";

    public string TheirPage { get; private init; } = "";

    public string TheirSeenOn { get; private init; } = "";

    public string TheirSaidIn { get; private init; } = "";

    public LocalText Settled { get; private init; } = LocalText.Empty;

    public IReadOnlyList<string> Languages { get; private init; } = [];

    public IReadOnlyList<TextView> FieldChoices { get; private init; } = [];

    /// <summary>What is kept of an agreement; of none, an empty form.</summary>
    public static AgreementForm Of(AgreementItem? a, OfficeView office, string language, FormErrors errors) => new()
    {
        Errors = errors,
        Languages = office.Languages,
        FieldChoices = office.Fields,
        Kind = a?.Kind ?? Words<AgreementKind>.Write(AgreementKind.Cooperation),
        RegisteredKind = a?.RegisteredKind ?? "",
        Decision = a?.Decision ?? "",
        DecisionBody = a?.DecisionBody ?? LocalText.Empty,
        Dates = DateLine.Of((a?.Dates ?? []).Select(d => (d.Role, d.Date)), Words<AgreementDateRole>.Write(AgreementDateRole.Signed), language),
        Until = DateInput.Of(a?.Until, language),
        NoticeMonths = Text(a?.NoticeMonths),
        RenewsForYears = Text(a?.RenewsForYears),
        Signatories = string.Join('\n', a?.Signatories ?? []),
        Purpose = a?.Purpose ?? LocalText.Empty,
        Note = a?.Note ?? LocalText.Empty,
        Fields = a?.Fields ?? [],
        TheirKind = a?.Theirs?.Kind ?? "",
        TheirDecision = a?.Theirs?.Decision ?? "",
        TheirDate = DateInput.Of(a?.Theirs?.Date, language),
        TheirPage = a?.Theirs?.Page ?? "",
        TheirSeenOn = DateInput.Of(a?.Theirs?.SeenOn, language),
        TheirSaidIn = a?.Theirs?.SaidIn ?? "",
        Settled = a?.Theirs?.Settled ?? LocalText.Empty,
    };

    /// <summary>What was typed.</summary>
    public static AgreementForm Of(IFormCollection form, OfficeView office, FormErrors errors) => new()
    {
        Errors = errors,
        Languages = office.Languages,
        FieldChoices = office.Fields,
        Kind = form["kind"].ToString(),
        RegisteredKind = form["registeredKind"].ToString().Trim(),
        Decision = form["decision"].ToString().Trim(),
        DecisionBody = FormTexts.Local(form, "decisionBody"),
        Dates = DateLine.Of(form),
        Until = form["until"].ToString(),
        NoticeMonths = form["noticeMonths"].ToString(),
        RenewsForYears = form["renewsForYears"].ToString(),
        Signatories = form["signatories"].ToString(),
        Purpose = FormTexts.Local(form, "purpose"),
        Note = FormTexts.Local(form, "note"),
        Fields = [.. office.Fields.Select(f => f.Key).Where(k => form["fields"].Contains(k))],
        TheirKind = form["theirKind"].ToString(),
        TheirDecision = form["theirDecision"].ToString().Trim(),
        TheirDate = form["theirDate"].ToString(),
        TheirPage = form["theirPage"].ToString().Trim(),
        TheirSeenOn = form["theirSeenOn"].ToString(),
        TheirSaidIn = form["theirSaidIn"].ToString().Trim(),
        Settled = FormTexts.Local(form, "settled"),
    };

    /// <summary>The agreement with what was typed; what cannot be read is among the errors.</summary>
    public AgreementItem On(AgreementItem item, string language, Texts texts) => item with
    {
        Kind = Kind,
        RegisteredKind = FormTexts.OrNull(RegisteredKind),
        Decision = FormTexts.OrNull(Decision),
        DecisionBody = DecisionBody,
        Dates = DateLine.Read(Dates, (role, date) => new AgreementDateItem(role, date), language, texts, Errors),
        Until = DateInput.Read(Until, "until", language, texts, Errors),
        NoticeMonths = FormTexts.Number(NoticeMonths, "noticeMonths", texts, Errors),
        RenewsForYears = FormTexts.Number(RenewsForYears, "renewsForYears", texts, Errors),
        Signatories = FormTexts.Lines(Signatories),
        Purpose = Purpose,
        Note = Note,
        Fields = Fields,
        Theirs = Theirs(language, texts),
    };

    private TheirHalfItem? Theirs(string language, Texts texts)
    {
        var theirs = new TheirHalfItem
        {
            Kind = FormTexts.OrNull(TheirKind),
            Decision = FormTexts.OrNull(TheirDecision),
            Date = DateInput.Read(TheirDate, "theirDate", language, texts, Errors),
            Page = FormTexts.OrNull(TheirPage),
            SeenOn = DateInput.Read(TheirSeenOn, "theirSeenOn", language, texts, Errors),
            SaidIn = FormTexts.OrNull(TheirSaidIn),
            Settled = Settled,
        };
        return theirs == new TheirHalfItem() ? null : theirs;
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
