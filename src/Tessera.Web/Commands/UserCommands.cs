using System.CommandLine;
using Tessera.Domain.Offices;
using Tessera.Features.Accounts;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary><c>tessera user first | invite | list</c>: letting people in from the machine itself, when no mail goes or nobody can sign in.</summary>
internal static class UserCommands
{
    /// <summary>The command with its verbs.</summary>
    public static Command Create(Installation installation, Texts texts) => new("user", texts["commands.user"]) { First(installation, texts), Invite(installation, texts), List(installation, texts) };

    private static Command First(Installation installation, Texts texts)
    {
        var command = new Command("first", texts["commands.user-first"]);
        command.SetAction(async (_, cancellation) =>
        {
            await using var opened = await OpenAsync(installation, cancellation);
            if (await Invitations(opened).FirstAsync(cancellation) is not { } token) return await ExitCodes.RefuseAsync(texts["commands.user-first.too-late"]);

            Console.WriteLine(Origin() + AccountLinks.First(token));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Invite(Installation installation, Texts texts)
    {
        var slug = new Argument<string>("office") { Description = texts["commands.office-slug"] };
        var email = new Argument<string>("email") { Description = texts["commands.user-invite.email"] };
        var role = new Option<string>("--role") { Description = texts["commands.user-invite.role"], DefaultValueFactory = _ => Words<OfficeRole>.Write(OfficeRole.Administrator) };
        role.AcceptOnlyFromAmong([.. Words<OfficeRole>.All]);
        var command = new Command("invite", texts["commands.user-invite"]) { slug, email, role };
        command.SetAction(async (call, cancellation) =>
        {
            await using var opened = await OpenAsync(installation, cancellation);
            if (await new OfficeQueries(opened.Database).FindAsync(call.GetRequiredValue(slug), cancellation) is not { } office) return await ExitCodes.RefuseOfficeAsync(call.GetRequiredValue(slug), texts);

            var token = await Invitations(opened).InviteAsync(office, call.GetRequiredValue(email), Words<OfficeRole>.Parse(call.GetRequiredValue(role)), "tessera user invite", cancellation);
            Console.WriteLine(Origin() + new DeskLinks(office.Slug).Join(token));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command List(Installation installation, Texts texts)
    {
        var slug = new Argument<string>("office") { Description = texts["commands.office-slug"] };
        var command = new Command("list", texts["commands.user-list"]) { slug };
        command.SetAction(async (call, cancellation) =>
        {
            await using var opened = await OpenAsync(installation, cancellation);
            if (await new OfficeQueries(opened.Database).FindAsync(call.GetRequiredValue(slug), cancellation) is not { } office) return await ExitCodes.RefuseOfficeAsync(call.GetRequiredValue(slug), texts);

            foreach (var member in await new MemberService(opened.Database, TimeProvider.System).MembersAsync(office, cancellation)) Console.WriteLine($"{Words<OfficeRole>.Write(member.Role)}\t{member.Email}\t{member.Name}");
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<OpenedDatabase> OpenAsync(Installation installation, CancellationToken cancellation)
    {
        var opened = await installation.OpenAsync(cancellation);
        await opened.MigrateAsync(cancellation);
        return opened;
    }

    private static InvitationService Invitations(OpenedDatabase opened) =>
        new(opened.Database, new OfficeQueries(opened.Database), new MemberService(opened.Database, TimeProvider.System), TimeProvider.System);

    /// <summary>Where people reach the program: TESSERA_URL, else this machine at PORT.</summary>
    private static string Origin() => (Environment.GetEnvironmentVariable("TESSERA_URL") is { Length: > 0 } said ? said
        : $"http://localhost:{(Environment.GetEnvironmentVariable("PORT") is { Length: > 0 } port ? port : "8080")}").TrimEnd('/');
}
