using System.Net;
using Tessera.Features.Links;

namespace Tessera.Features.Readings;

/// <summary>A page as it came.</summary>
/// <param name="Address">Where it came from in the end, after redirects.</param>
/// <param name="Content">Its bytes, unpacked.</param>
/// <param name="ContentType">What the host says it is; null when it says nothing.</param>
public sealed record FetchedPage(Uri Address, byte[] Content, string? ContentType)
{
    /// <summary>By what the host will know it again.</summary>
    public FetchedState State { get; init; } = FetchedState.None;
}

/// <summary>By what a host knows a page that it sent before.</summary>
/// <param name="Tag">Its ETag.</param>
/// <param name="Modified">Its Last-Modified, as the host wrote it.</param>
public sealed record FetchedState(string? Tag, string? Modified)
{
    /// <summary>The host said nothing, or was never asked.</summary>
    public static readonly FetchedState None = new(null, null);
}

/// <summary>Fetches pages that are to be read.</summary>
public interface IPageFetcher
{
    /// <summary>Fetches one page.</summary>
    /// <exception cref="PageFetchException">It may not be fetched, or does not come.</exception>
    Task<FetchedPage> FetchAsync(Uri address, CancellationToken cancellation);
}

/// <summary>How pages are fetched.</summary>
/// <param name="Origin">The address of this installation, by which it names itself.</param>
public sealed record PageFetchSettings(Func<string> Origin)
{
    /// <summary>Which addresses may be asked: those of the public internet. Only tests say something else.</summary>
    public Func<IPAddress, bool> MayAsk { get; init; } = PublicInternet.Has;

    /// <summary>May only hosts be asked that show a certificate?</summary>
    public bool HttpsOnly { get; init; }

    /// <summary>What for, as hosts are told.</summary>
    public string Purpose { get; init; } = "reads a page for its office";

    /// <summary>What is wanted.</summary>
    public string Accept { get; init; } = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.8";

    /// <summary>Which ports may be asked: those of websites. Only tests say something else.</summary>
    public Func<int, bool> MayUsePort { get; init; } = port => port is 80 or 443;

    /// <summary>The addresses of a host; null for the name servers'. Only tests say something else.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>>? LookUp { get; init; }

    /// <summary>How long the page may take, redirects and all.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);
}
