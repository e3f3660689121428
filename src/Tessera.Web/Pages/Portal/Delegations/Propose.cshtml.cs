using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Delegations;
using Tessera.Features.Delegations;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;
using Tessera.Web.Parts;
using Tessera.Web.Parts.Hemicycles;

namespace Tessera.Web.Pages.Portal.Delegations;

/// <summary>An association's page: whom it proposes until the deadline, and then the composition that lies before it, to which it agrees or objects.</summary>
public sealed class ProposeModel(PortalServices services, DelegationService delegations, DelegationPeople people) : ProposingPageModel(services, delegations)
{
    /// <summary>Whom it proposes, also who was withdrawn.</summary>
    public IEnumerable<DelegationPerson> Own => Delegation.People.Where(p => p.Proposer == Proposer.Key);

    /// <summary>Who would sit, or sits, seat by seat.</summary>
    public IEnumerable<DelegationSeating> Seated => Delegation.Seatings.Where(s => s.To is null);

    /// <summary>May it say now what it thinks of the composition?</summary>
    public bool MayReply => Delegation.State is DelegationState.Consulting && Delegation.ConsultingUntil >= Day;

    /// <summary>The composition drawn; null when there is none.</summary>
    public Hemicycle? Picture { get; private set; }

    /// <summary>What it says, as typed or as it was said before.</summary>
    public (string Reply, string Comment) Said { get; private set; }

    public void OnGet()
    {
        Said = (Proposer.Reply is ProposerReply.Open ? "" : Words<ProposerReply>.Write(Proposer.Reply), Proposer.Comment);
        Show();
    }

    public async Task<IActionResult> OnPostWithdrawAsync([FromForm] Guid person, CancellationToken cancellation)
    {
        if (!MayPropose || Own.All(p => p.Id != person)) return NotFound();
        Show();
        return (IActionResult?)Say(await people.WithdrawAsync(Office, Delegation.Key, person, cancellation)) ?? Told(Texts["propose.withdrawn"], Links.Propose(Secret));
    }

    public async Task<IActionResult> OnPostReplyAsync([FromForm] string? reply, [FromForm] string? comment, CancellationToken cancellation)
    {
        Said = (reply ?? "", comment ?? "");
        Show();
        if (!Words<ProposerReply>.TryParse(reply, out var said) || said is ProposerReply.Open) Errors.Add("reply", Texts["propose.reply-missing"]);
        else if (said is ProposerReply.Objected && string.IsNullOrWhiteSpace(comment)) Errors.Add("comment", Texts["propose.comment-missing"]);
        if (Errors.Any) return Say([])!;
        return (IActionResult?)Say(await Delegations.ReplyAsync(Office, Secret, said, (comment ?? "").Trim(), cancellation)) ?? Told(Texts["propose.replied"], Links.Propose(Secret));
    }

    /// <summary>A seat in words.</summary>
    public string SeatOf(DelegationSeating seating) => DelegationLook.SeatOf(seating.Kind, seating.Chamber, Texts);

    /// <summary>The association that proposed somebody; empty for nobody.</summary>
    public string ProposedBy(DelegationPerson person) => Delegation.Proposers.FirstOrDefault(p => p.Key == person.Proposer) is { } proposer ? Display.Text(proposer.Names)?.Text ?? proposer.Key : "";

    /// <summary>As what she is proposed.</summary>
    public string Ranks(DelegationPerson person)
    {
        if (person.IsYouth) return Texts["propose.youth"];
        var ranks = new[] { (Kind: SeatKind.Representative, Rank: person.RepresentativeRank), (Kind: SeatKind.Substitute, Rank: person.SubstituteRank) }.Where(r => r.Rank is not null);
        return string.Join(", ", ranks.Select(r => Texts.With("propose.rank", ("seat", Texts.Of(r.Kind)), ("rank", Display.Number(r.Rank!.Value)))));
    }

    private void Show()
    {
        ShowOwn(Texts["propose.heading"], HomeCrumb);
        var seats = Seated.Select(s => new HemicycleSeat(s.Kind, s.Chamber, true, $"{Delegation.Person(s.Person).Name}, {SeatOf(s)}"))
            .Concat(Delegation.Terms.Seats.SelectMany(b => Enumerable.Repeat(
                new HemicycleSeat(b.Kind, b.Chamber, false, $"{Texts["delegation-page.vacant"]}, {DelegationLook.SeatOf(b.Kind, b.Chamber, Texts)}"), Math.Max(0, b.Seats - Seated.Count(s => s.Kind == b.Kind && s.Chamber == b.Chamber)))));
        Picture = Seated.Any() ? Hemicycle.Of(Texts["propose.composition"], seats) : null;
    }
}
