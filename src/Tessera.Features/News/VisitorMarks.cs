using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Tessera.Features.News;

/// <summary>
/// Knows again who did something on this day already, without knowing who it was: a mark is a keyed hash (HMAC-SHA256, cut to 16 bytes) of the thing, the
/// visitor's network address and the name of the browser. The key is random, is in memory only, and is thrown away with all marks when the day (UTC) ends or the program does, so that marks
/// mean nothing to anybody later. Constant time; 32 bytes a mark.
/// </summary>
/// <param name="most">Marks at the most; what comes when they are used up is taken as done already.</param>
public sealed class VisitorMarks(int most = 500_000)
{
    private const int Bytes = 16;

    /// <summary>An IPv6 subscriber has a whole network of this size and may take any address in it.</summary>
    private const int NetworkBytes = 8;

    private readonly HashSet<UInt128> _marks = [];
    private readonly Lock _lock = new();
    private byte[] _key = RandomNumberGenerator.GetBytes(32);
    private DateOnly _day;

    /// <summary>Is it the first time on this day that this visitor does this? From then on it is not.</summary>
    public bool IsFirst(DateOnly day, string thing, IPAddress? address, string agent)
    {
        lock (_lock)
        {
            if (day > _day) Forget(day);
            return day == _day && _marks.Count < most && _marks.Add(Mark(thing, address, agent));
        }
    }

    private void Forget(DateOnly day)
    {
        CryptographicOperations.ZeroMemory(_key);
        (_key, _day) = (RandomNumberGenerator.GetBytes(32), day);
        _marks.Clear();
    }

    private UInt128 Mark(string thing, IPAddress? address, string agent)
    {
        var hash = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{thing}\n{Network(address)}\n{agent}"));
        return BinaryPrimitives.ReadUInt128BigEndian(hash.AsSpan(0, Bytes));
    }

    private static string Network(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)) : address.ToString();
    }
}
