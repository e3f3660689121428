using System.Reflection;

namespace Tessera.Features.Readings;

/// <summary>A page is not fetched, for a reason that the person can do something about.</summary>
/// <param name="code">One of <see cref="PageFetchCodes"/>.</param>
/// <param name="arguments">What the sentence names.</param>
public sealed class PageFetchException(string code, params (string Name, string Value)[] arguments)
    : Exception($"{code} {string.Join(", ", arguments.Select(a => $"{a.Name}={a.Value}"))}".TrimEnd())
{
    /// <summary>A stable name of what is wrong; its sentence stands under <c>refusal.</c> and it.</summary>
    public string Code { get; } = code;

    /// <summary>What the sentence names.</summary>
    public IReadOnlyList<(string Name, string Value)> Arguments { get; } = arguments;
}

/// <summary>Why a page is not fetched.</summary>
public static class PageFetchCodes
{
    /// <summary>It is not an address of the web: no http or https, no host.</summary>
    public const string NoWebAddress = "fetch.no-web-address";

    /// <summary>It is not https.</summary>
    public const string NotHttps = "fetch.not-https";

    /// <summary>The address holds a name and password.</summary>
    public const string Credentials = "fetch.credentials";

    /// <summary>The address names a port that websites do not use. {port}</summary>
    public const string Port = "fetch.port";

    /// <summary>The host has no address on the public internet. {host}</summary>
    public const string NotPublic = "fetch.not-public";

    /// <summary>There is no such host. {host}</summary>
    public const string NoHost = "fetch.no-host";

    /// <summary>The host does not answer, or breaks off. {host}</summary>
    public const string NoAnswer = "fetch.no-answer";

    /// <summary>The host's certificate is not trusted. {host}</summary>
    public const string Certificate = "fetch.certificate";

    /// <summary>The page did not come in time. {seconds}</summary>
    public const string TooSlow = "fetch.too-slow";

    /// <summary>The page is larger than any that can be read. {most}</summary>
    public const string TooLarge = "fetch.too-large";

    /// <summary>The address leads on and on. {most}</summary>
    public const string TooManyRedirects = "fetch.too-many-redirects";

    /// <summary>The host answers that it has no such page, or does not give it. {status}</summary>
    public const string Status = "fetch.status";

    /// <summary>Every code.</summary>
    public static IReadOnlyList<string> All { get; } = [.. typeof(PageFetchCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];
}
