using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tessera.Web.Hosting;
using Xunit;

namespace Tessera.Web.Tests.Hosting;

public sealed class BrokenOffTests
{
    [Theory]
    [InlineData("40P01", true)]
    [InlineData("40001", true)]
    [InlineData("23505", false)]
    public async Task Change_ThatTheDatabaseBreaksOffForAnothersSake_IsToBeSentAgain(string state, bool isAgain)
    {
        var context = new DefaultHttpContext();
        var broken = new ErrorAnswers.LostDatabase(_ => throw new InvalidOperationException("saving", new PostgresException("deadlock detected", "ERROR", "ERROR", state)), NullLogger<ErrorAnswers.LostDatabase>.Instance, TimeProvider.System);
        if (isAgain) await broken.InvokeAsync(context);
        else await Assert.ThrowsAsync<InvalidOperationException>(() => broken.InvokeAsync(context));
        Assert.Equal(isAgain ? (503, "1") : (200, ""), (context.Response.StatusCode, context.Response.Headers.RetryAfter.ToString()));
    }
}
