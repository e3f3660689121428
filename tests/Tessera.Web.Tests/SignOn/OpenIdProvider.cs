using System.Diagnostics;
using Tessera.Testing;
using Xunit;

namespace Tessera.Web.Tests.SignOn;

/// <summary>A certified OpenID provider (npm oidc-provider) in a process of its own, for as long as a test class needs it.</summary>
public sealed class OpenIdProvider : IAsyncLifetime
{
    /// <summary>The address that the provider's clients are registered with. Nothing listens there.</summary>
    public const string Callback = "https://portal.example/account/sign-on/answer";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly Process _node = new();

    public string Issuer { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _node.StartInfo = new ProcessStartInfo("node", [Checkout.File("tests", "Tessera.Web.Tests", "SignOn", "provider.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // It warns of being a provider for tests.
        _node.ErrorDataReceived += (_, _) => { };
        _node.Start();
        _node.BeginErrorReadLine();
        try
        {
            Issuer = await ReadyAsync();
        }
        finally
        {
            if (Issuer.Length == 0 && !_node.HasExited) _node.Kill();
        }
    }

    /// <summary>Ends it. To be called also where it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Issuer.Length > 0 && !_node.HasExited) _node.Kill(entireProcessTree: true);
        using var late = new CancellationTokenSource(Patience);
        if (Issuer.Length > 0) await _node.WaitForExitAsync(late.Token);
        _node.Dispose();
        Issuer = "";
    }

    private async Task<string> ReadyAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        while (await _node.StandardOutput.ReadLineAsync(late.Token) is { } line)
            if (line.StartsWith("ready ", StringComparison.Ordinal)) return line["ready ".Length..];
        throw new InvalidOperationException("The provider ended before it was ready: is the package oidc-provider installed?");
    }
}
