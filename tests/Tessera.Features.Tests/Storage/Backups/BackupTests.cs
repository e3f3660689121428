using System.Globalization;
using System.IO.Compression;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Storage.Backups;

/// <summary>What a backup keeps and a restoration gives back.</summary>
public sealed class BackupTests(BackedUpOffices offices) : IClassFixture<BackedUpOffices>
{
    /// <summary>Everything by which PostgreSQL keeps offices apart.</summary>
    private const string Walls = """
        select c.relname || ' ' || c.relrowsecurity || c.relforcerowsecurity || coalesce(c.relacl::text, '') || coalesce((
            select string_agg(concat_ws(' ', p.polname, p.polcmd, p.polroles, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)), ';' order by p.polname)
            from pg_policy p where p.polrelid = c.oid), '')
        from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by c.relname
        """;

    /// <summary>A row in a table that is read early and one in a table that is read late, of which a backup has both or none.</summary>
    private const string Pair = """
        begin;
        insert into error_report (id, at, page, message, language) values (gen_random_uuid(), now(), '/', '', 'hu');
        insert into protection_key (name, xml) values (gen_random_uuid(), '');
        commit
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restore_IntoAnEmptyDatabase_GivesEveryOfficeBackByteForByte()
    {
        await using var target = await BackedUpOffices.NewDatabaseAsync();
        var restoration = await BackedUpOffices.RestoreAsync(target, offices.File);
        Assert.Equal(await BackedUpOffices.DumpsAsync(offices.Source), await BackedUpOffices.DumpsAsync(target));
        Assert.Empty(restoration.Migrated);
        Assert.Empty(restoration.LeftOut);
    }

    [Fact]
    public async Task Restore_IntoAnEmptyDatabase_GivesTheWholeHistoryBack()
    {
        await using var target = await BackedUpOffices.NewDatabaseAsync();
        await BackedUpOffices.RestoreAsync(target, offices.File);
        var history = await BackedUpOffices.RowsAsync(offices.Source, "change");
        Assert.True(history.Count > 100, $"{history.Count}");
        Assert.Equal(history, await BackedUpOffices.RowsAsync(target, "change"));
        Assert.Equal(await BackedUpOffices.RowsAsync(offices.Source, "error_report"), await BackedUpOffices.RowsAsync(target, "error_report"));
    }

    [Fact]
    public async Task Restore_AfterEveryRowWasLost_LeavesTheSameDatabase()
    {
        await using var target = await BackedUpOffices.NewDatabaseAsync();
        await BackedUpOffices.RestoreAsync(target, offices.File);
        await BackedUpOffices.RunAsOwnerAsync(target, "truncate office, directory_source, protection_key cascade");
        Assert.DoesNotContain((await BackedUpOffices.WriteAsync(target, offices.NewFile())).Tables, t => t.Rows > 0);
        await BackedUpOffices.RestoreAsync(target, offices.File);
        Assert.Equal(BackedUpOffices.Fingerprint(offices.Manifest), await offices.FingerprintAsync(target));
    }

    [Fact]
    public async Task Restore_WithReplace_TakesTheWholeSchemaBack()
    {
        await using var target = await BackedUpOffices.NewDatabaseAsync();
        await Loading.ExamplesAsync(target);
        await target.Database.DisposeAsync();
        await BackedUpOffices.RunAsOwnerAsync(target, "drop table membership cascade; alter table office drop column colour; create table mine (id int)");
        await BackedUpOffices.RestoreAsync(target, offices.File, replace: true);
        Assert.Equal(BackedUpOffices.Fingerprint(offices.Manifest), await offices.FingerprintAsync(target));
    }

    [Fact]
    public async Task Restore_IntoADatabaseWithoutASchema_MakesIt()
    {
        await using var target = await BackedUpOffices.NewDatabaseAsync();
        await BackedUpOffices.RunAsOwnerAsync(target, "drop owned by current_user");
        await BackedUpOffices.RestoreAsync(target, offices.File);
        Assert.Equal(BackedUpOffices.Fingerprint(offices.Manifest), await offices.FingerprintAsync(target));
    }

    [Fact]
    public async Task Restore_Always_LeavesTheSchemaThatMigrationsMake()
    {
        await using var migrated = await BackedUpOffices.NewDatabaseAsync();
        await using var target = await BackedUpOffices.NewDatabaseAsync();
        await BackedUpOffices.RestoreAsync(target, offices.File);
        var walls = await BackedUpOffices.ColumnAsOwnerAsync(migrated, Walls);
        Assert.Contains(walls, w => w.StartsWith("change truetrue", StringComparison.Ordinal) && w.Contains("own_office", StringComparison.Ordinal));
        Assert.Equal(walls, await BackedUpOffices.ColumnAsOwnerAsync(target, Walls));
        Assert.Empty(await Migrator.MigrateAsync(target.OwnerConnectionString, Cancellation));
    }

    [Fact]
    public async Task Backup_WhenItIsDone_LeavesRowSecurityAsItWas()
    {
        await using var migrated = await BackedUpOffices.NewDatabaseAsync();
        Assert.Equal(await BackedUpOffices.ColumnAsOwnerAsync(migrated, Walls), await BackedUpOffices.ColumnAsOwnerAsync(offices.Source, Walls));
    }

    [Fact]
    public async Task Restore_FollowedByANewOffice_GivesItAnIdOfItsOwn()
    {
        await using var target = await BackedUpOffices.NewDatabaseAsync();
        await BackedUpOffices.RestoreAsync(target, offices.File);
        var example = await File.ReadAllTextAsync(Checkout.Registers[0], Cancellation);
        var loading = await new OfficeLoader(target.Database, TimeProvider.System).LoadAsync(
            System.Text.Encoding.UTF8.GetBytes(example.Replace("\"slug\": \"hargita\"", "\"slug\": \"another\"", StringComparison.Ordinal)), "another.json", "test", Cancellation);
        Assert.False(loading.IsRefused);
        var ids = await BackedUpOffices.ColumnAsOwnerAsync(target, "select id::text from office order by id");
        Assert.Equal(offices.Manifest.Sequences.Single(s => s.Name == "office_id_seq").Value + 1, int.Parse(ids[^1], CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Backup_OfTheSameStateTwice_HasTheSameChecksums()
    {
        Assert.Equal(BackedUpOffices.Fingerprint(offices.Manifest), await offices.FingerprintAsync(offices.Source));
        Assert.Equal(["hargita", "svenljunga", "toosz"], await BackedUpOffices.ColumnAsOwnerAsync(offices.Source, "select slug from office order by slug"));
    }

    [Fact]
    public async Task Backup_AfterRowsWereMovedOnTheDisk_HasTheSameChecksums()
    {
        await using var target = await BackedUpOffices.NewDatabaseAsync();
        await BackedUpOffices.RunAsOwnerAsync(target, "insert into protection_key (name, xml) values ('a', ''), ('b', '')");
        var before = await offices.FingerprintAsync(target);
        await BackedUpOffices.RunAsOwnerAsync(target, "update protection_key set xml = xml where name = 'a'");
        Assert.Equal(before, await offices.FingerprintAsync(target));
    }

    [Fact]
    public async Task Backup_OfEveryTable_NamesItWithAllItsRows()
    {
        var tables = await BackedUpOffices.ColumnAsOwnerAsync(offices.Source, "select tablename from pg_tables where schemaname = 'public' and tablename <> 'migration'");
        Assert.Equal(tables.Order(StringComparer.Ordinal), offices.Manifest.Tables.Select(t => t.Name));
        var history = await BackedUpOffices.RowsAsync(offices.Source, "change");
        Assert.Equal(history.Count, offices.Manifest.Tables.Single(t => t.Name == "change").Rows);
        Assert.Equal(Migrator.Files().Keys, offices.Manifest.Migrations.Select(m => m.Name));
    }

    [Fact]
    public async Task Backup_WhileSomebodyWrites_IsOfOneMoment()
    {
        await using var target = await BackedUpOffices.NewDatabaseAsync();
        await BackedUpOffices.RestoreAsync(target, offices.File);
        await using var session = await target.Database.Source.OpenConnectionAsync(Cancellation);
        await TwoOffices.RunAsync(session, "select set_config('tessera.office', (select id::text from office where slug = 'toosz'), false); delete from error_report");
        var writing = BackedUpOffices.WriteAsync(target, offices.NewFile());
        while (!writing.IsCompleted) await TwoOffices.RunAsync(session, Pair);
        var rows = (await writing).Tables.ToDictionary(t => t.Name, t => t.Rows);
        Assert.Equal(rows["error_report"], rows["protection_key"]);
        Assert.True(int.Parse((await TwoOffices.ColumnAsync(session, "select count(*)::text from protection_key"))[0], CultureInfo.InvariantCulture) > rows["protection_key"]);
    }

    [Fact]
    public async Task File_OnTheDisk_IsItsOwnersOnlyAndNothingIsLeftBesideIt()
    {
        using var archive = await ZipFile.OpenReadAsync(offices.File, Cancellation);
        Assert.Contains(archive.Entries, e => e.FullName == "tables/change.csv");
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(offices.File));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(offices.File)!, ".*offices*.part"));
    }
}
