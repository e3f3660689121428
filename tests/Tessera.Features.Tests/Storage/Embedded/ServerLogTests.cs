using Tessera.Features.Storage.Embedded;
using Xunit;

namespace Tessera.Features.Tests.Storage.Embedded;

public sealed class ServerLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tessera-log-").FullName;

    private string LogFile => Path.Combine(_folder, "postgres.log");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Begin_LogTooLong_KeepsItAsideOnce()
    {
        File.WriteAllBytes(LogFile, new byte[(5 * 1024 * 1024) + 1]);

        new ServerLog(LogFile).Begin();

        Assert.False(File.Exists(LogFile));
        Assert.True(File.Exists(LogFile + ".1"));
    }

    [Fact]
    public void Story_LogOfEarlierStarts_IsLeftOut()
    {
        File.WriteAllText(LogFile, "old\n");
        var log = new ServerLog(LogFile);
        log.Begin();
        File.AppendAllText(LogFile, "new\n");

        Assert.Equal("new\n", log.Story());
    }

    [Theory]
    [InlineData("LOG:  one\nFATAL:  no luck\nLOG:  database system is shut down\n", "FATAL:  no luck.")]
    [InlineData("one\ntwo\n", "two.")]
    [InlineData("", "it said nothing.")]
    public void Reason_Story_IsTheLineThatSaysWhy(string story, string reason) => Assert.Equal(reason, ServerLog.Reason(story));
}
