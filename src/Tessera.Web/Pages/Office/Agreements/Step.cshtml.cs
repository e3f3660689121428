using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Agreements;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Agreements;
using Tessera.Features.Documents;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Agreements;

/// <summary>Records a step in the life of an agreement. Editors prepare; decisions are recorded by approvers.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class StepModel(DeskServices services, AgreementService agreements, DocumentService documents) : DeskPageModel(services)
{
    private static readonly LifeStepKind[] ForEditors = [LifeStepKind.Proposed, LifeStepKind.Exploratory, LifeStepKind.Opinion, LifeStepKind.ReviewBegun];

    public KeptAgreement Agreement { get; private set; } = null!;

    public int Version { get; private set; }

    public string Kind { get; private set; } = "";

    public string DayTyped { get; private set; } = "";

    public string? Decision { get; private set; }

    public string? Stage { get; private set; }

    public LocalText Body { get; private set; } = LocalText.Empty;

    public string? Reason { get; private set; }

    public string? Of { get; private set; }

    public string? To { get; private set; }

    public string? Until { get; private set; }

    public LocalText Note { get; private set; } = LocalText.Empty;

    /// <summary>The number of the document that proves the step.</summary>
    public string? Document { get; private set; }

    /// <summary>The partner's documents.</summary>
    public IEnumerable<Choice> Documents { get; private set; } = [];

    /// <summary>Is the step one that takes something away, so that its part of the form is open?</summary>
    public bool IsTakingAway => Reason is not null || Of is not null || Kind is "paused" or "downgraded" or "ended" or "taken-back" or "corrected";

    /// <summary>Does the folded part of the form hold something, or may it have to?</summary>
    public bool HasMore => Errors.Any || Kind is "renewed" || Until is not null || !Note.IsEmpty;

    /// <summary>The steps that the person may record.</summary>
    public IEnumerable<Choice> Kinds => Enum.GetValues<LifeStepKind>().Where(k => Person.Is(OfficeRole.Approver) || ForEditors.Contains(k)).Select(k => new Choice(Words<LifeStepKind>.Write(k), Texts.Of(k)));

    /// <summary>The steps that can be corrected or taken back.</summary>
    public IEnumerable<Choice> Earlier => Agreement.Life.Counting.Where(s => s.Kind is not (LifeStepKind.Corrected or LifeStepKind.TakenBack))
        .Select(s => new Choice(s.Key, $"{Display.Date(s.Day)}: {Texts.Of(s.Kind)} {s.Decision}".Trim()));

    public async Task<IActionResult> OnGetAsync(string key, string? kind)
    {
        if (!await ReadAsync(key)) return NotFound();
        var next = Agreement.Next;
        Kind = Words<LifeStepKind>.TryParse(kind, out _) ? kind! : Words<LifeStepKind>.Write(next is null ? AfterTheRoute() : next.IsDecision ? LifeStepKind.Approved : LifeStepKind.Opinion);
        Stage = next is not null && Kind is "opinion" or "approved" ? next?.Key : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm] int version)
    {
        if (!await ReadAsync(key)) return NotFound();
        Bind(version);
        var step = Step();
        if (Errors.Any || step is null) return Refused();
        if (!Kinds.Any(k => k.Value == Kind)) Errors.Add("kind", Texts["step.not-your-role"]);
        foreach (var code in agreements.WhyNot(Agreement, step)) Errors.Add(FieldOf(code), Texts["refusal." + code]);
        if (Errors.Any) return Refused();
        var result = await agreements.StepAsync(Office, Agreement, version, step, new Edit(Person.Author), HttpContext.RequestAborted);
        if (result.IsDone) return await DoneAsync(Links.Agreement(key), Texts["step.recorded"]);
        if (result.Meanwhile is { } meanwhile)
        {
            Version = meanwhile.Version;
            Errors.Add("", Texts["step.meanwhile"]);
        }

        foreach (var finding in result.Findings) Errors.Add("", Refusals.Sentence(finding, Texts));
        return Refused();
    }

    private static string FieldOf(string code) => code switch
    {
        StepRefusal.Future or StepRefusal.BeforeEarlier => "day",
        StepRefusal.DecisionMissing => "decision",
        StepRefusal.ReasonMissing => "stepReason",
        StepRefusal.OtherStepMissing => "of",
        StepRefusal.KindMissing => "to",
        _ => "kind",
    };

    /// <summary>What most likely comes next when no stage waits.</summary>
    private LifeStepKind AfterTheRoute() => Agreement.Standing switch
    {
        AgreementStanding.Approved => LifeStepKind.SignedHere,
        AgreementStanding.Signed => Agreement.Life.Has(LifeStepKind.SignedHere) ? LifeStepKind.SignedThere : LifeStepKind.SignedHere,
        _ => LifeStepKind.Renewed,
    };

    private void Bind(int version)
    {
        var form = Request.Form;
        (Version, Kind, DayTyped, Decision, Stage) = (version, form["kind"].ToString(), form["day"].ToString(), FormTexts.OrNull(form["decision"]), FormTexts.OrNull(form["stage"]));
        (Reason, Of, To, Until) = (FormTexts.OrNull(form["stepReason"]), FormTexts.OrNull(form["of"]), FormTexts.OrNull(form["to"]), FormTexts.OrNull(form["until"]));
        (Body, Note) = (FormTexts.Local(form, "body"), FormTexts.Local(form, "note"));
        Document = Documents.Any(d => d.Value == form["document"]) ? form["document"].ToString() : null;
        if (Body.IsEmpty && Agreement.Route?.Stages.FirstOrDefault(s => s.Key == Stage) is { } stage) Body = stage.Body;
    }

    private LifeStepItem? Step()
    {
        var day = DateInput.Read(DayTyped, "day", Language, Texts, Errors);
        if (day is null && !Errors.Any) Errors.Add("day", Texts["step.day-missing"]);
        if (!Words<LifeStepKind>.TryParse(Kind, out _)) Errors.Add("kind", Texts["desk.choose"]);
        if ((Reason is not null && !Words<StepReason>.TryParse(Reason, out _)) || (To is not null && !Words<AgreementKind>.TryParse(To, out _))) Errors.Add("kind", Texts["desk.choose"]);
        var until = DateInput.Read(Until, "until", Language, Texts, Errors);
        return Errors.Any ? null : new LifeStepItem { Key = "", Kind = Kind, Day = day!, Stage = Stage, Body = Body, Decision = Decision, Reason = Reason, Of = Of, To = To, Until = until, Document = Document, Note = Note };
    }

    private async Task<bool> ReadAsync(string key)
    {
        if (await agreements.FindAsync(Office, key, HttpContext.RequestAborted) is not { } found) return false;
        (Agreement, Version) = (found, found.Partner.Version);
        Documents = (await documents.OfPartnerAsync(Office, found.Partner.Item.Key, publicOnly: false, HttpContext.RequestAborted)).Select(d => new Choice(d.Id.ToString(), d.Title));
        ShowAs(Texts["step.add"]);
        return true;
    }
}
