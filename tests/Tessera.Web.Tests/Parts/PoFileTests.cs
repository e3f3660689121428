using Tessera.Web.Parts;
using Xunit;

namespace Tessera.Web.Tests.Parts;

public sealed class PoFileTests
{
    [Fact]
    public void Read_OfEverythingTheFormHas_GivesKeysAndForms()
    {
        var entries = PoFile.Read(
            """
            # A comment
            msgid ""
            msgstr "Language: ro\n"

            #. another
            msgid "plain"
            msgstr "Say \"hello\"\\ and\n"
              "go on"
            msgid "many"
            msgid_plural "many"
            msgstr[1] "two"
            msgstr[0] "one"
            msgstr[2] "more"
            """, "file.po");
        Assert.Equal(["plain", "many"], entries.Select(e => e.Key));
        Assert.Equal(["Say \"hello\"\\ and\ngo on"], entries[0].Forms);
        Assert.Equal(["one", "two", "more"], entries[1].Forms);
    }

    [Theory]
    [InlineData("msgid \"a\"\nmsgstr \"b", 2)]
    [InlineData("msgid \"a\"\nmsgstr \"b\\\"", 2)]
    [InlineData("msgid \"a\"\nmsgstr \"b\\x\"", 2)]
    [InlineData("msgid \"a\"\nmsgstr b", 2)]
    [InlineData("msgid \"a\"\nmsgstr \"b\" c", 2)]
    [InlineData("msgid \"a\"\nmsgstr \"b\" \"c\"", 2)]
    [InlineData("\"b\"", 1)]
    [InlineData("msgstr \"b\"", 1)]
    [InlineData("msgid \"a\"\n\nmsgid \"c\"\nmsgstr \"d\"", 3)]
    [InlineData("msgid \"a\"", 1)]
    [InlineData("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"", 3)]
    [InlineData("msgid \"a\"\nmsgstr[ \"b\"", 2)]
    [InlineData("msgid \"a\"\nmsgstr[x] \"b\"", 2)]
    [InlineData("msgid \"a\"\nmsgid_plural \"a\"\nmsgstr[1] \"b\"", 3)]
    [InlineData("msgid \"a\"\nmsgctxt \"b\"", 2)]
    public void Read_OfAMalformedFile_NamesFileAndLine(string text, int line)
    {
        var failure = Assert.Throws<FormatException>(() => PoFile.Read(text, "hu/site.po"));
        Assert.StartsWith($"hu/site.po:{line}: ", failure.Message, StringComparison.Ordinal);
    }
}
