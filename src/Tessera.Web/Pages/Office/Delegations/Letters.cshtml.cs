using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Delegations;
using Tessera.Features.Mail;
using Tessera.Web.Access;
using Tessera.Web.Parts;
using Tessera.Web.Post;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>The letters by which associations are called upon, or asked what they think of a composition: read before they are sent, to all or to one.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class LettersModel(DeskServices services, DelegationQueries queries, DelegationLetters letters, DelegationLetterService kept, Mailer mailer) : KeepingDelegationModel(services, queries)
{
    /// <summary>Are there letters to be written at this stage?</summary>
    public bool AreDue => DelegationLetters.AreDue(Kept.State);

    /// <summary>Can the program send mail at all?</summary>
    public bool HasServer => mailer.HasServer;

    /// <summary>What was written to each association, by its key.</summary>
    public ILookup<string, LetterView> Written { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (!await OpenAsync(key, "delegation-letters.heading")) return NotFound();
        Written = await kept.ListAsync(Office, key, HttpContext.RequestAborted);
        return Page();
    }

    /// <param name="proposer">To whom; null for all.</param>
    public async Task<IActionResult> OnPostAsync(string key, [FromForm] string? proposer)
    {
        if (!await OpenAsync(key, "delegation-letters.heading") || !AreDue) return NotFound();
        var told = await letters.AskAsync(Office, Kept, [.. Kept.Proposers.Where(p => string.IsNullOrEmpty(proposer) || p.Key == proposer)], HttpContext.RequestAborted);
        return await DoneAsync(Pages.Letters, string.Join("\n", new[] { Waiting(told), ByHand(told) }.OfType<string>()));
    }

    /// <summary>The letter, with a place for the address that it will bring.</summary>
    public Letter LetterTo(DelegationProposer proposer) => DelegationLetters.Write(Office, Kept, proposer, $"[{TextCatalogue.Shared.For(proposer.Language)["delegation-letters.address"]}]");

    private string? Waiting(IReadOnlyList<AssociationTold> told) =>
        told.Where(t => t.Link is null).Select(t => NameOf(t.Proposer)).ToList() is { Count: > 0 } names ? Texts.With("delegation-letters.waiting", ("who", string.Join(", ", names))) : null;

    private string? ByHand(IReadOnlyList<AssociationTold> told) => told.Where(t => t.Link is not null).Select(t => $"{NameOf(t.Proposer)}: {t.Link}").ToList() is { Count: > 0 } links
        ? Texts.With("delegation-letters.by-hand", ("links", string.Join("\n", links))) : null;

    private string NameOf(DelegationProposer proposer) => Names.Proposer(proposer.Key);
}
