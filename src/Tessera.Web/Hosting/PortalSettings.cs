using Tessera.Features.Storage;
using Tessera.Web.Commands;

namespace Tessera.Web.Hosting;

/// <summary>What a portal is built from.</summary>
/// <param name="Addresses">Where it listens; port 0 takes a free one.</param>
/// <param name="ReportTo">How readers' reports are mailed to offices that have an address; null keeps them in the register only.</param>
/// <param name="CachePages">False makes every page anew: for measuring.</param>
public sealed record PortalSettings(Database Database, IReadOnlyList<string> Addresses, SmtpSettings? ReportTo = null, TimeProvider? Time = null, bool CachePages = true)
{
    /// <summary>Set to "off" it makes every page anew.</summary>
    public const string PageCacheVariable = "TESSERA_PAGE_CACHE";

    /// <summary>The same, as the environment says.</summary>
    public PortalSettings WithEnvironment() => this with { CachePages = Environment.GetEnvironmentVariable(PageCacheVariable) != "off" };
}
