using System.Text;
using Npgsql;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Calendar.Others;
using Tessera.Features.Jobs;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Registrations;
using Tessera.Features.Storage;
using Tessera.Features.Tests.Offices;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Features.Tests.Storage;

/// <summary>Everybody locks in one order, so that of many who change a register at once none waits for another that waits for her; PostgreSQL itself counts.</summary>
public sealed class LockOrderTests(ExampleOffices examples) : IClassFixture<ExampleOffices>
{
    private const int Rounds = 12;
    private static readonly Edit Somebody = new("a test");

    private readonly ActivityService _activities = new(examples.Database.Database, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Activities_AddedAndChangedAtOnceBesideImportsPartnersAndFiles_NeverWaitForEachOther()
    {
        var office = (await new OfficeQueries(examples.Database.Database).FindAsync("hargita", Cancellation))!;
        Assert.Empty(await new OfficeService(new OfficeLoader(examples.Database.Database, TimeProvider.System)).ChangeAsync(office, f => f with { Organisers = [new OrganiserItem { Key = "town", Names = LocalText.Of("hu", "Város"), Country = "RO" }] }, Somebody, Cancellation));
        var keys = new List<string>();
        for (var i = 0; i < 4; i++) keys.Add((await _activities.AddAsync(office, Concert(i, 0), Somebody, Cancellation)).Key);
        var registrations = new RegistrationService(examples.Database.Database, new LetterQueue(examples.Database.Database, TimeProvider.System, new JobBell()), TimeProvider.System);
        var (added, fair) = await _activities.AddAsync(office, new ActivityItem { Key = "", Kind = "fair", Status = "confirmed", Public = true, Title = LocalText.Of("hu", "Nagyvásár"), Start = "2030-05-01", Source = "" }, Somebody, Cancellation);
        Assert.True(added.IsDone);
        Assert.Empty(await registrations.SetAsync(office, fair, new RegistrationRules(true, 100, new DateOnly(2030, 4, 1), true, false, LocalText.Empty, LocalText.Empty), Cancellation));
        var before = await DeadlocksAsync();
        await Task.WhenAll(
            ManyAsync(i => _activities.AddAsync(office, Concert(i % 4, i), Somebody, Cancellation)),
            ManyAsync(i => _activities.ChangeAsync(office, keys[i % 4], null, a => Moved(a, i), Somebody, Cancellation)),
            ManyAsync(i => _activities.ChangeAsync(office, keys[(i + 1) % 4], null, a => Moved(a, i), Somebody, Cancellation)),
            ManyAsync(i => ImportAsync(office, i)),
            ManyAsync(i => new PartnerService(examples.Database.Database, TimeProvider.System).ChangeAsync(office, "zala", null, p => p with { Websites = [$"https://example.org/{i}"] }, Somebody, Cancellation)),
            ManyAsync(i => registrations.RegisterAsync(office, fair, new NewRegistration("Anna", $"a{i}@example.org", 1, "", "", "hu"), byOffice: false, Cancellation)),
            ManyAsync(i => _activities.ChangeAsync(office, fair, null, a => a with { Website = $"https://example.org/{i}" }, Somebody, Cancellation)),
            ManyAsync(_ => LoadAsync(office)),
            WholeAsync(office));
        Assert.Equal(before, await DeadlocksAsync());
    }

    [Fact]
    public async Task Work_ThatIsBrokenOffForAnothersSake_IsDoneAgain_AndNotForEver()
    {
        var tries = 0;
        Assert.Equal(3, await OnceMore.DoAsync(() => ++tries < 3 ? throw new InvalidOperationException("it waited", new PostgresException("", "", "", "40P01")) : Task.FromResult(tries), Cancellation));
        await Assert.ThrowsAsync<PostgresException>(() => OnceMore.DoAsync<int>(() => throw new PostgresException("", "", "", "40001"), Cancellation));
        tries = 0;
        await Assert.ThrowsAsync<PostgresException>(() => OnceMore.DoAsync<int>(() => tries++ < 9 ? throw new PostgresException("", "", "", "23505") : Task.FromResult(0), Cancellation));
        Assert.Equal(1, tries);
    }

    private static async Task ManyAsync(Func<int, Task> work)
    {
        for (var i = 1; i <= Rounds; i++) await work(i);
    }

    private async Task ImportAsync(OfficeView office, int round)
    {
        var imports = new CalendarImportService(examples.Database.Database, TimeProvider.System);
        var file = Encoding.UTF8.GetBytes($"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:locks\nSEQUENCE:{round}\nSUMMARY:Vásár\nDTSTART;VALUE=DATE:202705{round + 10}\nEND:VEVENT\nEND:VCALENDAR\n");
        var (id, _) = await imports.KeepAsync(office, "a.ics", "hu", file, "a test", Cancellation);
        Assert.NotNull(await imports.TakeAsync(office, id!.Value, new CalendarTake(["locks"], ActivityKind.Fair, false), "a test", Cancellation));
        if (round % 3 == 0) Assert.NotNull(await imports.UndoAsync(office, id.Value, "a test", Cancellation));
    }

    private async Task LoadAsync(OfficeView office)
    {
        var loader = new OfficeLoader(examples.Database.Database, TimeProvider.System);
        Assert.Empty((await loader.ChangeAsync(office.Slug, f => f with { Office = f.Office with { Colour = f.Office.Colour == "#1f5c3a" ? "#1f5c3b" : "#1f5c3a" } }, Somebody, Cancellation)).Findings);
    }

    /// <summary>The whole office from its file, as it was a moment ago.</summary>
    private async Task WholeAsync(OfficeView office)
    {
        var loader = new OfficeLoader(examples.Database.Database, TimeProvider.System);
        for (var round = 0; round < 3; round++)
        {
            var file = (await loader.DumpAsync(office.Slug, Cancellation))!;
            await loader.LoadAsync(OfficeFileWriter.Write(file), "hargita.json", "a test", Cancellation);
        }
    }

    private async Task<long> DeadlocksAsync()
    {
        await using var connection = new NpgsqlConnection(examples.Database.OwnerConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand("select deadlocks from pg_stat_database where datname = current_database()", connection);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private static ActivityItem Moved(ActivityItem item, int day) => item with { Start = $"2027-05-{day + 10}T18:00", End = $"2027-05-{day + 10}T22:00" };

    private static ActivityItem Concert(int stage, int day) => Moved(new ActivityItem
    {
        Key = "",
        Kind = "event",
        Status = "planned",
        Title = LocalText.Of("hu", "Koncert"),
        Partners = [new("zala", "guest")],
        Zone = "Europe/Bucharest",
        Coordination = new CoordinationItem { Organiser = "town", Firmness = "fixed", Booked = [$"Stage {stage}", $"Lamps {(stage + day) % 3}"] },
        Source = "",
    }, day);
}
