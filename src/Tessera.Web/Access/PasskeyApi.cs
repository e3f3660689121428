using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Tessera.Features.Accounts;
using Tessera.Web.Parts;

namespace Tessera.Web.Access;

/// <summary>What a browser asks before it makes or uses a passkey. Both are posts with the form's token, so that no other site can ask.</summary>
internal static class PasskeyApi
{
    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPost(AccountLinks.PasskeySignIn, RequestAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost(AccountLinks.PasskeyNew, CreationAsync).RequireAuthorization().ExcludeFromDescription();
    }

    private static async Task<IResult> RequestAsync(HttpContext http, IAntiforgery antiforgery, SignInManager<Account> entrance)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        return Results.Content(await entrance.MakePasskeyRequestOptionsAsync(null), "application/json");
    }

    private static async Task<IResult> CreationAsync(HttpContext http, IAntiforgery antiforgery, SignInManager<Account> entrance, UserManager<Account> accounts)
    {
        if (!await antiforgery.IsRequestValidAsync(http) || await accounts.GetUserAsync(http.User) is not { } account) return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        var entity = new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email, DisplayName = account.Name };
        return Results.Content(await entrance.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }
}
