using Tessera.Features.Offices;

namespace Tessera.Web.Pages.Portal.About;

/// <summary>What the office is, who is responsible, how to reach it.</summary>
public sealed class AboutModel(PortalServices services, OfficeQueries offices) : PortalPageModel(services)
{
    /// <summary>What the office says of itself.</summary>
    public OfficeProse Prose { get; private set; } = new([], [], [], []);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Prose = await offices.ProseAsync(Office, cancellation);
        ShowAs(Texts["nav.about"], Display.Text(Office.Summary)?.Text, HomeCrumb);
    }
}
