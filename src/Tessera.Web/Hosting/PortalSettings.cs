using Tessera.Features.Mail;
using Tessera.Features.Storage;
using Tessera.Web.SignOn;

namespace Tessera.Web.Hosting;

/// <summary>What a portal is built from.</summary>
/// <param name="Addresses">Where it listens; port 0 takes a free one.</param>
/// <param name="Smtp">How readers' reports are mailed to offices that have an address; null keeps them in the register only.</param>
/// <param name="PublicAddress">Where people reach it, for links in mail; null for the first address it listens on.</param>
/// <param name="SignInsAtOnce">How many forms of the sign-in one address may send in ten minutes.</param>
/// <param name="SignOn">The municipality's OpenID provider; null for none.</param>
/// <param name="Jobs">Which jobs this node takes part in; null for all.</param>
/// <param name="Services">Puts others in the place of the program's services: for tests.</param>
/// <param name="CachePages">False makes every page anew: for measuring.</param>
public sealed record PortalSettings(Database Database, IReadOnlyList<string> Addresses, SmtpSettings? Smtp = null, TimeProvider? Time = null, bool CachePages = true,
    string? PublicAddress = null, int SignInsAtOnce = PortalSettings.UsualSignIns, SignOnSettings? SignOn = null, JobSettings? Jobs = null, Action<IServiceCollection>? Services = null)
{
    /// <summary>Forms of the sign-in from one address in ten minutes.</summary>
    public const int UsualSignIns = 30;

    /// <summary>Set to "off" it makes every page anew.</summary>
    public const string PageCacheVariable = "TESSERA_PAGE_CACHE";

    /// <summary>The settings that the environment says.</summary>
    public static PortalSettings FromEnvironment(Database database, IReadOnlyList<string> addresses) =>
        new(database, addresses, SmtpSettings.FromEnvironment(), CachePages: Environment.GetEnvironmentVariable(PageCacheVariable) != "off",
            PublicAddress: Environment.GetEnvironmentVariable("TESSERA_URL") is { Length: > 0 } said ? said : null, SignOn: SignOnSettings.FromEnvironment(),
            Jobs: JobSettings.FromEnvironment());
}
