using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Tessera.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(Tessera.Web.Tests.PortalFixture))]

namespace Tessera.Web.Tests;

/// <summary>One portal for the tests that only read.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    /// <summary>The languages of the interface.</summary>
    public static readonly string[] Languages = ["en", "hu", "sv", "ro"];

    /// <summary>The example offices.</summary>
    public static readonly string[] Offices = ["hargita", "svenljunga", "toosz"];

    public TestPortal Portal { get; private set; } = null!;

    public HttpClient Client => Portal.Client;

    public async ValueTask InitializeAsync()
    {
        Portal = await TestPortal.StartAsync();
        await Loading.DelegationsAsync(Portal.Database, TimeProvider.System);
    }

    public async ValueTask DisposeAsync() => await Portal.DisposeAsync();

    /// <summary>A page, parsed; it must be there.</summary>
    public async Task<IHtmlDocument> PageAsync(string address)
    {
        using var response = await Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {response.StatusCode}");
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The words of an element, white space folded.</summary>
    public static string Words(INode? node) => string.Join(' ', (node?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>More pages than an example office has.</summary>
    private const int MostPages = 1_000;

    /// <summary>Every page of an office in a language, found by following links from its first page.</summary>
    public async Task<IReadOnlyDictionary<string, IHtmlDocument>> CrawlAsync(string office, string language)
    {
        var pages = new Dictionary<string, IHtmlDocument>(StringComparer.Ordinal);
        var open = new Queue<string>([$"/{office}/{language}"]);
        while (open.TryDequeue(out var address))
        {
            if (pages.ContainsKey(address)) continue;
            Assert.True(pages.Count < MostPages, "The links of the portal never end: " + address);
            var page = pages[address] = await PageAsync(address);
            foreach (var link in Links(page, $"/{office}/{language}").Where(l => !pages.ContainsKey(l))) open.Enqueue(link);
        }

        return pages;
    }

    private static IEnumerable<string> Links(IHtmlDocument page, string home) => page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0])
        .Where(h => (h == home || h.StartsWith(home + "/", StringComparison.Ordinal)) && !h.Contains('?', StringComparison.Ordinal) && !Path.HasExtension(h)).Distinct();
}
