using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Delegations;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>An association: name, where the office writes to, and the address by which it proposes without an account.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class ProposerModel(DeskServices services, DelegationQueries queries, DelegationService delegations, PublicAddress address) : KeepingDelegationModel(services, queries)
{
    /// <summary>As it is kept; null for a new one.</summary>
    public DelegationProposer? Proposer { get; private set; }

    /// <summary>As the form has it.</summary>
    public ProposerDraft Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, string proposer) => await ReadAsync(key, proposer) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string key, string proposer, [FromForm] string? email, [FromForm] string? language)
    {
        if (!await ReadAsync(key, proposer)) return NotFound();
        Draft = new ProposerDraft(Proposer?.Key, FormTexts.Local(Request.Form, "names"), FormTexts.OrNull(email), Languages.IsInterface(language) ? language! : Language);
        var findings = await delegations.PutProposerAsync(Office, key, Draft, By, HttpContext.RequestAborted);
        return (IActionResult?)Say(findings, p => p == "names" ? "names." + Office.Languages[0] : p) ?? await DoneAsync(Pages.Proposers, Texts["form.saved"]);
    }

    public async Task<IActionResult> OnPostLinkAsync(string key, string proposer, [FromForm] bool open)
    {
        if (!await ReadAsync(key, proposer) || Proposer is null) return NotFound();
        if (await delegations.LinkAsync(Office, key, proposer, open, HttpContext.RequestAborted) is not { } secret) return await DoneAsync(Pages.Proposer(proposer), Texts["organisers.link-gone"]);
        return await DoneAsync(Pages.Proposer(proposer), Texts.With("organisers.link-by-hand", ("link", address.Of(new PortalLinks(Office.Slug, Proposer.Language).Propose(secret)))));
    }

    public async Task<IActionResult> OnPostRemoveAsync(string key, string proposer)
    {
        if (!await ReadAsync(key, proposer) || Proposer is null) return NotFound();
        return (IActionResult?)Say(await delegations.RemoveProposerAsync(Office, key, proposer, By, HttpContext.RequestAborted)) ?? await DoneAsync(Pages.Proposers, Texts["delegation-desk.proposer-removed"]);
    }

    private async Task<bool> ReadAsync(string key, string proposer)
    {
        if (!await OpenAsync(key, proposer == "new" ? "delegation-desk.proposer-add" : "delegation-desk.proposer")) return false;
        Proposer = Kept.Proposers.FirstOrDefault(p => p.Key == proposer);
        Draft = Proposer is null ? new ProposerDraft(null, LocalText.Empty, null, Language) : new ProposerDraft(Proposer.Key, Proposer.Names, Proposer.Email, Proposer.Language);
        return Proposer is not null || proposer == "new";
    }
}
