using Tessera.Web.SignOn;
using Xunit;

namespace Tessera.Web.Tests.SignOn;

/// <summary>Where somebody may be sent after signing on.</summary>
public sealed class SignOnLocalPathTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/hargita/hu/agreements?year=1994&x=//y#list")]
    [InlineData("/hargita/hu/%C3%A9")]
    public void Path_OfThisPortal_IsLocal(string path) => Assert.True(LocalPath.Is(path));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hargita")]
    [InlineData("~/hargita")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("/a\r\nSet-Cookie: a=b")]
    [InlineData("/é")]
    public void Path_ThatMayLeadElsewhere_IsNot(string? path) => Assert.False(LocalPath.Is(path));

    [Fact]
    public void Path_TooLongForACookie_IsNot() => Assert.False(LocalPath.Is("/" + new string('a', LocalPath.Longest)));
}
