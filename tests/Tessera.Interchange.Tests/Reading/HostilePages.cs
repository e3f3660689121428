using System.Text;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>Pages that nobody publishes, made to cost a reader more than their letters.</summary>
internal static class HostilePages
{
    /// <summary>Each by its name, and how to make it at a size.</summary>
    public static IReadOnlyDictionary<string, Func<int, string>> All { get; } = new Dictionary<string, Func<int, string>>
    {
        ["nested boxes"] = size => Repeat("<div>", size),
        ["nested tables"] = size => Repeat("<table><tr><td>", size),
        ["nested lists"] = size => Repeat("<ul><li>x", size),
        ["headings without end"] = size => Repeat("<h1>x", size),
        ["end tags without beginning"] = size => "<html>" + Repeat("</div></table></ul>", size),
        ["attributes of one tag"] = size => "<html><div " + Repeat("class=x ", size) + ">x</div>",
        ["a tag without end"] = size => "<html><p>x</p><div " + Repeat("class=x ", size),
        ["attributes of many tags"] = size => Repeat("<div " + Repeat("xrole xid ", 3_900) + ">x</div>", size),
        ["quotes never closed"] = size => "<html>" + Repeat("<a href='x>y</a>", size),
        ["comments never closed"] = size => "<html>" + Repeat("<!--", size),
        ["scripts never closed"] = size => "<html>" + Repeat("<script>", size),
        ["ampersands"] = size => "<html><p>" + Repeat("&", size),
        ["entities without end"] = size => "<html><p>" + Repeat("&amp", size),
        ["cells"] = size => "<html><table>" + Repeat("<tr><td>Tartu<td>Eesti<td>1990<td>x", size),
        ["cells of one row"] = size => "<html><table><tr>" + Repeat("<td>Tartu", size),
        ["delimiters"] = size => "a;b\na;b\n" + Repeat(";", size),
        ["quotes of a table"] = size => "a;b;c\n1;2;3\n" + Repeat("\"", size),
        ["empty lines"] = size => Repeat("\n", size),
        ["short lines"] = size => Repeat("Tartu\n", size),
        ["bullets"] = size => Repeat("• Tartu, Eesti\n", size),
        ["a line of letters"] = size => Repeat("a", size),
        ["a line of capitals"] = size => Repeat("A", size),
        ["a line of marks"] = size => Repeat("e\u0301", size),
        ["a line of digits"] = size => Repeat("1", size),
        ["a line of years"] = size => Repeat("1990-", size),
        ["a line of slashes"] = size => Repeat("1/", size),
        ["a line of brackets"] = size => Repeat("(", size),
        ["a line of addresses"] = size => Repeat("www.", size),
        ["a line of telephones"] = size => Repeat("+36 1 ", size),
        ["a line of a tag that was not replaced"] = size => Repeat("$(text:", size),
    };

    private static string Repeat(string piece, int size)
    {
        var text = new StringBuilder(size + piece.Length);
        while (text.Length < size) text.Append(piece);
        return text.ToString();
    }
}
