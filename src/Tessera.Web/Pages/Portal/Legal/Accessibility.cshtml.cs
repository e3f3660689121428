using Tessera.Domain.Vocabulary;

namespace Tessera.Web.Pages.Portal.Legal;

/// <summary>The statement that Directive (EU) 2016/2102 asks for, in the form of Implementing Decision (EU) 2018/1523.</summary>
public sealed class AccessibilityModel(PortalServices services) : PortalPageModel(services)
{
    /// <summary>When the portal was last assessed: by axe on every page in four languages, by keyboard, at 320 px and without scripts.</summary>
    public static readonly PartialDate PreparedOn = PartialDate.OfDay(new DateOnly(2026, 11, 21));

    /// <summary>Who sees to it that complaints are answered.</summary>
    public string Enforcement => Office.Country == "SE" ? Texts["accessibility.enforcement-se"] : Texts["accessibility.enforcement"];

    public void OnGet() => ShowAs(Texts["site.accessibility"], Texts["accessibility.status"], HomeCrumb);
}
