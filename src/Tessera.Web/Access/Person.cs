using System.Security.Claims;
using Tessera.Domain.Offices;

namespace Tessera.Web.Access;

/// <summary>Who is asking, in which office as what.</summary>
/// <param name="Role">Null outside an office.</param>
public sealed record Person(Guid Account, string Name, string Email, OfficeRole? Role)
{
    /// <summary>May she do what asks for this role?</summary>
    public bool Is(OfficeRole least) => Role >= least;

    /// <summary>How the history names her.</summary>
    public string Author => $"{Name} <{Email}>";

    /// <summary>The person behind a request; null for nobody.</summary>
    public static Person? Of(HttpContext http) => AccessHandler.IdOf(http.User) is { } account
        ? new Person(account, http.User.FindFirstValue(AccountPrincipals.Name) ?? "", http.User.FindFirstValue(ClaimTypes.Name) ?? "", http.Items[AccessHandler.RoleItem] as OfficeRole?)
        : null;
}
