using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Tessera.Web.SignOn;
using Xunit;

namespace Tessera.Web.Tests.SignOn;

/// <summary>What is read from the address that the provider sends the browser back to.</summary>
public sealed class SignOnAnswerTests
{
    [Fact]
    public void Answer_OfAQuery_HasItsParts() =>
        Assert.Equal(new SignOnAnswer("c", "s", "access_denied", "https://login.hargita.example"), Of("?code=c&state=s&error=access_denied&iss=https%3A%2F%2Flogin.hargita.example"));

    [Fact]
    public void Parameter_ThatComesTwiceOrEmpty_CountsAsMissing() => Assert.Equal(new SignOnAnswer(null, null), Of("?code=c&code=d&state="));

    [Theory]
    [InlineData("access_denied", SignOnRefusals.Denied)]
    [InlineData("temporarily_unavailable", SignOnRefusals.Unreachable)]
    [InlineData("unauthorized_client", SignOnRefusals.Misconfigured)]
    public void Error_OfTheProvider_IsUnderstood(string error, string refusal) => Assert.Equal(refusal, SignOnAnswer.RefusalOf(error));

    [Theory]
    [InlineData("access_denied", "access_denied")]
    [InlineData("a line\nof a log", "unknown")]
    [InlineData(null, "unknown")]
    public void Error_ThatIsNoWord_IsNotLogged(string? error, string logged) => Assert.Equal(logged, SignOnAnswer.Word(error));

    private static SignOnAnswer Of(string query) => SignOnAnswer.From(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
