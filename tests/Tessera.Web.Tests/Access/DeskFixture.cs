using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Library;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.Web.Tests.Access;

/// <summary>A portal with somebody of every role at Hargita's desk, somebody of another office, and nobody.</summary>
public sealed class DeskFixture : IAsyncLifetime
{
    private readonly Dictionary<OfficeRole, DeskClient> _people = [];

    public TestPortal Portal { get; private set; } = null!;

    public DeskClient Nobody { get; private set; } = null!;

    /// <summary>An administrator of Svenljunga.</summary>
    public DeskClient Stranger { get; private set; } = null!;

    public DeskClient As(OfficeRole role) => _people[role];

    public async ValueTask InitializeAsync()
    {
        Portal = await TestPortal.StartAsync();
        Nobody = DeskClient.Nobody(Portal);
        foreach (var role in Enum.GetValues<OfficeRole>()) _people[role] = await DeskClient.JoinAsync(Portal, "hargita", role, $"{role}@example.org".ToLowerInvariant());
        await AddPublicationAsync();
        Stranger = await DeskClient.JoinAsync(Portal, "svenljunga", OfficeRole.Administrator, "stranger@example.org");
    }

    /// <summary>Something in the library of the office, which has nothing of its own there.</summary>
    private async Task AddPublicationAsync()
    {
        var office = await Portal.Services.GetRequiredService<OfficeQueries>().FindAsync("hargita", CancellationToken.None);
        var item = new PublicationItem { Key = "", Kind = "handbook", Title = LocalText.Of("hu", "Útmutató"), Language = "hu", Source = "" };
        await Portal.Services.GetRequiredService<PublicationService>().AddAsync(office!, item, new Edit("a test"), CancellationToken.None);
    }

    /// <summary>An address of a route, with records that there are.</summary>
    public static string Filled(string route) => route.Replace("{office:slug}", "hargita", StringComparison.Ordinal).Replace("{id:guid}", Guid.Empty.ToString(), StringComparison.Ordinal)
        .Replace("{slug}", "bacs-kiskun", StringComparison.Ordinal)
        .Replace("{list}", "goals", StringComparison.Ordinal).Replace("memberships/{key}/basis", "memberships/aer/basis", StringComparison.Ordinal).Replace("memberships/{key}/documents", "memberships/aer/documents", StringComparison.Ordinal).Replace("library/{key}", "library/utmutato", StringComparison.Ordinal).Replace("memberships/{key}", "memberships/new", StringComparison.Ordinal).Replace("organisers/{key}", "organisers/new", StringComparison.Ordinal).Replace("days/{key}", "days/new", StringComparison.Ordinal).Replace("news/{key}", "news/egyuttmukodes-a-romak-segiteseert", StringComparison.Ordinal).Replace("activities/{key}", "activities/szekely-hetek-2010", StringComparison.Ordinal)
        .Replace("delegations/{key}", "delegations/" + DelegationAtDesk.KeyOf("RO"), StringComparison.Ordinal).Replace("associations/{proposer}", "associations/new", StringComparison.Ordinal).Replace("people/{id}", "people/new", StringComparison.Ordinal)
        .Replace("contacts/{id}", "contacts/new", StringComparison.Ordinal).Replace("facts/{key}", "facts/new", StringComparison.Ordinal).Replace("history/{subject}/{key}", "history/partner/bacs-kiskun", StringComparison.Ordinal)
        .Replace("{key}", "bacs-kiskun-19-1994", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people.Values) person.Dispose();
        Nobody.Dispose();
        Stranger.Dispose();
        await Portal.DisposeAsync();
    }
}
