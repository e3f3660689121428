using Npgsql;
using Tessera.Features.Storage.Backups;
using Xunit;

namespace Tessera.Features.Tests.Storage.Backups;

/// <summary>When no backup is written, and that nothing is left behind then.</summary>
public sealed class BackupRefusalTests(BackedUpOffices offices) : IClassFixture<BackedUpOffices>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Backup_OverAFile_IsRefusedUnlessItIsToBeReplaced()
    {
        var file = offices.NewFile();
        await File.WriteAllTextAsync(file, "mine", Cancellation);
        Assert.Equal(BackupCodes.FileExists, await RefusedAsync(file));
        Assert.Equal("mine", await File.ReadAllTextAsync(file, Cancellation));
        await BackedUpOffices.WriteAsync(offices.Source, file, overwrite: true);
        using var backup = await BackupReader.OpenAsync(file, Cancellation);
        Assert.Equal(BackedUpOffices.Fingerprint(offices.Manifest), BackedUpOffices.Fingerprint(backup.Manifest));
    }

    [Fact]
    public async Task Target_ThatAppearsMeanwhile_IsNotOverwritten()
    {
        var file = offices.NewFile();
        await using (var target = BackupTarget.Create(file))
        {
            await File.WriteAllTextAsync(file, "theirs", Cancellation);
            var refused = await Assert.ThrowsAsync<BackupException>(() => target.CompleteAsync(overwrite: false, Cancellation));
            Assert.Equal(BackupCodes.FileExists, refused.Code);
        }

        Assert.Equal("theirs", await File.ReadAllTextAsync(file, Cancellation));
        Assert.Empty(Leftovers(file));
    }

    [Fact]
    public async Task Backup_IntoAFolderThatIsNotThere_IsRefused() =>
        Assert.Equal(BackupCodes.NoSuchFile, await RefusedAsync(Path.Combine(offices.NewFile(), "deeper.tessera-backup")));

    [Fact]
    public async Task Backup_OfADatabaseWithoutASchema_IsRefused()
    {
        await using var empty = await BackedUpOffices.NewDatabaseAsync();
        await BackedUpOffices.RunAsOwnerAsync(empty, "drop owned by current_user");
        var file = offices.NewFile();
        var refused = await Assert.ThrowsAsync<BackupException>(() => BackedUpOffices.WriteAsync(empty, file));
        Assert.Equal(BackupCodes.NoSchema, refused.Code);
        Assert.False(File.Exists(file));
        Assert.Empty(Leftovers(file));
    }

    [Fact]
    public async Task Backup_BesideAnother_IsRefused()
    {
        await using var other = await OwnerSession.OpenAsync(offices.Source.OwnerConnectionString, Cancellation);
        await other.RunAsync("select pg_advisory_lock(hashtext('tessera.backup'))", Cancellation);
        Assert.Equal(BackupCodes.Busy, await RefusedAsync(offices.NewFile()));
    }

    [Fact]
    public async Task Backup_OfATableWithARestrictivePolicy_IsRefusedRatherThanIncomplete()
    {
        await using var target = await BackedUpOffices.NewDatabaseAsync();
        await BackedUpOffices.RunAsOwnerAsync(target, "create policy night on partner as restrictive using (false)");
        var refused = await Assert.ThrowsAsync<BackupException>(() => BackedUpOffices.WriteAsync(target, offices.NewFile()));
        Assert.Equal(BackupCodes.RowsHidden, refused.Code);
        Assert.Contains(("table", "partner"), refused.Arguments);
    }

    [Fact]
    public async Task Backup_ThatWasInterrupted_LeavesNoFileAndNoOpenTable()
    {
        // On a busy machine a backup may be done before it hears of the interruption; then another one is interrupted.
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var file = offices.NewFile();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var writing = new BackupWriter(offices.Source.OwnerConnectionString, TimeProvider.System).WriteAsync(file, overwrite: false, stop.Token);
            while (!await HasOpenTableAsync() && !writing.IsCompleted) await Task.Delay(1, Cancellation);
            await stop.CancelAsync();
            var ended = await Record.ExceptionAsync(() => writing);
            // The server may hear of a broken connection a moment later.
            for (var wait = 0; wait < 100 && await HasOpenTableAsync(); wait++) await Task.Delay(50, Cancellation);
            Assert.False(await HasOpenTableAsync());
            if (ended is null) continue;
            Assert.IsAssignableFrom<OperationCanceledException>(ended);
            Assert.False(File.Exists(file));
            Assert.Empty(Leftovers(file));
            return;
        }

        Assert.Fail("Not one of twenty backups was interrupted.");
    }

    [Fact]
    public async Task Backup_AfterAnotherWasKilled_ClosesWhatThatLeftOpen()
    {
        await using var target = await BackedUpOffices.NewDatabaseAsync();
        await BackedUpOffices.RunAsOwnerAsync(target, "create policy backup_reads on partner for select to current_user using (true)");
        await BackedUpOffices.WriteAsync(target, offices.NewFile());
        Assert.Empty(await BackedUpOffices.ColumnAsOwnerAsync(target, "select polname from pg_policy where polname = 'backup_reads'"));
    }

    [Fact]
    public async Task OpenTable_WhileItIsBackedUp_IsStillClosedToTheProgram()
    {
        await using var target = await BackedUpOffices.NewDatabaseAsync();
        await BackedUpOffices.RestoreAsync(target, offices.File);
        await BackedUpOffices.RunAsOwnerAsync(target, "create policy backup_reads on partner for select to current_user using (true)");
        Assert.NotEmpty(await BackedUpOffices.ColumnAsOwnerAsync(target, "select id from partner"));
        await using var session = await target.Database.Source.OpenConnectionAsync(Cancellation);
        Assert.Empty(await TwoOffices.ColumnAsync(session, "select id from partner"));
    }

    private static string[] Leftovers(string file) => Directory.GetFiles(Path.GetDirectoryName(file)!, $".{Path.GetFileName(file)}*");

    private async Task<string> RefusedAsync(string file) => (await Assert.ThrowsAsync<BackupException>(() => BackedUpOffices.WriteAsync(offices.Source, file))).Code;

    private async Task<bool> HasOpenTableAsync()
    {
        await using var connection = new NpgsqlConnection(offices.Source.OwnerConnectionString);
        await connection.OpenAsync(Cancellation);
        return (await TwoOffices.ColumnAsync(connection, "select polname from pg_policy where polname = 'backup_reads'")).Count > 0;
    }
}
