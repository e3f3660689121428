using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;

namespace Tessera.EndToEnd.Tests.Journeys;

/// <summary>A journalist downloads the list and holds it against the page.</summary>
public sealed class AJournalistDownloadsTheList(BrowserFixture browser)
{
    [Fact]
    public async Task EveryDownload_OfTheFilteredList_EqualsThePage()
    {
        await using var reader = await browser.ReaderAsync();
        await reader.Page.GotoAsync("/hargita/en/partners?country=HU&sort=name");
        var shown = await reader.Page.Locator("table.register .register__name > a").AllInnerTextsAsync();
        Assert.Equal(13, shown.Count);
        Assert.Equal(shown, FromCsv(await DownloadAsync(reader, "CSV")));
        Assert.Equal(shown, FromXlsx(await DownloadAsync(reader, "XLSX")));
        Assert.Equal(shown, FromJson(await DownloadAsync(reader, "JSON"), "partners", p => p.GetProperty("names")));
        Assert.Equal(shown, FromJson(await DownloadAsync(reader, "GEOJSON"), "features", f => f.GetProperty("properties").GetProperty("names")));
    }

    private static async Task<byte[]> DownloadAsync(Reader reader, string form)
    {
        var link = reader.Page.Locator(".downloads a").Filter(new() { HasTextRegex = new System.Text.RegularExpressions.Regex("^\\s*" + form + "\\b") });
        var download = await reader.Page.RunAndWaitForDownloadAsync(() => link.First.ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }

    private static List<string> FromCsv(byte[] bytes)
    {
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var column = Array.IndexOf(lines[0].Split(','), "name");
        return [.. lines.Skip(1).Select(l => l.Split(',')[column])];
    }

    private static List<string> FromXlsx(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var workbook = document.WorkbookPart!;
        var sheet = (WorksheetPart)workbook.GetPartById(workbook.Workbook.Descendants<Sheet>().First().Id!);
        return [.. sheet.Worksheet.Descendants<Cell>().Where(c => c.CellReference!.Value!.StartsWith('B') && c.CellReference.Value != "B1").Select(c => c.InnerText)];
    }

    private static List<string> FromJson(byte[] bytes, string list, Func<JsonElement, JsonElement> names)
    {
        using var document = JsonDocument.Parse(bytes);
        return [.. document.RootElement.GetProperty(list).EnumerateArray().Select(p => names(p).GetProperty("en").GetString()!)];
    }
}
