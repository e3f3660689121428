using Tessera.Domain.Delegations;
using Tessera.Features.Delegations;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Post;

/// <summary>What became of a letter to an association.</summary>
/// <param name="Link">The address that has to be passed on by hand, since no letter can be sent; null when one waits to be sent.</param>
public sealed record AssociationTold(DelegationProposer Proposer, string? Link);

/// <summary>
/// Letters to associations, in their languages: that they are called upon to propose people, or that a composition lies before them. Each brings a new address, since of the old one only a hash is kept; the
/// old one opens nothing any more once the letter has gone.
/// </summary>
public sealed class DelegationLetters(DelegationService delegations, DelegationLetterService letters, LetterQueue queue, Mailer mailer, PublicAddress address)
{
    /// <summary>Are there letters to be written at this stage?</summary>
    public static bool AreDue(DelegationState state) => DelegationLetterService.KindAt(state) is not null;

    /// <summary>Asks for letters to these associations; without a mail server, or without an e-mail address, their addresses come back to be passed on.</summary>
    public async Task<IReadOnlyList<AssociationTold>> AskAsync(OfficeView office, DelegationView delegation, IReadOnlyList<DelegationProposer> proposers, CancellationToken cancellation)
    {
        if (!AreDue(delegation.State)) return [];
        var asked = mailer.HasServer ? await letters.AskAsync(office, delegation.Key, [.. proposers.Select(p => p.Key)], cancellation) : [];
        var told = new List<AssociationTold>();
        foreach (var proposer in proposers)
        {
            if (asked.Contains(proposer.Key)) told.Add(new AssociationTold(proposer, null));
            else if (await delegations.LinkAsync(office, delegation.Key, proposer.Key, isOpen: true, cancellation) is { } secret) told.Add(new AssociationTold(proposer, LinkOf(office, proposer, secret)));
        }

        queue.Ring();
        return told;
    }

    /// <summary>Sends a letter that is due; null when there is nothing to say any more.</summary>
    public async Task<Delivery?> SendAsync(OfficeView office, DueLetter due, Guid proposer)
    {
        if (await letters.FindAsync(office, proposer, due.Kind, CancellationToken.None) is not { } letter) return null;
        var delivery = await mailer.SendAsync(Write(office, letter.Delegation, letter.Proposer, LinkOf(office, letter.Proposer, letter.Secret)), CancellationToken.None);
        if (delivery is Delivery.Sent) await letters.SentAsync(office, letter, CancellationToken.None);
        return delivery;
    }

    /// <summary>The letter as it would be sent.</summary>
    public static Letter Write(OfficeView office, DelegationView delegation, DelegationProposer proposer, string link)
    {
        var texts = TextCatalogue.Shared.For(proposer.Language);
        var chain = office.Chain(texts.Language);
        var kind = delegation.State is DelegationState.Consulting ? "consultation" : "call";
        var name = delegation.Terms.Names.For(chain)?.Text ?? delegation.Key;
        var until = kind is "call" ? delegation.ProposalsUntil : delegation.ConsultingUntil;
        var call = kind is "call" && delegation.CallText.For(chain) is { } said ? said.Text + "\n\n" : "";
        var text = texts.With($"delegation-letter.{kind}", ("who", proposer.Names.For(chain)?.Text ?? proposer.Key), ("delegation", name), ("day", until is { } day ? WhenText.Day(day, texts) : "–"), ("call", call),
            ("link", link), ("office", office.ShortName.For(chain)?.Text ?? office.Slug));
        return new Letter(proposer.Email ?? "", texts.With($"delegation-letter.{kind}-subject", ("delegation", name)), text) { ReplyTo = delegation.Terms.Secretary?.Email ?? office.Contact.Email };
    }

    private string LinkOf(OfficeView office, DelegationProposer proposer, string secret) => address.Of(new PortalLinks(office.Slug, proposer.Language).Propose(secret));
}
