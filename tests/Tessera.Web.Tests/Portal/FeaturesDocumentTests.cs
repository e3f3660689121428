using System.Text.RegularExpressions;
using Tessera.Testing;
using Xunit;

namespace Tessera.Web.Tests.Portal;

/// <summary>docs/features.md names every page, and every page's first line is its address.</summary>
public sealed class FeaturesDocumentTests
{
    [Fact]
    public void EveryPage_BeginsWithItsAddress_AndIsInTheListOfFeatures()
    {
        var features = File.ReadAllText(Checkout.File("docs", "features.md"));
        var pages = Directory.GetFiles(Checkout.File("src", "Tessera.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories).Where(p => !Path.GetFileName(p).StartsWith('_')).ToList();
        Assert.True(pages.Count >= 14);
        foreach (var page in pages)
        {
            var address = Regex.Match(File.ReadLines(page).First(), "^@page \"(.+)\"$").Groups[1].Value;
            Assert.True(address.Length > 0, page);
            var plain = Regex.Replace(address, @":(slug|lang\??|int|guid)", "");
            Assert.True(features.Contains($"`{plain}`", StringComparison.Ordinal) || features.Contains($" {plain}`", StringComparison.Ordinal), $"{plain} is not in docs/features.md");
        }
    }
}
