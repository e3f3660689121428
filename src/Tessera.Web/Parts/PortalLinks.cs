using System.Globalization;
using System.Text;
using Tessera.Features.Calendar;
using Tessera.Features.History;
using Tessera.Features.Library;
using Tessera.Features.News;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Parts;

/// <summary>The addresses of an office's portal in a language. No page writes an address of its own.</summary>
public sealed record PortalLinks(string Office, string Language)
{
    public string Home => $"/{Office}/{Language}";

    public string Agreements => $"{Home}/agreements";

    public string Memberships => $"{Home}/memberships";

    /// <summary>Delegations to representative bodies.</summary>
    public string Delegations => $"{Home}/delegations";

    /// <summary>This month.</summary>
    public string Calendar => $"{Home}/calendar";

    /// <summary>Visits in and out.</summary>
    public string Balance => $"{Calendar}/balance";

    public string About => $"{Home}/about";

    public string Data => $"{Home}/data";

    public string Changes => $"{Home}/changes";

    public string Feed => $"{Home}/changes.atom";

    public string Accessibility => $"{Home}/accessibility";

    public string Privacy => $"{Home}/privacy";

    /// <summary>The list, narrowed and sorted as asked.</summary>
    public string Partners(PartnerFilter? filter = null) => $"{Home}/partners{QueryOf(filter ?? new PartnerFilter())}";

    public string Partner(string slug) => $"{Home}/partners/{slug}";

    public string Agreement(string key) => $"{Home}/agreements/{key}";

    /// <summary>The month of a day.</summary>
    public string Month(DateOnly month) => $"{Calendar}/{month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";

    public string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"{Calendar}/year/{year}");

    /// <summary>The week of a day, by ISO 8601.</summary>
    public string Week(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{Calendar}/week/{ISOWeek.GetYear(time):0000}-W{ISOWeek.GetWeekOfYear(time):00}");
    }

    /// <summary>The week in which we are.</summary>
    public string ThisWeek => $"{Calendar}/week";

    /// <summary>Where a reader asks for the weekly mail of what is coming.</summary>
    public string Mail(ActivityFilter filter) => $"{Calendar}/mail{ActivityFilterBinding.QueryOf(filter with { Span = ActivitySpan.Coming, Page = 1 })}";

    /// <summary>The same after she has asked.</summary>
    public string MailAsked => $"{Calendar}/mail?asked=true";

    /// <summary>Where she confirms it.</summary>
    public string MailConfirm(string token) => $"{Calendar}/mail/confirm/{token}";

    /// <summary>Where she leaves it.</summary>
    public string MailOff(string token) => $"{Calendar}/mail/off/{token}";

    /// <summary>Where the activities of a month are.</summary>
    public string CalendarMap(DateOnly month) => $"{Calendar}/map/{month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";

    /// <summary>Where the activities of this month are.</summary>
    public string ThisMap => $"{Calendar}/map";

    public string Day(DateOnly day) => $"{Calendar}/day/{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>The activities as a list, narrowed as asked.</summary>
    public string Activities(ActivityFilter? filter = null) => $"{Home}/activities{ActivityFilterBinding.QueryOf(filter ?? new ActivityFilter())}";

    public string Activity(string key) => $"{Home}/activities/{key}";

    /// <summary>The news, narrowed as asked.</summary>
    public string News(NewsFilter? filter = null) => $"{Home}/news{NewsFilterBinding.QueryOf(filter ?? new NewsFilter())}";

    public string NewsItem(string key) => $"{Home}/news/{key}";

    /// <summary>Where a reader says whether a piece of news was useful.</summary>
    public string NewsUseful(string key) => $"{NewsItem(key)}/useful";

    /// <summary>The library, narrowed as asked.</summary>
    public string Library(PublicationFilter? filter = null) => $"{Home}/library{PublicationFilterBinding.QueryOf(filter ?? new PublicationFilter())}";

    public string Publication(string key) => $"{Home}/library/{key}";

    /// <summary>One of the office's fields of cooperation.</summary>
    public string Field(string key) => $"{Home}/fields/{key}";

    /// <summary>The booklet of a visit, for whom its secret was given.</summary>
    public string Booklet(string secret) => $"{Home}/booklet/{secret}";

    /// <summary>Where a guest says what she needs.</summary>
    public string Guest(string secret) => $"{Home}/guest/{secret}";

    /// <summary>Where one registers for an activity.</summary>
    public string Register(string key) => $"{Activity(key)}/register";

    /// <summary>Where an authority applies for the places of a study tour, and sees who has them.</summary>
    public string Apply(string key) => $"{Activity(key)}/apply";

    /// <summary>How an application stands, and where it is confirmed and withdrawn.</summary>
    public string Application(string secret) => $"{Home}/application/{secret}";

    /// <summary>How a registration stands, and where it is cancelled.</summary>
    public string Registration(string secret) => $"{Home}/registration/{secret}";

    /// <summary>An organiser's own page, for whom its secret was given.</summary>
    public string Programmes(string secret) => $"{Home}/programme/{secret}";

    /// <summary>A programme of hers; a new one without a key.</summary>
    public string OwnProgramme(string secret, string? key) => $"{Programmes(secret)}/entry{(key is null ? "" : "/" + key)}";

    /// <summary>Where she asks for the best dates.</summary>
    public string OwnDates(string secret) => $"{Programmes(secret)}/dates";

    /// <summary>The season as she may see it.</summary>
    public string OwnBoard(string secret) => $"{Programmes(secret)}/board";

    public string Delegation(string key) => $"{Delegations}/{key}";

    /// <summary>Its sessions as a file.</summary>
    public string DelegationSessions(string key, string ending) => $"{Delegation(key)}/sessions.{ending}";

    /// <summary>What its members did as a file.</summary>
    public string DelegationContributions(string key, string ending) => $"{Delegation(key)}/contributions.{ending}";

    /// <summary>An association's own page about a delegation, for whom its secret was given.</summary>
    public string Propose(string secret) => $"{Home}/propose/{secret}";

    /// <summary>Somebody whom it proposes; somebody new without a number.</summary>
    public string ProposePerson(string secret, Guid? person) => $"{Propose(secret)}/person{(person is { } id ? $"/{id}" : "")}";

    /// <summary>A public document of a delegation.</summary>
    public string DelegationDocument(Guid id) => $"{Delegations}/documents/{id}";

    /// <summary>A public document.</summary>
    public string Document(Guid id) => $"{Home}/documents/{id}";

    /// <summary>The form on which a reader says what is wrong on a page.</summary>
    public string Report(string page) => $"{Home}/report?page={Uri.EscapeDataString(page)}";

    /// <summary>The same after a report was sent.</summary>
    public string ReportSent(string page) => Report(page) + "&sent=true";

    /// <summary>The office's colours; the colour is in the address, so that a browser that keeps the old one asks for the new one.</summary>
    public string Theme(string colour) => $"/{Office}/theme.css?c={colour.TrimStart('#')}";

    /// <summary>The office's arms; the name changes with the picture.</summary>
    public string Arms(string name) => $"/{Office}/arms/{name}";

    public string Catalogue(string ending) => $"/{Office}/catalogue.{ending}";

    /// <summary>The same page in another language.</summary>
    public string As(string language, string pathAndQuery) =>
        pathAndQuery.StartsWith(Home, StringComparison.Ordinal) ? $"/{Office}/{language}{pathAndQuery[Home.Length..]}" : $"/{Office}/{language}";

    /// <summary>The page at the same address in another form: the ending stands before the query.</summary>
    public static string WithEnding(string page, string ending)
    {
        var query = page.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? $"{page}.{ending}" : $"{page[..query]}.{ending}{page[query..]}";
    }

    /// <summary>Where a changed record is to be seen; null when it is no more, or has no page.</summary>
    public string? OfChange(ChangeView change) => change switch
    {
        { Kind: Features.History.ChangeKind.Removed } => null,
        { Subject: "partner" or "base-fact" } => Partner(change.Slug),
        { Subject: "agreement" } => Agreement(change.Slug),
        { Subject: "membership" or "settlement-relation" } => $"{Memberships}#{change.Slug}",
        { Subject: "office" } => About,
        _ => null,
    };

    /// <summary>The query that asks for this of the list, with its question mark; empty for the whole list. Always in the same order.</summary>
    public static string QueryOf(PartnerFilter filter)
    {
        var query = new StringBuilder();
        Add(query, "q", filter.Search);
        Add(query, "country", filter.Country);
        Add(query, "kind", filter.Kind is { } kind ? Words<Domain.Partners.PartnerKind>.Write(kind) : null);
        Add(query, "status", filter.Standing is { } standing ? Words<Domain.Agreements.AgreementStanding>.Write(standing) : null);
        Add(query, "field", filter.Field);
        Add(query, "sort", filter.Order is PartnerOrder.Number ? null : Words<PartnerOrder>.Write(filter.Order));
        Add(query, "desc", filter.Descending ? "1" : null);
        Add(query, "page", filter.Page > 1 ? filter.Page.ToString(CultureInfo.InvariantCulture) : null);
        return query.ToString();
    }

    private static void Add(StringBuilder query, string name, string? value)
    {
        if (value is not null) query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }
}

/// <summary>Addresses that belong to no office.</summary>
public static class SiteLinks
{
    public const string Api = "/api";

    public const string Sitemap = "/sitemap.xml";

    /// <summary>The index of offices.</summary>
    public static string Index(string language) => $"/{language}";
}
