using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Tessera.Features.Links;

/// <summary>A host has no address on the public internet, so nothing is asked of it.</summary>
public sealed class NotPublicException(string host) : Exception($"{host} has no public address");

/// <summary>
/// Tells addresses of the public internet from those of this machine, of the networks it stands in, and of special uses, by the registries of IANA (RFC 6890 and its
/// successors). A register's links are written by people; the program must not be led by them to its neighbours.
/// </summary>
public static class PublicInternet
{
    // Of IPv6 only what is given out as global unicast (2000::/3) is public at all; of it these are not, 6to4 and Teredo since they carry IPv4 addresses within.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Special =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        ]).Select(n => IPNetwork.Parse(n)),
    ];

    /// <summary>Is it an address of the public internet? One of IPv4 written as one of IPv6 is not.</summary>
    public static bool Has(IPAddress address) =>
        !address.IsIPv4MappedToIPv6 && (address.AddressFamily is AddressFamily.InterNetwork || GlobalUnicast.Contains(address)) && !Special.Any(n => n.Contains(address));

    /// <summary>
    /// A handler for requests to addresses that people wrote. Nothing but its own guarded connections is ever made: no proxy, which would go to whatever address it likes, and no certificates fetched from
    /// where a certificate says. It follows no redirects, since each has to be looked at, and keeps no cookies.
    /// </summary>
    /// <param name="mayAsk">Which addresses may be asked.</param>
    /// <param name="lookUp">The addresses of a host; null for the name servers'.</param>
    public static SocketsHttpHandler Handler(Func<IPAddress, bool> mayAsk, Func<string, CancellationToken, Task<IPAddress[]>>? lookUp = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, MaxResponseDrainSize = 0, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2) };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck };
        handler.ConnectCallback = (context, c) => ConnectAsync(context.DnsEndPoint, mayAsk, lookUp ?? Dns.GetHostAddressesAsync, c);
        return handler;
    }

    /// <summary>
    /// Connects to an address of the host that may be asked; to be called by the handler for each connection. The addresses are looked up here and the connection goes to one of those
    /// that were looked at, so that a name that is answered differently a moment later leads nowhere else.
    /// </summary>
    /// <exception cref="NotPublicException">It has none.</exception>
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint end, Func<IPAddress, bool> mayAsk, Func<string, CancellationToken, Task<IPAddress[]>> lookUp, CancellationToken cancellation)
    {
        IPAddress[] known = IPAddress.TryParse(end.Host, out var written) ? [written] : await lookUp(end.Host, cancellation);
        var addresses = known.Where(mayAsk).ToArray();
        if (addresses.Length == 0) throw new NotPublicException(end.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, end.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
