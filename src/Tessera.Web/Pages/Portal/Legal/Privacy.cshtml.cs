namespace Tessera.Web.Pages.Portal.Legal;

/// <summary>What the portal knows about its readers: next to nothing.</summary>
public sealed class PrivacyModel(PortalServices services) : PortalPageModel(services)
{
    /// <summary>The parts of the notice, in order.</summary>
    public static readonly IReadOnlyList<string> Parts = ["reading", "counting", "cookies", "reports", "activities", "rights"];

    public void OnGet() => ShowAs(Texts["site.privacy"], Texts["privacy.lede"], HomeCrumb);
}
