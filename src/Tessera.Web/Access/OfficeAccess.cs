using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Tessera.Domain.Offices;
using Tessera.Features.Accounts;

namespace Tessera.Web.Access;

/// <summary>Declares who may use a page of an office: those who have at least this role in the office of the address.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OfficeAccessAttribute(OfficeRole least) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>The least of roles that may.</summary>
    public OfficeRole Least => least;

    /// <inheritdoc />
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Declares that a page is for the host of the installation.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class HostAccessAttribute : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <inheritdoc />
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Asks the database what the person may do, at every request: a role that was taken away is gone at once.</summary>
public sealed class AccessHandler(MemberService members, AccountStore accounts) : IAuthorizationHandler
{
    /// <summary>Where the role found for this request is kept.</summary>
    public const string RoleItem = "tessera.role";

    /// <inheritdoc />
    public async Task HandleAsync(AuthorizationHandlerContext context)
    {
        if (context.Resource is not HttpContext http || IdOf(context.User) is not { } account) return;
        foreach (var requirement in context.PendingRequirements.ToList())
        {
            if (requirement is OfficeAccessAttribute office && await RoleAsync(http, account) >= office.Least) context.Succeed(requirement);
            if (requirement is HostAccessAttribute && await accounts.FindByIdAsync(account.ToString(), http.RequestAborted) is { IsHost: true }) context.Succeed(requirement);
        }
    }

    /// <summary>The account of a signed-in person; null for nobody.</summary>
    public static Guid? IdOf(ClaimsPrincipal person) => Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    private async Task<OfficeRole?> RoleAsync(HttpContext http, Guid account)
    {
        if (http.GetRouteValue("office") is not string office) return null;
        var role = await members.RoleAsync(office, account, http.RequestAborted);
        http.Items[RoleItem] = role;
        return role;
    }
}
