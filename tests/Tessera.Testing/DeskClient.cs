using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Features.Accounts;
using Tessera.Features.Offices;

namespace Tessera.Testing;

/// <summary>Somebody at a desk, over HTTP with cookies: opens pages, fills their forms as they are, sends them.</summary>
public sealed class DeskClient : IDisposable
{
    /// <summary>Good enough for everybody in tests.</summary>
    public const string Password = "hosszú kavicsos ösvény";

    private readonly HttpClient _client;

    private DeskClient(TestPortal portal) => _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = Cookies }) { BaseAddress = portal.Address, DefaultRequestHeaders = { { "Origin", portal.Address.GetLeftPart(UriPartial.Authority) } } };

    /// <summary>What the browser would hold.</summary>
    public CookieContainer Cookies { get; } = new();

    /// <summary>What she sends with every request.</summary>
    public System.Net.Http.Headers.HttpRequestHeaders Headers => _client.DefaultRequestHeaders;

    /// <summary>Somebody who has not signed in.</summary>
    public static DeskClient Nobody(TestPortal portal) => new(portal);

    /// <summary>The installation's first administrator, signed in.</summary>
    public static async Task<DeskClient> FirstAsync(TestPortal portal)
    {
        var token = await portal.Services.GetRequiredService<InvitationService>().FirstAsync(CancellationToken.None);
        var client = new DeskClient(portal);
        (await client.SendAsync($"/account/first/{token}", null, ("name", "Anna"), ("email", "anna@example.org"), ("password", Password))).Dispose();
        return client;
    }

    /// <summary>Somebody new who has accepted an invitation to the office and is signed in.</summary>
    public static async Task<DeskClient> JoinAsync(TestPortal portal, string office, OfficeRole role, string email)
    {
        var found = await portal.Services.GetRequiredService<OfficeQueries>().FindAsync(office, CancellationToken.None);
        var token = await portal.Services.GetRequiredService<InvitationService>().InviteAsync(found!, email, role, "test", CancellationToken.None);
        var client = new DeskClient(portal);
        using var joined = await client.SendAsync($"/{office}/office/join/{token}", null, ("name", email.Split('@')[0]), ("password", Password));
        if (joined.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException(await joined.Content.ReadAsStringAsync());
        return client;
    }

    /// <summary>Signs in by password.</summary>
    public Task<HttpResponseMessage> SignInAsync(string email, string password = Password, string back = "") =>
        SendAsync("/account/sign-in" + (back.Length > 0 ? "?back=" + Uri.EscapeDataString(back) : ""), null, ("email", email), ("password", password));

    /// <summary>The plain answer to a request.</summary>
    public Task<HttpResponseMessage> GetAsync(string address) => _client.GetAsync(address);

    /// <summary>The plain answer to what is sent past every form.</summary>
    public Task<HttpResponseMessage> PostAsync(string address, HttpContent content) => _client.PostAsync(address, content);

    /// <summary>A page, parsed; it must be there.</summary>
    public async Task<IHtmlDocument> PageAsync(string address)
    {
        using var response = await _client.GetAsync(address);
        if (response.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{address}: {response.StatusCode} {response.Headers.Location}");
        return await ParseAsync(response);
    }

    /// <summary>The page once it says, or no longer says, a text: a portal page that was kept hears of a change a moment later. After five seconds as it is.</summary>
    public async Task<IHtmlDocument> PageAsync(string address, string text, bool says = true)
    {
        var page = await PageAsync(address);
        for (var attempt = 0; attempt < 100 && page.Body!.TextContent.Contains(text, StringComparison.Ordinal) != says; attempt++)
        {
            await Task.Delay(50);
            page = await PageAsync(address);
        }

        return page;
    }

    /// <summary>Opens the page, fills the form with this handler (or its first post form) with the given values, and sends it.</summary>
    /// <param name="handler">The page handler in the form's address; null for the form without one.</param>
    public async Task<HttpResponseMessage> SendAsync(string address, string? handler, params (string Name, string Value)[] values) => await SendAsync(await PageAsync(address), address, handler, values);

    /// <summary>The same from a page that was opened before.</summary>
    public async Task<HttpResponseMessage> SendAsync(IHtmlDocument page, string address, string? handler, params (string Name, string Value)[] values)
    {
        var form = page.Forms.First(f => f.Method == "post" && !f.Action.Contains("sign-out", StringComparison.Ordinal) && (handler is null || f.Action.Contains("handler=" + handler, StringComparison.Ordinal)));
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is not null && (i.Type is not ("checkbox" or "radio") || i.IsChecked) && i.Type != "file").Select(i => (i.Name!, i.Value))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Where(t => t.Name is not null).Select(t => (t.Name!, t.Value)))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Where(s => s.Name is not null).Select(s => (s.Name!, s.Value ?? "")))
            .Where(f => values.All(v => v.Name != f.Item1)).Concat(values);
        var target = form.GetAttribute("action") is { Length: > 0 } action ? action : address;
        return await _client.PostAsync(target, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
    }

    /// <summary>Sends a form with a file.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string address, string? handler, string field, string fileName, byte[] content, params (string Name, string Value)[] values)
    {
        var page = await PageAsync(address);
        var form = page.Forms.First(f => f.Method == "post" && !f.Action.Contains("sign-out", StringComparison.Ordinal) && (handler is null || f.Action.Contains("handler=" + handler, StringComparison.Ordinal)));
        using var body = new MultipartFormDataContent();
        foreach (var hidden in form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "hidden")) body.Add(new StringContent(hidden.Value), hidden.Name!);
        foreach (var (name, value) in values) body.Add(new StringContent(value), name);
        body.Add(new ByteArrayContent(content), field, fileName);
        return await _client.PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : address, body);
    }

    /// <summary>A parsed answer.</summary>
    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response) => await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    public void Dispose() => _client.Dispose();
}
