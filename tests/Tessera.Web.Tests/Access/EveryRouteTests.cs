using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Access;
using Xunit;

namespace Tessera.Web.Tests.Access;

/// <summary>Walks every route of the program as nobody, as each role, and as an administrator of another office.</summary>
public sealed class EveryRouteTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    /// <summary>Who may use what: the one list, beside the pages' own declarations.</summary>
    private static readonly Dictionary<string, OfficeRole> Rules = new()
    {
        ["{office:slug}/office"] = OfficeRole.Reader,
        ["{office:slug}/office/people"] = OfficeRole.Administrator,
        ["{office:slug}/office/partners"] = OfficeRole.Reader,
        ["{office:slug}/office/partners/new"] = OfficeRole.Editor,
        ["{office:slug}/office/partners/{slug}"] = OfficeRole.Reader,
        ["{office:slug}/office/partners/{slug}/edit"] = OfficeRole.Editor,
        ["{office:slug}/office/partners/{slug}/their-data"] = OfficeRole.Editor,
        ["{office:slug}/office/partners/{slug}/merge"] = OfficeRole.Approver,
        ["{office:slug}/office/partners/{slug}/facts/{key}"] = OfficeRole.Editor,
        ["{office:slug}/office/partners/{slug}/agreements/new"] = OfficeRole.Editor,
        ["{office:slug}/office/partners/{slug}/documents"] = OfficeRole.Reader,
        ["{office:slug}/office/partners/{slug}/contacts/{id}"] = OfficeRole.Editor,
        ["{office:slug}/office/documents/{id:guid}"] = OfficeRole.Reader,
        ["{office:slug}/office/search"] = OfficeRole.Reader,
        ["{office:slug}/office/personal-data"] = OfficeRole.Administrator,
        ["{office:slug}/office/partners/{slug}/authority"] = OfficeRole.Approver,
        ["{office:slug}/office/memberships"] = OfficeRole.Reader,
        ["{office:slug}/office/memberships/{key}"] = OfficeRole.Editor,
        ["{office:slug}/office/memberships/{key}/basis"] = OfficeRole.Reader,
        ["{office:slug}/office/delegations"] = OfficeRole.Reader,
        ["{office:slug}/office/delegations/new"] = OfficeRole.Editor,
        ["{office:slug}/office/delegations/import"] = OfficeRole.Editor,
        ["{office:slug}/office/delegations/{key}/letters"] = OfficeRole.Editor,
        ["{office:slug}/office/delegations/{key}"] = OfficeRole.Reader,
        ["{office:slug}/office/delegations/{key}/terms"] = OfficeRole.Editor,
        ["{office:slug}/office/delegations/{key}/associations"] = OfficeRole.Reader,
        ["{office:slug}/office/delegations/{key}/associations/{proposer}"] = OfficeRole.Editor,
        ["{office:slug}/office/delegations/{key}/people"] = OfficeRole.Reader,
        ["{office:slug}/office/delegations/{key}/people/{id}"] = OfficeRole.Editor,
        ["{office:slug}/office/delegations/{key}/compose"] = OfficeRole.Editor,
        ["{office:slug}/office/delegations/{key}/stages"] = OfficeRole.Editor,
        ["{office:slug}/office/delegations/{key}/members"] = OfficeRole.Reader,
        ["{office:slug}/office/delegations/{key}/sessions"] = OfficeRole.Reader,
        ["{office:slug}/office/delegations/{key}/sessions/{id:guid}"] = OfficeRole.Editor,
        ["{office:slug}/office/delegations/{key}/documents"] = OfficeRole.Reader,
        ["{office:slug}/office/delegations/documents/{id:guid}"] = OfficeRole.Reader,
        ["{office:slug}/office/memberships/{key}/documents"] = OfficeRole.Reader,
        ["{office:slug}/office/library"] = OfficeRole.Reader,
        ["{office:slug}/office/library/new"] = OfficeRole.Editor,
        ["{office:slug}/office/library/{key}"] = OfficeRole.Reader,
        ["{office:slug}/office/library/{key}/edit"] = OfficeRole.Editor,
        ["{office:slug}/office/library/{key}/files"] = OfficeRole.Reader,
        ["{office:slug}/office/settings"] = OfficeRole.Administrator,
        ["{office:slug}/office/settings/{list}"] = OfficeRole.Administrator,
        ["{office:slug}/office/agreements"] = OfficeRole.Reader,
        ["{office:slug}/office/agreements/{key}"] = OfficeRole.Reader,
        ["{office:slug}/office/agreements/{key}/edit"] = OfficeRole.Editor,
        ["{office:slug}/office/agreements/{key}/step"] = OfficeRole.Editor,
        ["{office:slug}/office/activities"] = OfficeRole.Reader,
        ["{office:slug}/office/activities/new"] = OfficeRole.Editor,
        ["{office:slug}/office/activities/figures"] = OfficeRole.Reader,
        ["{office:slug}/office/activities/import"] = OfficeRole.Editor,
        ["{office:slug}/office/activities/import/{id:guid}"] = OfficeRole.Editor,
        ["{office:slug}/office/activities/feeds"] = OfficeRole.Editor,
        ["{office:slug}/office/activities/feeds/{id:guid}"] = OfficeRole.Editor,
        ["{office:slug}/office/activities/{key}"] = OfficeRole.Reader,
        ["{office:slug}/office/activities/{key}/edit"] = OfficeRole.Editor,
        ["{office:slug}/office/activities/{key}/programme"] = OfficeRole.Editor,
        ["{office:slug}/office/activities/{key}/arrangements"] = OfficeRole.Editor,
        ["{office:slug}/office/activities/{key}/step"] = OfficeRole.Editor,
        ["{office:slug}/office/activities/{key}/guests"] = OfficeRole.Editor,
        ["{office:slug}/office/activities/{key}/guests/needs"] = OfficeRole.Editor,
        ["{office:slug}/office/activities/{key}/guests/{id:guid}/visa"] = OfficeRole.Editor,
        ["{office:slug}/office/activities/{key}/registration"] = OfficeRole.Editor,
        ["{office:slug}/office/activities/{key}/registration/door"] = OfficeRole.Editor,
        ["{office:slug}/office/activities/{key}/tour"] = OfficeRole.Editor,
        ["{office:slug}/office/activities/{key}/coordination"] = OfficeRole.Editor,
        ["{office:slug}/office/board"] = OfficeRole.Reader,
        ["{office:slug}/office/board/organisers"] = OfficeRole.Reader,
        ["{office:slug}/office/board/organisers/{key}"] = OfficeRole.Editor,
        ["{office:slug}/office/board/days"] = OfficeRole.Reader,
        ["{office:slug}/office/board/days/{key}"] = OfficeRole.Editor,
        ["{office:slug}/office/board/bookings"] = OfficeRole.Reader,
        ["{office:slug}/office/board/dates"] = OfficeRole.Editor,
        ["{office:slug}/office/board/plans"] = OfficeRole.Editor,
        ["{office:slug}/office/board/plans/{id:guid}"] = OfficeRole.Editor,
        ["{office:slug}/office/news"] = OfficeRole.Reader,
        ["{office:slug}/office/news/new"] = OfficeRole.Editor,
        ["{office:slug}/office/news/{key}"] = OfficeRole.Reader,
        ["{office:slug}/office/news/{key}/edit"] = OfficeRole.Editor,
        ["{office:slug}/office/history"] = OfficeRole.Reader,
        ["{office:slug}/office/history/{subject}/{key}"] = OfficeRole.Reader,
        ["{office:slug}/office/journal"] = OfficeRole.Reader,
        ["{office:slug}/office/reports"] = OfficeRole.Editor,
        ["{office:slug}/office/read"] = OfficeRole.Reader,
        ["{office:slug}/office/read/{id:guid}"] = OfficeRole.Reader,
        ["{office:slug}/office/read/{id:guid}/columns"] = OfficeRole.Editor,
    };

    private static readonly string[] Open =
    [
        "account/sign-in", "account/second-step", "account/sign-out", "account/forgotten", "account/reset/{account:guid}", "account/first/{token}", "{office:slug}/office/join/{token}",
        "account/passkey/request", "account/digest/off/{token}", "account/calendar/{secret}.ics", "account/sign-on", "account/sign-on/answer",
    ];

    private static readonly string[] ForAnyPerson = ["account", "account/authenticator", "account/kept/{id:guid}", "account/passkey/new"];

    [Fact]
    public void EveryEndpoint_OfTheProgram_DeclaresWhoMayUseIt()
    {
        foreach (var endpoint in Endpoints())
        {
            var route = endpoint.RoutePattern.RawText!.TrimStart('/');
            var isOpen = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            var rule = endpoint.Metadata.GetMetadata<OfficeAccessAttribute>();
            if (Rules.TryGetValue(route, out var least)) Assert.True(!isOpen && rule?.Least == least, route);
            else if (Open.Contains(route)) Assert.True(isOpen, route);
            else if (ForAnyPerson.Contains(route)) Assert.True(!isOpen && endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null, route);
            else if (route == "host" || route.StartsWith("host/", StringComparison.Ordinal)) Assert.True(!isOpen && endpoint.Metadata.GetMetadata<HostAccessAttribute>() is not null, route);
            else Assert.True(isOpen && !IsBehindSignIn(route), $"{route} is in no list of this test.");
        }
    }

    [Fact]
    public async Task EveryPageOfADesk_AskedForByEachRole_AnswersThoseWhoMay()
    {
        await DelegationAtDesk.MadeAsync(desk.Portal, "hargita", "RO");
        foreach (var (route, least) in Rules)
        {
            var address = "/" + DeskFixture.Filled(route);
            Assert.Equal((address, HttpStatusCode.Redirect), (address, await StatusAsync(desk.Nobody, address)));
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, await StatusAsync(desk.Stranger, address)));
            foreach (var role in Enum.GetValues<OfficeRole>())
            {
                // A document or a reading that is not there is said to be missing to those who may see them.
                var allowed = route.EndsWith("{id:guid}", StringComparison.Ordinal) || route.EndsWith("{id:guid}/columns", StringComparison.Ordinal) || route.EndsWith("{id:guid}/visa", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK;
                Assert.Equal((address, role, role >= least ? allowed : HttpStatusCode.Forbidden), (address, role, await StatusAsync(desk.As(role), address)));
            }
        }
    }

    [Fact]
    public async Task EveryPageForAPerson_AskedForByNobody_LeadsToTheSignIn()
    {
        foreach (var route in ForAnyPerson.Where(r => !r.Contains("passkey", StringComparison.Ordinal)))
        {
            using var answer = await desk.Nobody.GetAsync("/" + DeskFixture.Filled(route));
            Assert.StartsWith("/account/sign-in?back=", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task HostsPages_AskedForByAnAdministrator_AreForbidden()
    {
        foreach (var route in Endpoints().Select(e => e.RoutePattern.RawText!.TrimStart('/')).Where(r => r.StartsWith("host", StringComparison.Ordinal)).Distinct())
        {
            Assert.Equal((route, HttpStatusCode.Forbidden), (route, await StatusAsync(desk.As(OfficeRole.Administrator), "/" + DeskFixture.Filled(route))));
        }
    }

    private static bool IsBehindSignIn(string route) => route.Contains("/office", StringComparison.Ordinal) || route.StartsWith("account", StringComparison.Ordinal);

    private IEnumerable<RouteEndpoint> Endpoints() => desk.Portal.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Select(Opened);

    /// <summary>What a page says of who may see it is known when it is opened.</summary>
    private RouteEndpoint Opened(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page) return endpoint;
        var opened = desk.Portal.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata).GetAwaiter().GetResult();
        return new RouteEndpoint(opened.Endpoint!.RequestDelegate!, endpoint.RoutePattern, endpoint.Order, opened.Endpoint.Metadata, endpoint.DisplayName);
    }

    private static async Task<HttpStatusCode> StatusAsync(DeskClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        return answer.StatusCode;
    }
}
