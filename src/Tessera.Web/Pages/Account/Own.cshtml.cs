using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Accounts;
using Tessera.Features.Calendar.Others;
using Tessera.Web.Access;
using Tessera.Web.Hosting;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Account;

/// <summary>A person's own page: her offices, her keys, her sessions.</summary>
[Authorize]
public sealed class OwnModel(DeskServices services, UserManager<Features.Accounts.Account> accounts, SignInManager<Features.Accounts.Account> entrance, MemberService members, SessionService sessions, Freshness freshness, CalendarKeyService calendarKeys, PublicAddress address) : PersonalPageModel(services)
{
    /// <summary>Her account.</summary>
    public Features.Accounts.Account Account { get; private set; } = null!;

    public string Name { get; private set; } = "";

    /// <summary>What was typed as a passkey's name.</summary>
    public string PasskeyName { get; private set; } = "";

    public IReadOnlyList<OwnOffice> Offices { get; private set; } = [];

    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public IReadOnlyList<SessionView> Sessions { get; private set; } = [];

    /// <summary>The secret address of her own calendar; null when she has none.</summary>
    public CalendarKeyView? CalendarKey { get; private set; }

    /// <summary>The secret that was just made; it is shown this once.</summary>
    public string? CalendarSecret { get; private set; }

    /// <summary>What she copies into her calendar program.</summary>
    public string CalendarAddress(string secret) => $"{address.Of(AccountLinks.Calendar(secret))}?lang={Account.Language}";

    private string? SessionKey => HttpContext.Items[SessionTickets.KeyItem] as string;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await accounts.GetUserAsync(context.HttpContext.User) is not { } account)
        {
            context.Result = new ChallengeResult();
            return;
        }

        (Account, Name) = (account, account.Name);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostProfileAsync([FromForm] string? name, [FromForm] string? language, [FromForm] bool digest)
    {
        Name = name?.Trim() ?? "";
        if (Name.Length is 0 or > Features.Accounts.Account.LongestName) Errors.Add("name", Texts["account.name-missing"]);
        if (Errors.Any) return await AgainAsync();
        (Account.Name, Account.WantsDigest) = (Name, digest);
        if (Languages.IsInterface(language)) Account.Language = language!;
        await accounts.UpdateAsync(Account);
        await entrance.RefreshSignInAsync(Account);
        RequestLanguage.Remember(HttpContext, Account.Language);
        return Saved("form.saved");
    }

    public async Task<IActionResult> OnPostPasswordAsync([FromForm] string? old, [FromForm] string? password)
    {
        if (!await IsSheAsync("old", old)) return await AgainAsync();
        var result = Account.PasswordHash is null ? await accounts.AddPasswordAsync(Account, password ?? "") : await accounts.ChangePasswordAsync(Account, old ?? "", password ?? "");
        foreach (var error in result.Errors) Errors.Add("password", Texts["refusal." + error.Code]);
        if (Errors.Any) return await AgainAsync();
        await sessions.EndAllAsync(Account.Id, SessionKey, HttpContext.RequestAborted);
        await entrance.RefreshSignInAsync(Account);
        return Saved("account.password-changed");
    }

    public async Task<IActionResult> OnPostAddPasskeyAsync([FromForm] string? credential, [FromForm(Name = "passkey-name")] string? name, [FromForm(Name = "proof-add")] string? proof)
    {
        PasskeyName = name?.Trim() ?? "";
        if (!await IsSheAsync("proof-add", proof)) return await AgainAsync();
        var attestation = await AttestAsync(credential ?? "");
        if (attestation is not { Succeeded: true })
        {
            Errors.Add("passkey-name", Texts["account.passkey-failed"]);
            return await AgainAsync();
        }

        attestation.Passkey.Name = PasskeyName.Length == 0 ? Browsers.Name(Request.Headers.UserAgent.ToString()) : PasskeyName;
        await accounts.AddOrUpdatePasskeyAsync(Account, attestation.Passkey);
        return Saved("account.passkey-added");
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync([FromForm] string? id, [FromForm(Name = "proof-remove")] string? proof)
    {
        if (!await IsSheAsync("proof-remove", proof)) return await AgainAsync();
        if (id is { Length: > 0 and <= 2048 } && id.Length % 2 == 0 && id.All(char.IsAsciiHexDigit)) await accounts.RemovePasskeyAsync(Account, Convert.FromHexString(id));
        return Saved("account.passkey-removed");
    }

    public async Task<IActionResult> OnPostMakeCalendarAsync()
    {
        CalendarSecret = await calendarKeys.MakeAsync(Account.Id, HttpContext.RequestAborted);
        await ReadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostEndCalendarAsync()
    {
        await calendarKeys.EndAsync(Account.Id, HttpContext.RequestAborted);
        return Saved("own-calendar.ended");
    }

    public async Task<IActionResult> OnPostEndSessionAsync([FromForm] string? id)
    {
        await sessions.EndOneAsync(Account.Id, id ?? "", HttpContext.RequestAborted);
        return Saved("account.session-ended");
    }

    public async Task<IActionResult> OnPostEndAllAsync()
    {
        await sessions.EndAllAsync(Account.Id, null, HttpContext.RequestAborted);
        await entrance.SignOutAsync();
        return Redirect(AccountLinks.SignOut);
    }

    /// <summary>Is it still she? Otherwise the field says why not.</summary>
    private async Task<bool> IsSheAsync(string field, string? typed)
    {
        if (await freshness.WhyNotAsync(Account, typed, SessionKey, HttpContext.RequestAborted) is { } why) Errors.Add(field, Texts[why]);
        return !Errors.Any;
    }

    private async Task<PasskeyAttestationResult?> AttestAsync(string credential)
    {
        if (credential.Length == 0) return null;
        try
        {
            return await entrance.PerformPasskeyAttestationAsync(credential);
        }
        catch (Exception wrong) when (wrong is PasskeyException or InvalidOperationException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private RedirectResult Saved(string key)
    {
        return Told(Texts[key], AccountLinks.Own);
    }

    private async Task<IActionResult> AgainAsync()
    {
        await ReadAsync();
        return Refused();
    }

    private async Task ReadAsync()
    {
        Offices = await members.OfficesOfAsync(Account.Id, HttpContext.RequestAborted);
        Passkeys = await accounts.GetPasskeysAsync(Account);
        Sessions = await sessions.OfAsync(Account.Id, SessionKey, HttpContext.RequestAborted);
        CalendarKey = await calendarKeys.FindAsync(Account.Id, HttpContext.RequestAborted);
        ShowAs(Texts["account.own"]);
    }
}
