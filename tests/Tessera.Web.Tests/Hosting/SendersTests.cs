using System.Net;
using Tessera.Web.Hosting;
using Xunit;

namespace Tessera.Web.Tests.Hosting;

public sealed class SendersTests
{
    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::/64")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("192.0.2.8", "192.0.2.8")]
    [InlineData("fe80::1%3", "fe80::/64")]
    public void Sender_ByHerAddress_IsCountedByHerNetwork(string address, string counted) => Assert.Equal(counted, Senders.Of(IPAddress.Parse(address)));

    [Fact]
    public void Sender_WithoutAddress_IsCountedWithAllOthersWithout() => Assert.Equal("", Senders.Of(null));
}
