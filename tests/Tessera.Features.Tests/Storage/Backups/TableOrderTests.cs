using Tessera.Features.Storage.Backups;
using Xunit;

namespace Tessera.Features.Tests.Storage.Backups;

public sealed class TableOrderTests
{
    [Theory]
    [InlineData("a b c", "", "a b c", "")]
    [InlineData("a b c", "a>b b>c", "c b a", "")]
    [InlineData("a b c", "a>a b>a", "a b c", "")]
    [InlineData("a b c", "a>b b>a c>a", "a b c", "a>b")]
    [InlineData("a b c d", "a>b b>c c>a d>d b>d", "d a c b", "a>b")]
    [InlineData("a", "a>elsewhere", "a", "")]
    public void Order_OfTables_PutsWhatIsReferredToFirst(string tables, string references, string order, string later)
    {
        var found = TableOrder.Of(tables.Split(' '), [.. references.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Reference)]);
        Assert.Equal(order, string.Join(' ', found.Order));
        Assert.Equal(later, string.Join(' ', found.Later.Select(r => $"{r.From}>{r.To}")));
    }

    private static CatalogueReference Reference(string text) => new(text.Split('>')[0], text.Split('>')[1], "", "", "");
}
