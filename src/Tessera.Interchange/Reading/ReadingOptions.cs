namespace Tessera.Interchange.Reading;

/// <summary>What is known about a page before it is read.</summary>
/// <param name="Language">Its language as a two-letter code; null to tell by its words.</param>
/// <param name="HomeName">The name of the authority whose page it is; it is never its own partner.</param>
/// <param name="HomeCountry">Its country, ISO 3166-1; null to tell by the language.</param>
public sealed record ReadingOptions(string? Language = null, string? HomeName = null, string? HomeCountry = null)
{
    /// <summary>All names of that authority, in whatever language the page may call it; that of <see cref="HomeName"/> counts with them.</summary>
    public IReadOnlyList<string> HomeNames { get; init; } = [];

    /// <summary>What somebody said of the columns of such tables; of two for the same headings the first counts.</summary>
    public IReadOnlyList<ToldColumns> Columns { get; init; } = [];
}
