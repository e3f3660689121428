using Tessera.Domain.Offices;
using Tessera.Features.Accounts;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office;

/// <summary>What needs the person who opens the desk, each with the next sensible step.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class HomeModel(DeskServices services, NeedsQueries needs, PartnerQueries partners, AccountStore accounts) : DeskPageModel(services)
{
    public IReadOnlyList<Need> Needs { get; private set; } = [];

    public PartnerList Register { get; private set; } = new([], 0, 0, [], [], [], []);

    public async Task OnGetAsync()
    {
        var isHost = (await accounts.FindByIdAsync(Person.Account.ToString(), HttpContext.RequestAborted))?.IsHost == true;
        var ofHost = isHost ? await needs.OfHostAsync(HttpContext.RequestAborted) : [];
        Needs = [.. ofHost, .. await needs.AllAsync(Office, Day, HttpContext.RequestAborted)];
        Register = await partners.ListAllAsync(Office, new PartnerFilter(), Language, Day, HttpContext.RequestAborted);
        ShowAs(Texts["desk.home"]);
    }

    /// <summary>Why it stands in the list.</summary>
    public string Sentence(Need need) => NeedSentences.Of(need, Texts, Display);

    /// <summary>What to do about it, and where; no address when there is nothing that this person may do.</summary>
    public (string Label, string? Href) NextStep(Need need) =>
        (Texts["need.step-" + Words<NeedKind>.Write(need.Kind)], need.Kind is NeedKind.HostDecides || Person.Is(OfficeRole.Editor) ? Links.StepFor(need, Person.Role ?? OfficeRole.Reader) : null);
}
