namespace Tessera.Interchange.Reading.Pages;

/// <summary>Makes a page's text of what was uploaded or pasted.</summary>
public static class PageSource
{
    private const int Looked = 2_000;
    private static readonly string[] Tags = ["<html", "<!doctype", "<body", "<div", "<table", "<p>", "<ul", "<h1", "<h2", "<span", "<br"];

    /// <summary>Reads a text that may be HTML.</summary>
    public static PageText Read(string text) => IsHtml(text) ? HtmlPage.Read(text) : PlainPage.Read(text);

    private static bool IsHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, Looked));
        foreach (var tag in Tags)
        {
            if (head.Contains(tag, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
