using System.Net;
using System.Net.Sockets;

namespace Tessera.Web.Hosting;

/// <summary>Whom a request comes from, as limits count it: an address, of IPv6 the network of 64 bits, in which one household has more addresses than can be counted.</summary>
public static class Senders
{
    private const int BytesOfNetwork = 8;

    /// <summary>The name under which a sender is counted; empty where there is no address.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true }) address = address.MapToIPv4();
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 }) return address?.ToString() ?? "";
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, BytesOfNetwork, bytes.Length - BytesOfNetwork);
        return new IPAddress(bytes) + "/64";
    }
}
