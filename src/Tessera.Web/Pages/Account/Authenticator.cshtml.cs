using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using QRCoder;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Account;

/// <summary>Sets up the authenticator, and shows the recovery codes once.</summary>
[Authorize]
public sealed class AuthenticatorModel(DeskServices services, UserManager<Features.Accounts.Account> accounts, SignInManager<Features.Accounts.Account> entrance, Freshness freshness) : PersonalPageModel(services)
{
    private const int CodesMade = 10;
    private const int Module = 5;
    private Features.Accounts.Account _account = null!;

    /// <summary>The shared secret, to be typed where no camera is.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The same as a picture (SVG).</summary>
    public string Picture { get; private set; } = "";

    /// <summary>The recovery codes, just made.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>Is the second step asked for already?</summary>
    public bool IsOn => _account.TwoFactor;

    /// <summary>What is asked for before it is turned off.</summary>
    public Proof Proof => Freshness.For(_account);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await accounts.GetUserAsync(context.HttpContext.User) is not { } account)
        {
            context.Result = new ChallengeResult();
            return;
        }

        _account = account;
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync([FromForm] string? code)
    {
        var typed = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        if (await accounts.VerifyTwoFactorTokenAsync(_account, accounts.Options.Tokens.AuthenticatorTokenProvider, typed))
        {
            await accounts.SetTwoFactorEnabledAsync(_account, true);
            await entrance.RefreshSignInAsync(_account);
            Codes = [.. await accounts.GenerateNewTwoFactorRecoveryCodesAsync(_account, CodesMade) ?? []];
            ShowAs(Texts["account.second-step"]);
            return Page();
        }

        Errors.Add("code", Texts["account.code-wrong"]);
        await ShowAsync();
        return Refused();
    }

    public async Task<IActionResult> OnPostOffAsync([FromForm] string? proof)
    {
        if (await freshness.WhyNotAsync(_account, proof, HttpContext.Items[SessionTickets.KeyItem] as string, HttpContext.RequestAborted) is { } why)
        {
            Errors.Add("proof", Texts[why]);
            await ShowAsync();
            return Refused();
        }

        await accounts.SetTwoFactorEnabledAsync(_account, false);
        await accounts.ResetAuthenticatorKeyAsync(_account);
        await entrance.RefreshSignInAsync(_account);
        return Told(Texts["account.second-ended"], AccountLinks.Own);
    }

    /// <summary>The secret is shown until it is in use, and never after. A new one changes the account's stamp, so this session is told.</summary>
    private async Task ShowAsync()
    {
        ShowAs(Texts["account.second-step"]);
        if (IsOn) return;
        if (await accounts.GetAuthenticatorKeyAsync(_account) is null)
        {
            await accounts.ResetAuthenticatorKeyAsync(_account);
            await entrance.RefreshSignInAsync(_account);
        }

        Key = (await accounts.GetAuthenticatorKeyAsync(_account))!;
        var address = $"otpauth://totp/Tessera:{Uri.EscapeDataString(_account.Email)}?secret={Key}&issuer=Tessera&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(code);
        Picture = drawing.GetGraphic(Module);
    }
}
