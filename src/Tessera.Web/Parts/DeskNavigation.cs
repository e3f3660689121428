using Microsoft.AspNetCore.WebUtilities;
using Tessera.Domain.Offices;
using Tessera.Web.Pages;

namespace Tessera.Web.Parts;

/// <summary>The entries of a desk's navigation: those that the person may use.</summary>
public static class DeskNavigation
{
    /// <summary>Label and address, in order.</summary>
    public static IEnumerable<(string Label, string Href)> Of(DeskPageModel desk, Texts texts)
    {
        var links = desk.Links;
        yield return (texts["desk.home"], links.Home);
        yield return (texts["nav.partners"], links.Partners);
        yield return (texts["nav.agreements"], links.Agreements);
        yield return (texts["calendar.list"], links.Activities);
        yield return (texts["board.name"], links.Board);
        yield return (texts["news.heading"], links.News);
        yield return (texts["library.heading"], links.Library);
        yield return (texts["nav.memberships"], links.Memberships);
        yield return (texts["delegation-desk.heading"], links.Delegations);
        yield return (texts["desk.history"], links.History);
        if (desk.Person.Is(OfficeRole.Editor)) yield return (texts["reports.heading"], links.Reports);
        if (desk.Person.Is(OfficeRole.Administrator))
        {
            yield return (texts["settings.heading"], links.Settings);
            yield return (texts["desk.people"], links.People);
            yield return (texts["personal.heading"], links.PersonalData);
        }
    }

    /// <summary>Is this entry the page, or above it?</summary>
    public static bool IsAt(string path, string href, string home) => path == href || (href != home && path.StartsWith(href + "/", StringComparison.Ordinal));
}

/// <summary>Addresses of pages behind the sign-in in another language.</summary>
public static class DeskAddress
{
    /// <summary>The same page in another language.</summary>
    public static string In(HttpRequest request, string language)
    {
        var query = request.Query.Where(q => q.Key != "lang").Select(q => KeyValuePair.Create<string, string?>(q.Key, q.Value));
        return QueryHelpers.AddQueryString(QueryHelpers.AddQueryString(request.Path, query), "lang", language);
    }
}
