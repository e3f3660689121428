using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Features.Accounts;
using Tessera.Features.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.EndToEnd.Tests;

/// <summary>A portal that a class of tests may change: its own offices, and somebody who is host and administrator of all of them.</summary>
public sealed class DeskPortal : IAsyncLifetime
{
    public TestPortal Portal { get; private set; } = null!;

    /// <summary>The host, signed in; she administers every office.</summary>
    public DeskClient Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Portal = await TestPortal.StartAsync();
        Host = DeskClient.Nobody(Portal);
        var token = await Portal.Services.GetRequiredService<InvitationService>().FirstAsync(CancellationToken.None);
        using var joined = await Host.SendAsync($"/account/first/{token}", null, ("name", "Kovács Ágnes"), ("email", "agnes@example.org"), ("password", DeskClient.Password));
    }

    /// <summary>The link of an invitation to Hargita's desk.</summary>
    public async Task<string> InviteAsync(OfficeRole role, string email)
    {
        var office = await Portal.Services.GetRequiredService<OfficeQueries>().FindAsync("hargita", CancellationToken.None);
        return $"/hargita/office/join/{await Portal.Services.GetRequiredService<InvitationService>().InviteAsync(office!, email, role, "Kovács Ágnes", CancellationToken.None)}";
    }

    public async ValueTask DisposeAsync()
    {
        Host.Dispose();
        await Portal.DisposeAsync();
    }
}
