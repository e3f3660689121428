namespace Tessera.Features.Readings;

/// <summary>Fetches a public page from its address.</summary>
public interface IPageFetcher
{
    /// <summary>The page, or why it was not fetched.</summary>
    /// <param name="address">As it was typed.</param>
    Task<FetchedPage> FetchAsync(string address, CancellationToken cancellation);
}

/// <summary>A page that was fetched.</summary>
/// <param name="Content">Its bytes; null when it was not fetched.</param>
/// <param name="Address">Where it was found in the end, after redirects.</param>
/// <param name="Refusal">The code of the sentence that says why it was not fetched; null when it was.</param>
public sealed record FetchedPage(byte[]? Content, string Address, string? Refusal);
