using System.Globalization;
using Tessera.Features.Calendar;
using Tessera.Features.Library;
using Tessera.Features.News;
using Tessera.Features.Readings;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Parts;

/// <summary>The addresses of an office's desk. No page writes an address of its own.</summary>
public sealed record DeskLinks(string Office)
{
    public string Home => $"/{Office}/office";

    public string People => $"{Home}/people";

    public string Units => $"{Home}/units";

    public string Partners => $"{Home}/partners";

    public string NewPartner => $"{Home}/partners/new";

    public string Agreements => $"{Home}/agreements";

    public string Activities => $"{Home}/activities";

    public string NewActivity => $"{Activities}/new";

    /// <summary>Calendar files that are taken over.</summary>
    public string CalendarImports => $"{Activities}/import";

    /// <summary>Calendars elsewhere that are followed.</summary>
    public string CalendarFeeds => $"{Activities}/feeds";

    public string News => $"{Home}/news";

    public string NewNews => $"{News}/new";

    public string Library => $"{Home}/library";

    public string NewPublication => $"{Library}/new";

    public string LibraryOf(PublicationFilter filter) => Library + PublicationFilterBinding.QueryOf(filter);

    public string Publication(string key) => $"{Library}/{key}";

    public string EditPublication(string key) => $"{Publication(key)}/edit";

    public string PublicationFiles(string key) => $"{Publication(key)}/files";

    public string Readings => $"{Home}/read";

    public string History => $"{Home}/history";

    public string Journal => $"{Home}/journal";

    public string Documents => $"{Home}/documents";

    public string Search => $"{Home}/search";

    public string Reports => $"{Home}/reports";

    public string PersonalData => $"{Home}/personal-data";

    public string Settings => $"{Home}/settings";

    public string Memberships => $"{Home}/memberships";

    public string Membership(string? key = null) => $"{Memberships}/{key ?? "new"}";

    /// <summary>The memberships with their fees as a file.</summary>
    public string MembershipsFile(string ending) => $"{Memberships}?handler=File&ending={ending}";

    public string MembershipDocuments(string key) => $"{Membership(key)}/documents";

    public string MembershipBasis(string key) => $"{Membership(key)}/basis";

    public string Delegations => $"{Home}/delegations";

    public string NewDelegation => $"{Delegations}/new";

    /// <summary>Where delegations are taken over from a file.</summary>
    public string ImportDelegations => $"{Delegations}/import";

    /// <summary>The pages of a delegation.</summary>
    public DelegationLinks Delegation(string key) => new($"{Delegations}/{key}");

    /// <summary>A file of a delegation.</summary>
    public string DelegationDocument(Guid id) => $"{Delegations}/documents/{id}";

    public string Texts(string list) => $"{Settings}/{list}";

    public string Authority(string partner) => $"{Partner(partner)}/authority";

    public string Partner(string slug) => $"{Partners}/{slug}";

    public string EditPartner(string slug) => $"{Partner(slug)}/edit";

    public string EditFact(string slug, string? key = null) => $"{Partner(slug)}/facts/{key ?? "new"}";

    public string DocumentsOf(string slug) => $"{Partner(slug)}/documents";

    public string TheirData(string slug) => $"{Partner(slug)}/their-data";

    public string MergePartner(string slug) => $"{Partner(slug)}/merge";

    public string EditContact(string slug, Guid? id = null) => $"{Partner(slug)}/contacts/{id?.ToString() ?? "new"}";

    public string NewAgreement(string partner) => $"{Partner(partner)}/agreements/new";

    public string Agreement(string key) => $"{Agreements}/{key}";

    public string EditAgreement(string key) => $"{Agreement(key)}/edit";

    public string CalendarImport(Guid id) => $"{CalendarImports}/{id}";

    public string CalendarFeed(Guid id) => $"{CalendarFeeds}/{id}";

    /// <summary>What activities were expected to bring, and what came of them.</summary>
    public string Figures => $"{Activities}/figures";

    /// <summary>The same as a file.</summary>
    public string FiguresFile(string ending) => $"{Figures}?handler=File&ending={ending}";

    public string ActivitiesOf(ActivityFilter filter) => Activities + ActivityFilterBinding.QueryOf(filter);

    public string Activity(string key) => $"{Activities}/{key}";

    public string EditActivity(string key) => $"{Activity(key)}/edit";

    /// <summary>The programme by the hour.</summary>
    public string Programme(string key) => $"{Activity(key)}/programme";

    /// <summary>Participants, costs, gifts and promises.</summary>
    public string Arrangements(string key) => $"{Activity(key)}/arrangements";

    /// <summary>Who is invited, was told, and has answered.</summary>
    public string Guests(string key) => $"{Activity(key)}/guests";

    /// <summary>What the guests need, for the officer who receives them.</summary>
    public string Needs(string key) => $"{Guests(key)}/needs";

    /// <summary>The letter with which a guest asks for a visa.</summary>
    public string VisaLetter(string key, Guid guest) => $"{Guests(key)}/{guest}/visa";

    /// <summary>Places, and who has registered.</summary>
    public string Registrations(string key) => $"{Activity(key)}/registration";

    /// <summary>The places of a study tour.</summary>
    public string Tour(string key) => $"{Activity(key)}/tour";

    /// <summary>Who is let in.</summary>
    public string DoorList(string key) => $"{Registrations(key)}/door";

    public string ActivityStep(string key, string step) => $"{Activity(key)}/step?step={step}";

    /// <summary>How it stands to the other programmes of the region.</summary>
    public string Coordination(string key) => $"{Activity(key)}/coordination";

    public string Board => $"{Home}/board";

    public string Organisers => $"{Board}/organisers";

    public string Organiser(string? key) => $"{Organisers}/{key ?? "new"}";

    public string RegionDays => $"{Board}/days";

    public string RegionDay(string? key) => $"{RegionDays}/{key ?? "new"}";

    public string BestDates => $"{Board}/dates";

    public string Bookings => $"{Board}/bookings";

    public string Plans => $"{Board}/plans";

    public string Plan(Guid id) => $"{Plans}/{id}";

    public string NewsOf(NewsFilter filter) => News + NewsFilterBinding.QueryOf(filter);

    /// <summary>A piece of news as it will be seen.</summary>
    public string NewsItem(string key) => $"{News}/{key}";

    public string EditNews(string key) => $"{NewsItem(key)}/edit";

    public string Reading(Guid id) => $"{Readings}/{id}";

    /// <summary>What the columns of a reading's tables were taken for.</summary>
    public string ReadingColumns(Guid id) => $"{Reading(id)}/columns";

    /// <summary>A page of a reading's proposals, or the one on which a proposal stands or would stand.</summary>
    /// <param name="isStill">Shall it not renew itself while a run is under way?</param>
    public string Reading(Guid id, ReadingFilter filter, int page = 1, int? item = null, bool isStill = false)
    {
        var parts = new[] { filter == ReadingFilter.All ? null : "show=" + Words<ReadingFilter>.Write(filter), page > 1 ? string.Create(CultureInfo.InvariantCulture, $"page={page}") : null, isStill ? "renew=off" : null, item is null ? null : string.Create(CultureInfo.InvariantCulture, $"at={item}") }.OfType<string>().ToList();
        return Reading(id) + (parts.Count > 0 ? "?" + string.Join('&', parts) : "") + (item is null ? "" : string.Create(CultureInfo.InvariantCulture, $"#i{item}"));
    }

    /// <summary>Where a form of a reading's proposal is sent.</summary>
    public string DecideOn(Guid id, ReadingFilter filter, string handler, int item, bool isStill) =>
        string.Create(CultureInfo.InvariantCulture, $"{Reading(id)}?handler={handler}&item={item}{(filter == ReadingFilter.All ? "" : "&show=" + Words<ReadingFilter>.Write(filter))}{(isStill ? "&renew=off" : "")}");

    public string Step(string key, string? kind = null) => $"{Agreement(key)}/step{(kind is null ? "" : "?kind=" + kind)}";

    public string HistoryOf(string subject, string key) => $"{History}/{subject}/{key}";

    public string Document(Guid id) => $"{Documents}/{id}";

    public string Join(string token) => $"{Home}/join/{token}";

    /// <summary>The history page that begins before this entry.</summary>
    public string HistoryBefore(Guid id) => string.Create(CultureInfo.InvariantCulture, $"{History}?before={id}");
}

/// <summary>The addresses of accounts and of the host.</summary>
public static class AccountLinks
{
    public const string SignIn = "/account/sign-in";

    public const string SecondStep = "/account/second-step";

    public const string SignOut = "/account/sign-out";

    public const string Own = "/account";

    public const string Authenticator = "/account/authenticator";

    public const string Forgotten = "/account/forgotten";

    public const string Host = "/host";

    public const string PasskeySignIn = "/account/passkey/request";

    public const string PasskeyNew = "/account/passkey/new";

    /// <summary>Where the host gives an office its arms.</summary>
    public static string ArmsOf(string office) => $"{Host}/{office}/arms";

    /// <summary>A person's own calendar, for whom she gave the secret.</summary>
    public static string Calendar(string secret) => $"/account/calendar/{secret}.ics";

    public static string DigestOff(string token) => $"/account/digest/off/{token}";

    public static string SignOn(string back) => $"/account/sign-on?back={Uri.EscapeDataString(back)}";

    public static string First(string token) => $"/account/first/{token}";

    public static string Reset(Guid account, string token) => $"/account/reset/{account}?token={Uri.EscapeDataString(token)}";
}
