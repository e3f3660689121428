using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Agreements;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Agreements;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Agreements;

/// <summary>A field that both sides say something of.</summary>
public sealed record TwoHalves(string Label, string Ours, string Theirs, bool Differs);

/// <summary>An agreement's life at the desk: what was, what comes next, what is missing, what the partner holds.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class AgreementModel(DeskServices services, AgreementService agreements, PartnerQueries queries) : DeskPageModel(services)
{
    private static readonly string[] LettersAbout = ["paused", "downgraded", "ended", "taken-back"];
    private string? _country;

    public KeptAgreement Agreement { get; private set; } = null!;

    /// <summary>The route, while it is to be gone.</summary>
    public ApprovalRoute? Route => Agreement.Next is not null || Agreement.Item.Steps.Any(s => s.Stage is not null) ? Agreement.Route : null;

    /// <summary>The dates that the register held before there were steps.</summary>
    public IReadOnlyList<AgreementDateItem> Registered => Agreement.Item.Dates;

    public DateOnly? EndsOn => Agreement.Life.EndAfter(Day);

    public DateOnly? NoticeBy => Agreement.Life.NoticeBy(Day);

    /// <summary>The language of letters to the partner: its country's, where the interface has it; else English.</summary>
    public string LetterLanguage => _country switch { "HU" => "hu", "SE" => "sv", "RO" or "MD" => "ro", _ => "en" };

    /// <summary>What both sides say, field by field.</summary>
    public IEnumerable<TwoHalves> Halves
    {
        get
        {
            var (theirs, ours, dates) = (Agreement.Theirs!, Words<AgreementKind>.Parse(Agreement.Item.Kind), Agreement.Life.Dates);
            if (theirs.Kind is { } kind) yield return new TwoHalves(Texts["fields.kind"], Texts.Of(ours), Texts.Of(kind), theirs.KindDiffers(ours));
            if (theirs.Decision is { } decision) yield return new TwoHalves(Texts["fields.decision"], Agreement.Item.Decision ?? "–", decision, theirs.DecisionDiffers(Agreement.Item.Decision));
            if (theirs.Date is { } date) yield return new TwoHalves(Texts["agreement.date"], dates.Count == 0 ? "–" : string.Join(", ", dates.Select(d => Display.Date(d.Date))), Display.Date(date), theirs.DateDiffers(dates));
        }
    }

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (await agreements.FindAsync(Office, key, HttpContext.RequestAborted) is not { } found) return NotFound();
        Agreement = found;
        _country = (await queries.FindAsync(Office, found.Partner.Item.Key, Day, HttpContext.RequestAborted))?.Row.Country;
        ShowAs($"{Texts.Of(Words<AgreementKind>.Parse(found.Item.Kind))} {found.Item.Decision}".Trim());
        return Page();
    }

    /// <summary>Does a step still count?</summary>
    public bool Counts(LifeStepItem step) => Agreement.Life.Counting.Any(s => s.Key == step.Key);

    /// <summary>A letter to the partner about a step that takes something away, ready to be sent; null for other steps.</summary>
    public string? LetterFor(LifeStepItem step)
    {
        if (!LettersAbout.Contains(step.Kind) || !Counts(step)) return null;
        var texts = TextCatalogue.Shared.For(LetterLanguage);
        var chain = Languages.Chain(LetterLanguage, Office.Languages);
        var decision = string.Join(' ', new[] { step.Body.For(chain)?.Text, step.Decision }.Where(d => !string.IsNullOrEmpty(d)));
        return texts.With("letter.step-" + step.Kind, ("partner", Agreement.Partner.Item.Names.For(chain)?.Text ?? ""), ("office", Office.Name.For(chain)?.Text ?? ""),
            ("agreement", texts.Of(Words<AgreementKind>.Parse(Agreement.Item.Kind))), ("day", LetterDay(step.Day)),
            ("decided", decision.Length == 0 ? "" : " " + texts.With("letter.decided", ("decision", decision))),
            ("why", step.Reason is null ? "" : " " + texts.With("letter.why", ("reason", texts.Of(Words<StepReason>.Parse(step.Reason))))));
    }

    /// <summary>The day without the stop that a Hungarian date ends with: the sentence has one of its own.</summary>
    private string LetterDay(PartialDate day) => LetterLanguage == "hu" ? day.Print(LetterLanguage).TrimEnd('.') : day.Print(LetterLanguage);
}
