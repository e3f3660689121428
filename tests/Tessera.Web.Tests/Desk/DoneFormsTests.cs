using System.Net;
using AngleSharp.Html.Dom;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>A form is done once, for who sent it, where it was sent.</summary>
public sealed class DoneFormsTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Contacts = "/hargita/office/partners/bacs-kiskun/contacts/new";

    [Fact]
    public async Task Form_SentSeveralTimesAtOnce_IsDoneOnce_AndEachIsLedOn()
    {
        var editor = desk.As(OfficeRole.Editor);
        var page = await editor.PageAsync(Contacts);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(editor, page, "Double Click")));
        Assert.All(answers, a => Assert.Equal((HttpStatusCode.Redirect, "/hargita/office/partners/bacs-kiskun"), a));
        Assert.Equal(1, await CountAsync("Double Click"));
    }

    [Fact]
    public async Task Form_WhoseChangeWasRefused_CanBeSentAgain()
    {
        var editor = desk.As(OfficeRole.Editor);
        var page = await editor.PageAsync(Contacts);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(editor, page, "")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(editor, page, "Mended")).Status);
        Assert.Equal(1, await CountAsync("Mended"));
    }

    [Fact]
    public async Task Form_WithTheNumberOfSomebodyElse_IsDoneAllTheSame()
    {
        var page = await desk.As(OfficeRole.Editor).PageAsync(Contacts);
        await SendAsync(desk.As(OfficeRole.Editor), page, "The First");
        var other = desk.As(OfficeRole.Approver);
        var own = await other.PageAsync(Contacts);
        await SendAsync(other, own, "The Second", Number(page));
        Assert.Equal(1, await CountAsync("The Second"));
    }

    [Fact]
    public async Task Form_WithTheNumberOfAnotherPage_IsDoneAllTheSame()
    {
        var editor = desk.As(OfficeRole.Editor);
        var page = await editor.PageAsync(Contacts);
        await SendAsync(editor, page, "Here");
        await SendAsync(editor, await editor.PageAsync(Contacts), "There", Number(page), "/hargita/office/partners/zala/contacts/new");
        Assert.Equal(1, await CountAsync("There"));
    }

    private static string Number(IHtmlDocument page) => page.QuerySelector("input[name=form-id]")!.GetAttribute("value")!;

    private static async Task<(HttpStatusCode Status, string? Location)> SendAsync(DeskClient client, IHtmlDocument page, string name, string? number = null, string address = Contacts)
    {
        using var answer = await client.SendAsync(page, address, null, ("name", name), ("purpose", "twinning"), ("source", "her card"), ("form-id", number ?? Number(page)));
        return (answer.StatusCode, answer.Headers.Location?.OriginalString);
    }

    private async Task<long> CountAsync(string name)
    {
        await using var connection = await desk.Portal.Database.Database.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var who = new Npgsql.NpgsqlCommand("select set_config('tessera.office', (select id::text from office where slug = 'hargita'), false)", connection);
        await who.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand($"select count(*) from contact where name = '{name}'", connection);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
