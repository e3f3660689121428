using Npgsql;
using Tessera.Features.Storage;
using Tessera.Features.Storage.Backups;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Storage.Backups;

/// <summary>A backup knows no table by name: what later migrations may make is kept too.</summary>
public sealed class BackupOfAnySchemaTests(BackedUpOffices offices) : IClassFixture<BackedUpOffices>
{
    private const string Odd = """
        create type mood as enum ('good', 'bad');
        create text search configuration plain (copy = simple);
        create table "Odd ""Name/1" (id int generated always as identity primary key, parent int references "Odd ""Name/1", "a b" text, content bytea, mood mood,
            tags text[], amount numeric, at timestamptz, ratio double precision, doubled int generated always as (id * 2) stored);
        create table chicken (id int primary key, egg int not null, constraint "comes from" foreign key (egg) references chicken (id));
        create table ring_a (id int primary key, b int not null);
        create table ring_b (id int primary key, a int not null references ring_a deferrable initially immediate);
        alter table ring_a add constraint closing foreign key (b) references ring_b;
        create table log (id bigserial primary key, text text);
        create function write_log() returns trigger language plpgsql as $$ begin insert into log (text) values (tg_table_name); return new; end $$;
        create trigger logs after insert on ring_a for each row execute function write_log();
        create view good as select id from "Odd ""Name/1" where mood = 'good';
        create table no_key (text text);
        insert into no_key values ('sown by a migration');
        """;

    private const string Rows = """
        insert into "Odd ""Name/1" (parent, "a b", content, mood, tags, amount, at, ratio) values
            (null, '', '\x00ff22', 'good', '{"a,b","c\"d",NULL}', 1e-20, '2026-11-21T06:00:00.123456+02', 0.1), (1, null, null, 'bad', '{}', null, '-infinity', 'NaN'),
            (1, E'\\.', decode(repeat('5a', 300000), 'hex'), null, null, 0, null, 1e300), (2, E'a\r\nb\t"c"', '', null, null, 0, null, null);
        insert into chicken values (1, 1);
        begin; set constraints all deferred; alter table ring_a alter constraint closing deferrable initially deferred;
        insert into ring_a values (1, 1); insert into ring_b values (1, 1); set constraints all immediate; alter table ring_a alter constraint closing not deferrable; commit;
        insert into no_key values ('b'), ('a');
        """;

    private const string Form = """
        select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
        union all select tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
        union all select viewname from pg_views where schemaname = 'public' order by 1
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Dictionary<string, string> WithOdd { get; } = new(Migrator.Files()) { ["9000_odd"] = Odd };

    [Fact]
    public async Task Restore_OfOddTables_GivesThemBack()
    {
        await using var source = await OddAsync();
        await using var target = await BackedUpOffices.NewDatabaseAsync();
        var file = offices.NewFile();
        var written = await BackedUpOffices.WriteAsync(source, file);
        await RestoreAsync(target, file, WithOdd);
        Assert.Equal(BackedUpOffices.Fingerprint(written), await offices.FingerprintAsync(target));
        Assert.Equal(await BackedUpOffices.ColumnAsOwnerAsync(source, Form), await BackedUpOffices.ColumnAsOwnerAsync(target, Form));
        Assert.Equal(["2", "4", "6", "8"], await BackedUpOffices.ColumnAsOwnerAsync(target, "select doubled::text from \"Odd \"\"Name/1\" order by id"));
        Assert.Equal(["ring_a"], await BackedUpOffices.ColumnAsOwnerAsync(target, "select text from log"));
        await RestoreAsync(target, file, WithOdd, replace: true);
        Assert.Equal(BackedUpOffices.Fingerprint(written), await offices.FingerprintAsync(target));
    }

    [Fact]
    public async Task Restore_OfAnOlderBackup_MigratesAfterItsRowsAreIn()
    {
        await using var target = await BackedUpOffices.NewDatabaseAsync();
        var newer = new Dictionary<string, string>(Migrator.Files()) { ["9001_counted"] = "create table counted as select count(*)::int as keys from protection_key" };
        var restoration = await RestoreAsync(target, offices.File, newer);
        Assert.Equal(["9001_counted"], restoration.Migrated);
        Assert.Equal(["1"], await BackedUpOffices.ColumnAsOwnerAsync(target, "select keys::text from counted"));
        Assert.Equal([.. Migrator.Files().Keys, "9001_counted"], await BackedUpOffices.ColumnAsOwnerAsync(target, "select name from migration order by name"));
    }

    [Fact]
    public async Task Restore_OfABackupOfTheFirstMigrationOnly_BringsItUpToDate()
    {
        await using var source = await BackedUpOffices.NewDatabaseAsync();
        await using (var session = await OwnerSession.OpenAsync(source.OwnerConnectionString, Cancellation))
        {
            await SchemaRemoval.RunAsync(session, Cancellation);
            await Migrator.CarryOutWithinAsync(session.Connection, Migrator.Files().Take(1), Cancellation);
        }

        await using var target = await BackedUpOffices.NewDatabaseAsync();
        var file = offices.NewFile();
        await BackedUpOffices.WriteAsync(source, file);
        Assert.Equal(Migrator.Files().Keys.Skip(1), (await BackedUpOffices.RestoreAsync(target, file)).Migrated);
        Assert.Empty(await Migrator.MigrateAsync(target.OwnerConnectionString, Cancellation));
    }

    [Fact]
    public async Task Restore_WhoseLastMigrationFails_ChangesNothing()
    {
        await using var target = await BackedUpOffices.NewDatabaseAsync();
        await Loading.ExamplesAsync(target);
        await target.Database.DisposeAsync();
        var before = await offices.FingerprintAsync(target);
        var broken = new Dictionary<string, string>(Migrator.Files()) { ["9001_broken"] = "select 1 / 0" };
        await Assert.ThrowsAsync<PostgresException>(() => RestoreAsync(target, offices.File, broken, replace: true));
        Assert.Equal(before, await offices.FingerprintAsync(target));
    }

    [Fact]
    public async Task Restore_OfATableThatNoMigrationMakes_SaysThatItIsLeftOut()
    {
        await using var source = await BackedUpOffices.NewDatabaseAsync();
        await BackedUpOffices.RunAsOwnerAsync(source, "create table mine (id int generated always as identity); insert into mine default values");
        await using var target = await BackedUpOffices.NewDatabaseAsync();
        var file = offices.NewFile();
        await BackedUpOffices.WriteAsync(source, file);
        Assert.Equal(["mine"], (await BackedUpOffices.RestoreAsync(target, file)).LeftOut);
    }

    private static async Task<TestDatabase> OddAsync()
    {
        var source = await BackedUpOffices.NewDatabaseAsync();
        await using var connection = new NpgsqlConnection(source.OwnerConnectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await Migrator.CarryOutWithinAsync(connection, WithOdd.Where(m => m.Key == "9000_odd"), Cancellation);
        await TwoOffices.RunAsync(connection, Rows);
        return source;
    }

    private static async Task<Restoration> RestoreAsync(TestDatabase target, string file, Dictionary<string, string> migrations, bool replace = false)
    {
        using var backup = await BackupReader.OpenAsync(file, Cancellation);
        return await new Restorer(target.OwnerConnectionString) { Migrations = migrations }.RestoreAsync(backup, replace, Cancellation);
    }
}
