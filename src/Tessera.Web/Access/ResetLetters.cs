using System.Threading.Channels;
using Microsoft.AspNetCore.Identity;
using Tessera.Features.Accounts;
using Tessera.Web.Parts;

namespace Tessera.Web.Access;

/// <summary>
/// Sends the links by which forgotten passwords are replaced, beside the requests that ask for them: a request only leaves its address here, so that neither its answer nor its time tells
/// whether the address is known. What waits when the program ends is lost, and is asked for again.
/// </summary>
public sealed class ResetLetters(IServiceScopeFactory scopes, Letters letters, ILogger<ResetLetters> log) : BackgroundService
{
    private const int MostWaiting = 1000;
    private readonly Channel<string> _asked = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Asks for a link to be sent to an address, if somebody has an account with it.</summary>
    public void Ask(string email) => _asked.Writer.TryWrite(email);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var email in _asked.Reader.ReadAllAsync(stoppingToken)) await TrySendAsync(email, stoppingToken);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task TrySendAsync(string email, CancellationToken cancellation)
    {
        try
        {
            await SendAsync(email, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            log.LogError(failure, "A link for a forgotten password could not be made");
        }
    }

    private async Task SendAsync(string email, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByEmailAsync(email) is not { } account) return;
        var token = await accounts.GeneratePasswordResetTokenAsync(account);
        await letters.ResetAsync(account, AccountLinks.Reset(account.Id, token), cancellation);
    }
}
