using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Tessera.Features.Accounts;

namespace Tessera.Web.Access;

/// <summary>Keeps sign-in tickets in the database; the browser holds nothing but the key of its session.</summary>
public sealed class SessionTickets(SessionService sessions, IHttpContextAccessor accessor) : ITicketStore
{
    /// <summary>The name of the session's cookie; by its beginning the page cache knows a reader.</summary>
    public const string Cookie = Caching.PageCacheMiddleware.OwnCookies + "session";

    /// <summary>Where the key of this request's session is kept.</summary>
    public const string KeyItem = "tessera.session";

    /// <summary>How long a session lasts without a sign of life.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    /// <inheritdoc />
    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var browser = accessor.HttpContext?.Request.Headers.UserAgent.ToString() ?? "";
        return sessions.BeginAsync(AccessHandler.IdOf(ticket.Principal)!.Value, TicketSerializer.Default.Serialize(ticket), browser, Expires(ticket), CancellationToken.None);
    }

    /// <inheritdoc />
    public Task RenewAsync(string key, AuthenticationTicket ticket) => sessions.RenewAsync(key, AccessHandler.IdOf(ticket.Principal)!.Value, TicketSerializer.Default.Serialize(ticket), Expires(ticket), CancellationToken.None);

    /// <inheritdoc />
    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        accessor.HttpContext?.Items[KeyItem] = key;
        return await sessions.FindAsync(key, CancellationToken.None) is { } ticket ? TicketSerializer.Default.Deserialize(ticket) : null;
    }

    /// <inheritdoc />
    public Task RemoveAsync(string key) => sessions.EndAsync(key, CancellationToken.None);

    private static DateTimeOffset Expires(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc ?? throw new InvalidOperationException("A ticket has to end.");
}
