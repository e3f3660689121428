using Tessera.Features.Storage.Embedded;
using Xunit;

namespace Tessera.Features.Tests.Storage.Embedded;

public sealed class PostmasterFileTests
{
    [Fact]
    public void Parse_WholeFile_TellsProcessSocketAndState()
    {
        var file = PostmasterFile.Parse(["4711", "/d/postgres", "1700000000", "5432", "/tmp/tessera-1", "", "123 4", "ready   "]);

        Assert.Equal(new PostmasterFile(4711, "/tmp/tessera-1", IsReady: true), file);
    }

    [Theory]
    [InlineData("starting")]
    [InlineData("stopping")]
    [InlineData("standby ")]
    public void Parse_OtherStates_AreNotReady(string state) =>
        Assert.False(PostmasterFile.Parse(["1", "", "", "", "/s", "", "", state])!.IsReady);

    [Fact]
    public void Parse_FileBeingWritten_IsNotReady() => Assert.False(PostmasterFile.Parse(["4711", "/d"])!.IsReady);

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("nonsense")]
    public void Parse_NoProcess_IsNothing(string line) => Assert.Null(PostmasterFile.Parse([line]));
}
