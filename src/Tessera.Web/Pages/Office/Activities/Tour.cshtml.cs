using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Calendar;
using Tessera.Features.Tours;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>Offers the places of a study tour to member authorities by stated rules, shows who goes by them and why, and lets the officer confirm it.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class TourModel(DeskServices services, ActivityService activities, TourService tours) : KeepingActivityModel(services, activities)
{
    /// <summary>As it stands; null when nobody has offered places yet.</summary>
    public TourDesk? Desk { get; private set; }

    public TourForm Rules { get; private set; } = TourForm.Empty;

    /// <summary>The answers by the rules; after the selection those that were given.</summary>
    public TourProposal Proposal { get; private set; } = new([], "");

    /// <summary>Applications that were withdrawn.</summary>
    public IReadOnlyList<TourApplicationView> Withdrawn { get; private set; } = [];

    /// <summary>What was typed for one that is entered by hand.</summary>
    public TourApplicationForm Typed { get; private set; } = TourApplicationForm.Empty("en");

    /// <summary>May this activity offer places?</summary>
    public bool IsStudy => TourService.IsStudy(Kept.Item);

    public async Task<IActionResult> OnGetAsync(string key) => await ReadAsync(key) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRulesAsync(string key)
    {
        if (!await ReadAsync(key)) return NotFound();
        Rules = TourForm.Of(Request.Form);
        if (Rules.Read(Language, Texts, Errors) is not { } settings) return Refused();
        return await AnswerAsync(key, await tours.SetAsync(Office, key, settings, HttpContext.RequestAborted), Texts["form.saved"]);
    }

    public async Task<IActionResult> OnPostAddAsync(string key)
    {
        if (!await ReadAsync(key)) return NotFound();
        Typed = TourApplicationForm.Of(Request.Form, Language);
        var application = Typed.Read(Texts, Errors);
        return Errors.Any ? Refused() : await AnswerAsync(key, await tours.ApplyAsync(Office, key, application, byOffice: true, HttpContext.RequestAborted), Texts["tour.added"]);
    }

    public async Task<IActionResult> OnPostAmendAsync(string key, [FromForm] Guid id, [FromForm] string? county, [FromForm] string? population, [FromForm] string? lastTour)
    {
        if (!await ReadAsync(key) || Proposal.Answers.All(a => a.Application.Id != id)) return NotFound();
        var (people, year) = (FormTexts.Number(population, "", Texts, Errors), FormTexts.Number(lastTour, "", Texts, Errors));
        return Errors.Any ? Refused() : await AnswerAsync(key, [.. (await tours.AmendAsync(Office, id, county?.Trim() ?? "", people, year, HttpContext.RequestAborted)).Select(f => f with { Path = "" })], Texts["form.saved"]);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string key, [FromForm] Guid id)
    {
        if (!await ReadAsync(key) || Proposal.Answers.All(a => a.Application.Id != id)) return NotFound();
        await tours.WithdrawAsync(Office, id, byOffice: true, HttpContext.RequestAborted);
        return await DoneAsync(Links.Tour(key), Texts["tour.withdrawn"]);
    }

    public async Task<IActionResult> OnPostDecideAsync(string key, [FromForm] string? mark)
    {
        if (!await ReadAsync(key) || Desk is null) return NotFound();
        return await AnswerAsync(key, await tours.DecideAsync(Office, key, mark ?? "", Person.Author, HttpContext.RequestAborted), Texts["tour.decided"]);
    }

    private async Task<IActionResult> AnswerAsync(string key, IReadOnlyList<Finding> findings, string notice)
    {
        foreach (var finding in findings) Errors.Add(finding.Path, Refusals.Sentence(finding, Texts));
        return Errors.Any ? Refused() : await DoneAsync(Links.Tour(key), notice);
    }

    private async Task<bool> ReadAsync(string key)
    {
        ShowAs(Texts["tour.heading"]);
        if (!await OpenAsync(key)) return false;
        Typed = TourApplicationForm.Empty(Language);
        Desk = await tours.DeskAsync(Office, key, HttpContext.RequestAborted);
        if (Desk is null) return true;
        Rules = TourForm.Of(Desk.Settings, Language);
        Proposal = await tours.ProposalAsync(Office, key, HttpContext.RequestAborted);
        Withdrawn = [.. (await tours.ListAsync(Office, key, HttpContext.RequestAborted)).Where(a => a.State is Domain.Tours.TourApplicationState.Withdrawn)];
        return true;
    }
}
