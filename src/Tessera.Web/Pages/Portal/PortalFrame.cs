using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal;

/// <summary>A page that stands in the portal's frame.</summary>
public interface IPortalPage
{
    /// <summary>What the frame around the page shows.</summary>
    PortalFrame Frame { get; }
}

/// <summary>The same page in another language.</summary>
public sealed record LanguageLink(string Language, string Name, string Href, string Absolute);

/// <summary>An entry of the navigation.</summary>
public sealed record NavigationItem(string Label, string Href, bool IsCurrent);

/// <summary>A step of the way from the office's first page to here.</summary>
public sealed record Crumb(LocalText Label, string Href);

/// <summary>What stands around a page of the portal: whose it is, in which languages it is to be had, where it belongs.</summary>
/// <param name="Office">Null on the index of offices and on pages about no office.</param>
/// <param name="Path">The page's address without host.</param>
public sealed record PortalFrame(
    OfficeView? Office, PortalLinks? Links, IReadOnlyList<LanguageLink> Languages, IReadOnlyList<Crumb> Crumbs, string Path, string Canonical, DateTimeOffset UpdatedAt)
{
    /// <summary>Is the address itself the key to the page? Then it is named nowhere but in the switch of languages.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The frame of a page that is about nothing, such as an error.</summary>
    public static readonly PortalFrame Empty = new(null, null, [], [], "/", "/", DateTimeOffset.UnixEpoch);

    private static readonly Dictionary<string, string> OwnNames = new() { ["en"] = "English", ["hu"] = "Magyar", ["sv"] = "Svenska", ["ro"] = "Română" };

    /// <summary>The frame of the index of offices.</summary>
    public static PortalFrame OfIndex(HttpRequest request, string language, IReadOnlyList<OfficeCard> offices)
    {
        var origin = Origin(request);
        var languages = Domain.Vocabulary.Languages.Interface.Select(l => Link(l, SiteLinks.Index(l), origin)).ToList();
        return new PortalFrame(null, null, languages, [], request.Path, origin + SiteLinks.Index(language), offices.Select(o => o.UpdatedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max());
    }

    /// <summary>The frame of an office's page.</summary>
    public static PortalFrame Of(HttpRequest request, OfficeView office, string language, IReadOnlyList<Crumb> crumbs, DateTimeOffset? updatedAt)
    {
        var origin = Origin(request);
        var links = new PortalLinks(office.Slug, language);
        var languages = Domain.Vocabulary.Languages.Interface.Select(l => Link(l, links.As(l, request.Path + request.QueryString), origin)).ToList();
        return new PortalFrame(office, links, languages, crumbs, request.Path + request.QueryString, origin + request.Path, updatedAt ?? office.UpdatedAt);
    }

    /// <summary>The entries of the office's navigation.</summary>
    public IReadOnlyList<NavigationItem> Navigation(Texts texts)
    {
        if (Links is null) return [];
        var items = new List<NavigationItem> { Item(texts["nav.home"], Links.Home, exact: true), Item(texts["nav.partners"], Links.Partners()) };
        items.Add(Item(texts["nav.agreements"], Links.Agreements));
        items.Add(Item(texts["nav.memberships"], Links.Memberships));
        if (Office?.HasDelegations == true) items.Add(Item(texts["delegations.heading"], Links.Delegations));
        var calendar = Item(texts["nav.calendar"], Links.Calendar);
        items.Add(calendar with { IsCurrent = calendar.IsCurrent || Item("", Links.Activities()).IsCurrent });
        items.Add(Item(texts["news.heading"], Links.News()));
        if (Office?.HasLibrary == true) items.Add(Item(texts["library.heading"], Links.Library()));
        items.Add(Item(texts["nav.about"], Links.About));
        items.Add(Item(texts["nav.changes"], Links.Changes));
        items.Add(Item(texts["nav.data"], Links.Data));
        return items;
    }

    /// <summary>A language of the interface by its own name.</summary>
    public static string OwnName(string language) => OwnNames[language];

    private static string Origin(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    private static LanguageLink Link(string language, string href, string origin) => new(language, OwnNames[language], href, origin + href);

    private NavigationItem Item(string label, string href, bool exact = false)
    {
        var path = Path.Split('?')[0];
        return new NavigationItem(label, href, path == href || (!exact && path.StartsWith(href + "/", StringComparison.Ordinal)));
    }
}
