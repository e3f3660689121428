using System.Text;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Tests.Places;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>Small pages of a test, read with the directory as it is shipped.</summary>
internal static class SmallPages
{
    /// <summary>What is proposed of a page of an office.</summary>
    public static IReadOnlyList<Proposal> Read(this BuiltPlaces places, string page, string home = "Springfield", string country = "US", string language = "en") =>
        new PageReader(places.Index).Read(PageSource.Read(Encoding.UTF8.GetBytes(page))!, new ReadingOptions(language, home, country)).Proposals;
}
