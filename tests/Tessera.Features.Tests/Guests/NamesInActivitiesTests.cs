using System.Text;
using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Calendar.Others;
using Tessera.Features.Contacts;
using Tessera.Features.Guests;
using Tessera.Features.Jobs;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Registrations;
using Tessera.Features.Tests.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Guests;

public sealed class NamesInActivitiesTests(ExampleOffices examples) : IClassFixture<ExampleOffices>
{
    private const string Name = "Szőke \"Ági\" Ágnes";
    private static readonly Edit Somebody = new("an officer");
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Name_ThatIsErased_StandsNeitherInTheHistoryNorInWhatAFileChanged_AndOthersStay()
    {
        var office = (await new OfficeQueries(examples.Database.Database).FindAsync("hargita", Cancellation))!;
        var activities = new ActivityService(examples.Database.Database, _clock);
        var imports = new CalendarImportService(examples.Database.Database, _clock);
        await TakeAsync(imports, office, 0);
        foreach (string[] hosts in (string[][])[["Más Valaki", Name], [Name], []])
            Assert.True((await activities.ChangeAsync(office, "vasarnap", null, a => a with { Hosts = hosts, Promises = [new() { Kind = "gift", Side = "ours", What = LocalText.Of("hu", "Könyvek"), Person = hosts.Length == 0 ? null : Name }] }, Somebody, Cancellation)).IsDone);
        Assert.True((await activities.ChangeAsync(office, "vasarnap", null, a => a with { Hosts = [Name] }, Somebody, Cancellation)).IsDone);
        await TakeAsync(imports, office, 1);
        Assert.True((await activities.ChangeAsync(office, "vasarnap", null, a => a with { Hosts = [] }, Somebody, Cancellation)).IsDone);
        Assert.Equal(["activity-host", "activity-promise"], (await FoundAsync(office, activities)).Select(h => h.Kind).Order(StringComparer.Ordinal));
        foreach (var held in await FoundAsync(office, activities)) Assert.True(await People(activities).EraseAsync(office, held, Somebody, Cancellation));
        Assert.Empty(await FoundAsync(office, activities));

        await using var db = examples.Database.Database.ForOffice(office.Id);
        var fields = (await db.Changes.Where(c => c.Subject == "activity" && c.Key == "vasarnap").OrderBy(c => c.Id).ToListAsync(Cancellation)).SelectMany(c => c.Fields).Where(f => f.Field == "hosts").ToList();
        Assert.All(fields, f => Assert.DoesNotContain("Szőke", f.Old + f.New, StringComparison.Ordinal));
        Assert.Contains(fields, f => f.New == "[\"Más Valaki\",\"…\"]");
        Assert.DoesNotContain(await db.CalendarImportEntries.ToListAsync(Cancellation), e => e.ItemBefore?.Hosts.Count > 0);
        var other = await new OfficeQueries(examples.Database.Database).FindAsync("svenljunga", Cancellation);
        await using var elsewhere = examples.Database.Database.ForOffice(other!.Id);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => elsewhere.Database.ExecuteSqlAsync($"update change set fields = '[]'", Cancellation));
    }

    private static async Task TakeAsync(CalendarImportService imports, OfficeView office, int sequence)
    {
        var file = Encoding.UTF8.GetBytes($"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:names\nSEQUENCE:{sequence}\nSUMMARY:Vásárnap\nDTSTART;VALUE=DATE:2027051{sequence}\nEND:VEVENT\nEND:VCALENDAR\n");
        var (id, _) = await imports.KeepAsync(office, "a.ics", "hu", file, "a test", Cancellation);
        Assert.Empty((await imports.TakeAsync(office, id!.Value, new CalendarTake(["names"], ActivityKind.Fair, false), "a test", Cancellation))!.Refused);
    }

    private PeopleOfActivities People(ActivityService activities) =>
        new(examples.Database.Database, activities, new RegistrationService(examples.Database.Database, new LetterQueue(examples.Database.Database, _clock, new JobBell()), _clock), _clock);

    private async Task<IReadOnlyList<HeldData>> FoundAsync(OfficeView office, ActivityService activities)
    {
        await using var db = examples.Database.Database.ForOffice(office.Id);
        return await People(activities).FindAsync(db, office, "szoke", null, Cancellation);
    }
}
