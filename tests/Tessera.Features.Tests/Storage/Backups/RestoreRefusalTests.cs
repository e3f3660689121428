using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Tessera.Features.Storage.Backups;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Storage.Backups;

/// <summary>What is refused, and that nothing is changed then.</summary>
public sealed class RestoreRefusalTests(BackedUpOffices offices) : IClassFixture<BackedUpOffices>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restore_OfATruncatedFile_IsRefused()
    {
        var whole = await File.ReadAllBytesAsync(offices.File, Cancellation);
        foreach (var length in (int[])[4, 100, whole.Length / 2, whole.Length - 1]) await RefusedAsync(BackupCodes.Damaged, await SavedAsync(whole[..length]));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 80 })]
    [InlineData(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 })]
    public async Task Restore_OfSomethingElse_IsRefused(byte[] content) => await RefusedAsync(BackupCodes.NotABackup, await SavedAsync(content));

    [Fact]
    public async Task Restore_OfAForeignZip_IsRefused() =>
        await RefusedAsync(BackupCodes.NotABackup, await ChangedAsync(archive => archive.GetEntry("manifest.json")!.Delete()));

    [Fact]
    public async Task Restore_OfAMissingFile_IsRefused() => await RefusedAsync(BackupCodes.NoSuchFile, offices.NewFile());

    [Theory]
    [InlineData("tables/partner.csv")]
    [InlineData("manifest.sha256")]
    public async Task Restore_WithoutAMember_IsRefused(string member)
    {
        var refused = await RefusedAsync(BackupCodes.Damaged, await ChangedAsync(archive => archive.GetEntry(member)!.Delete()));
        Assert.Contains(("member", member), refused.Arguments);
    }

    [Fact]
    public async Task Restore_WithAnAlteredRow_IsRefused() => await RefusedAsync(BackupCodes.Damaged, await ChangedAsync(archive =>
        Rewrite(archive, "tables/error_report.csv", text => text.Replace(",hu,", ",sv,", StringComparison.Ordinal))));

    [Fact]
    public async Task Restore_WithAnAlteredManifest_IsRefused() => await RefusedAsync(BackupCodes.Damaged, await ChangedAsync(archive =>
        Rewrite(archive, BackupManifest.Member, text => text.Replace("\"isCalled\": true", "\"isCalled\": false", StringComparison.Ordinal))));

    [Theory]
    [InlineData("{}", BackupCodes.NotABackup)]
    [InlineData("""{"format": "another-backup", "version": 1}""", BackupCodes.NotABackup)]
    [InlineData("""{"format": "tessera-backup", "version": 2}""", BackupCodes.UnknownVersion)]
    [InlineData("""{"format": "tessera-backup", "version": 1}""", BackupCodes.Damaged)]
    [InlineData("nonsense", BackupCodes.Damaged)]
    public async Task Restore_WithAnotherManifest_IsRefused(string manifest, string code) =>
        await RefusedAsync(code, await ChangedAsync(archive => Replace(archive, Encoding.UTF8.GetBytes(manifest))));

    [Fact]
    public async Task Restore_OfABackupOfANewerProgram_IsRefused()
    {
        var file = await ManifestAsync(m => m["migrations"]!.AsArray().Add(new JsonObject { ["name"] = "9999_from_the_future", ["hash"] = "x" }));
        var refused = await RefusedAsync(BackupCodes.NewerMigration, file);
        Assert.Contains(("migration", "9999_from_the_future"), refused.Arguments);
    }

    [Fact]
    public async Task Restore_OfABackupWithAnotherMigrationOfThatName_IsRefused() =>
        await RefusedAsync(BackupCodes.ChangedMigration, await ManifestAsync(m => m["migrations"]![0]!["hash"] = "another"));

    [Fact]
    public async Task Restore_WithFewerRowsThanWereCounted_IsRefused() =>
        await RefusedAsync(BackupCodes.CountDiffers, await ManifestAsync(m => Table(m, "partner")["rows"] = 1));

    [Fact]
    public async Task Restore_WithoutATable_IsRefused() =>
        await RefusedAsync(BackupCodes.SchemaDiffers, await ManifestAsync(m => m["tables"]!.AsArray().Remove(Table(m, "change"))));

    [Fact]
    public async Task Restore_WithOtherColumns_IsRefused() =>
        await RefusedAsync(BackupCodes.SchemaDiffers, await ManifestAsync(m => Table(m, "change")["columns"]![0] = "another"));

    [Fact]
    public async Task Restore_WithoutASequence_IsRefused() =>
        await RefusedAsync(BackupCodes.SchemaDiffers, await ManifestAsync(m => m["sequences"]!.AsArray().Clear()));

    [Fact]
    public async Task Restore_OverOffices_IsRefusedUnlessTheyAreToBeReplaced() => await RefusedAsync(BackupCodes.HoldsOffices, offices.File, replace: false);

    [Fact]
    public async Task Restore_WhileAProgramWorks_IsRefused()
    {
        await using var target = await BackedUpOffices.NewDatabaseAsync();
        await using (var working = await target.Database.Source.OpenConnectionAsync(Cancellation))
        {
            var refused = await Assert.ThrowsAsync<BackupException>(() => BackedUpOffices.RestoreAsync(target, offices.File));
            Assert.Equal(BackupCodes.InUse, refused.Code);
            Assert.Empty(await TwoOffices.ColumnAsync(working, "select slug from office"));
        }

        await target.Database.DisposeAsync();
        await BackedUpOffices.RestoreAsync(target, offices.File);
    }

    [Fact]
    public async Task AnyByte_Flipped_IsRefusedOrHarmless()
    {
        var whole = await File.ReadAllBytesAsync(offices.File, Cancellation);
        var file = offices.NewFile();
        var refused = 0;
        for (var at = 0; at < whole.Length; at += 97)
        {
            whole[at] ^= 0x20;
            await File.WriteAllBytesAsync(file, whole, Cancellation);
            whole[at] ^= 0x20;
            try
            {
                using var backup = await BackupReader.OpenAsync(file, Cancellation);
                Assert.Equal(offices.Manifest.ToUtf8(), backup.Manifest.ToUtf8());
            }
            catch (BackupException)
            {
                refused++;
            }
        }

        Assert.True(refused > whole.Length / 97 * 9 / 10, $"{refused} of {whole.Length / 97}");
    }

    /// <summary>Is refused over a database with an office of its own, which stays as it was.</summary>
    private async Task<BackupException> RefusedAsync(string code, string file, bool replace = true)
    {
        await using var target = await BackedUpOffices.NewDatabaseAsync();
        await Loading.ExamplesAsync(target);
        await target.Database.DisposeAsync();
        var before = await offices.FingerprintAsync(target);
        var refused = await Assert.ThrowsAsync<BackupException>(() => BackedUpOffices.RestoreAsync(target, file, replace));
        Assert.Equal(code, refused.Code);
        Assert.Equal(before, await offices.FingerprintAsync(target));
        return refused;
    }

    private async Task<string> SavedAsync(byte[] content)
    {
        var file = offices.NewFile();
        await File.WriteAllBytesAsync(file, content, Cancellation);
        return file;
    }

    private async Task<string> ChangedAsync(Action<ZipArchive> change)
    {
        var file = await SavedAsync(await File.ReadAllBytesAsync(offices.File, Cancellation));
        using var archive = ZipFile.Open(file, ZipArchiveMode.Update);
        change(archive);
        return file;
    }

    /// <summary>With a manifest that somebody wrote who knows about the hash.</summary>
    private Task<string> ManifestAsync(Action<JsonNode> change) => ChangedAsync(archive =>
    {
        var manifest = JsonNode.Parse(Text(archive, BackupManifest.Member))!;
        change(manifest);
        Replace(archive, Encoding.UTF8.GetBytes(manifest.ToJsonString()));
    });

    private static void Replace(ZipArchive archive, byte[] manifest)
    {
        Rewrite(archive, BackupManifest.Member, _ => Encoding.UTF8.GetString(manifest));
        Rewrite(archive, BackupManifest.HashMember, _ => BackupManifest.HashOf(manifest));
    }

    private static void Rewrite(ZipArchive archive, string member, Func<string, string> change)
    {
        var text = Text(archive, member);
        Assert.NotEqual(text, change(text));
        archive.GetEntry(member)!.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(member).Open());
        writer.Write(change(text));
    }

    private static string Text(ZipArchive archive, string member)
    {
        using var reader = new StreamReader(archive.GetEntry(member)!.Open());
        return reader.ReadToEnd();
    }

    private static JsonNode Table(JsonNode manifest, string name) => manifest["tables"]!.AsArray().Single(t => (string?)t!["name"] == name)!;
}
