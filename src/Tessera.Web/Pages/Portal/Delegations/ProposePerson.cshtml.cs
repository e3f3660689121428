using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Delegations;
using Tessera.Web.Pages.Office.Delegations;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Delegations;

/// <summary>An association proposes somebody, or changes what it has said of her. What only the rules need is read for this form alone, and the reading is written down.</summary>
public sealed class ProposePersonModel(PortalServices services, DelegationService delegations, DelegationPeople people) : ProposingPageModel(services, delegations)
{
    /// <summary>As she was proposed; null for somebody new.</summary>
    public DelegationPerson? Known { get; private set; }

    public PersonForm Form { get; private set; } = null!;

    /// <summary>Languages in which one may write to her.</summary>
    public IEnumerable<Choice> Spoken => Languages.Interface.Select(l => new Choice(l, Display.Language(l)));

    public async Task<IActionResult> OnGetAsync(Guid? person, CancellationToken cancellation)
    {
        if (!Read(person)) return NotFound();
        var traits = Known is null ? null : (await people.TraitsAsync(Office, Delegation.Key, Author, "form", cancellation)).GetValueOrDefault(Known.Id);
        Form = PersonForm.Of(Known, traits ?? DelegationTraits.Unsaid);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? person, CancellationToken cancellation)
    {
        if (!Read(person)) return NotFound();
        Form = PersonForm.Of(Request.Form);
        var draft = Form.Read(Known?.Id ?? Guid.CreateVersion7(), Language, Texts, Errors) with { Proposer = Proposer.Key, Posts = Known?.Posts ?? [] };
        if (!draft.IsYouth && draft.RepresentativeRank is null && draft.SubstituteRank is null && !Errors.Any) Errors.Add("representativeRank", Texts["propose.rank-missing"]);
        if (Errors.Any) return Say([])!;
        return (IActionResult?)Say(await people.PutAsync(Office, Delegation.Key, draft, Author, byAssociation: true, cancellation)) ?? Told(Texts["propose.saved"], Links.Propose(Secret));
    }

    /// <summary>Is it the time for proposals, and is she one of its own?</summary>
    private bool Read(Guid? person)
    {
        ShowOwn(Texts[person is null ? "propose.add" : "propose.change"], HomeCrumb, OwnCrumb);
        Known = person is null ? null : Delegation.People.FirstOrDefault(p => p.Id == person && p.Proposer == Proposer.Key);
        return MayPropose && (person is null || Known is not null);
    }
}
