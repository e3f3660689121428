using Tessera.Features.Storage.Embedded;
using Xunit;

namespace Tessera.Features.Tests.Storage.Embedded;

public sealed class PackageLinksTests : IDisposable
{
    private readonly string _package = Directory.CreateTempSubdirectory("tessera-package-").FullName;

    public PackageLinksTests()
    {
        Directory.CreateDirectory(Path.Combine(_package, "native", "lib"));
        File.WriteAllText(Path.Combine(_package, "native", "lib", "libpq.so.5.18"), "the library");
        WriteList("native/lib/libpq.so.5");
    }

    private string Link => Path.Combine(_package, "native", "lib", "libpq.so.5");

    public void Dispose() => Directory.Delete(_package, recursive: true);

    [Fact]
    public void Complete_LinksMissing_MakesThemRelative()
    {
        PackageLinks.Complete(_package);

        Assert.Equal("the library", File.ReadAllText(Link));
        Assert.Equal("libpq.so.5.18", new FileInfo(Link).LinkTarget);
    }

    [Fact]
    public void Complete_BrokenLink_IsReplaced()
    {
        File.CreateSymbolicLink(Link, "libpq.so.4");

        PackageLinks.Complete(_package);

        Assert.Equal("the library", File.ReadAllText(Link));
    }

    [Fact]
    public void Complete_ManyAtOnce_AllSucceedAndLeaveNothingElse()
    {
        Parallel.For(0, 20, _ => PackageLinks.Complete(_package));

        Assert.Equal(2, Directory.GetFiles(Path.Combine(_package, "native", "lib")).Length);
    }

    [Fact]
    public void Complete_LinkThatLeadsOut_IsRefused()
    {
        WriteList("../outside");

        Assert.Throws<IOException>(() => PackageLinks.Complete(_package));
    }

    [Fact]
    public void Complete_FolderWithoutList_DoesNothing()
    {
        File.Delete(Path.Combine(_package, "native", "pg-symlinks.json"));

        PackageLinks.Complete(_package);

        Assert.False(File.Exists(Link));
    }

    private void WriteList(string target) => File.WriteAllText(
        Path.Combine(_package, "native", "pg-symlinks.json"),
        $$"""[{"source":"native/lib/libpq.so.5.18","target":"{{target}}"}]""");
}
