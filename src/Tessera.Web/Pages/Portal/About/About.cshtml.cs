namespace Tessera.Web.Pages.Portal.About;

/// <summary>What the office is, who is responsible, how to reach it.</summary>
public sealed class AboutModel(PortalServices services) : PortalPageModel(services)
{
    public void OnGet() => ShowAs(Texts["nav.about"], Display.Text(Office.Summary)?.Text, HomeCrumb);
}
