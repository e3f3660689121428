using Tessera.Domain.Delegations;
using Tessera.Features.Delegations;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Post;

/// <summary>What became of a letter to an association.</summary>
/// <param name="Link">The address that has to be passed on by hand, since no letter could be sent; null when one was.</param>
public sealed record AssociationTold(DelegationProposer Proposer, string? Link);

/// <summary>
/// Letters to associations, in their languages: that they are called upon to propose people, or that a composition lies before them. Each brings a new address, since of the old one only a hash is kept; the
/// old one opens nothing any more.
/// </summary>
public sealed class DelegationLetters(DelegationService delegations, Mailer mailer, PublicAddress address)
{
    /// <summary>Are there letters to be written at this stage?</summary>
    public static bool AreDue(DelegationState state) => state is DelegationState.Called or DelegationState.Consulting;

    /// <summary>Writes to these associations.</summary>
    public async Task<IReadOnlyList<AssociationTold>> SendAsync(OfficeView office, DelegationView delegation, IEnumerable<DelegationProposer> proposers, CancellationToken cancellation)
    {
        if (!AreDue(delegation.State)) return [];
        var told = new List<AssociationTold>();
        foreach (var proposer in proposers)
        {
            if (await delegations.LinkAsync(office, delegation.Key, proposer.Key, isOpen: true, cancellation) is not { } secret) continue;
            var link = address.Of(new PortalLinks(office.Slug, proposer.Language).Propose(secret));
            var isSent = proposer.Email is { } email && await mailer.SendAsync(Write(office, delegation, proposer, link) with { To = email }, cancellation) is Delivery.Sent;
            told.Add(new AssociationTold(proposer, isSent ? null : link));
        }

        return told;
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
}
