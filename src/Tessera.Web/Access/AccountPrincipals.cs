using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Tessera.Features.Accounts;

namespace Tessera.Web.Access;

/// <summary>What a session says of its owner: who she is. What she may do is asked anew at each request.</summary>
public sealed class AccountPrincipals(UserManager<Account> accounts, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    /// <summary>The claim that holds the person's name.</summary>
    public const string Name = "tessera:name";

    /// <inheritdoc />
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Name, user.Name));
        return identity;
    }
}
