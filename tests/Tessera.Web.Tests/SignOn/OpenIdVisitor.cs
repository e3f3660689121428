using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Tessera.Web.SignOn;
using Xunit;

namespace Tessera.Web.Tests.SignOn;

/// <summary>Somebody with a browser who fills in the provider's forms, until the provider sends them back to the portal.</summary>
public sealed class OpenIdVisitor : IDisposable
{
    private const int MostSteps = 12;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { Timeout = TimeSpan.FromSeconds(15) };

    /// <summary>Signs on under a name and consents; the portal's address comes with the provider's answer in it.</summary>
    public async Task<SignOnAnswer> SignOnAsync(string address, string login) => Answer(await WalkAsync(new Uri(address), page => SubmitAsync(page, login)));

    /// <summary>Comes to the provider's form and turns back.</summary>
    public async Task<SignOnAnswer> TurnBackAsync(string address) =>
        Answer(await WalkAsync(new Uri(address), page => _client.GetAsync(((IHtmlAnchorElement)page.QuerySelector("a[href*=abort]")!).Href, TestContext.Current.CancellationToken)));

    public void Dispose() => _client.Dispose();

    private static SignOnAnswer Answer(Uri callback)
    {
        Assert.StartsWith(OpenIdProvider.Callback + "?", callback.AbsoluteUri, StringComparison.Ordinal);
        return SignOnAnswer.From(new QueryCollection(QueryHelpers.ParseQuery(callback.Query)));
    }

    private async Task<Uri> WalkAsync(Uri start, Func<IHtmlDocument, Task<HttpResponseMessage>> onPageAsync)
    {
        var response = await _client.GetAsync(start, TestContext.Current.CancellationToken);
        for (var step = 0; step < MostSteps; step++)
        {
            var at = response.RequestMessage!.RequestUri!;
            var next = response.Headers.Location is { } location ? new Uri(at, location) : null;
            if (next?.Host == new Uri(OpenIdProvider.Callback).Host) return next;
            var last = response;
            response = next is not null ? await _client.GetAsync(next, TestContext.Current.CancellationToken) : await onPageAsync(await PageAsync(last, at));
            last.Dispose();
        }

        throw new InvalidOperationException("The provider never sends the visitor back.");
    }

    private static async Task<IHtmlDocument> PageAsync(HttpResponseMessage response, Uri at)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{at}: {text}");
        return await new HtmlParser().ParseDocumentAsync($"<base href=\"{at}\">{text}");
    }

    private async Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, string login)
    {
        var form = page.Forms.Single(f => f.Method == "post");
        var fields = form.QuerySelectorAll("input").OfType<IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Type == "hidden" ? i.Value : login);
        using var content = new FormUrlEncodedContent(fields);
        return await _client.PostAsync(form.Action, content, TestContext.Current.CancellationToken);
    }
}
