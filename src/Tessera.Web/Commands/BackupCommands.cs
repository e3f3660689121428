using System.CommandLine;
using System.Text.Json;
using Tessera.Features.Storage.Backups;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary><c>tessera backup FILE</c> and <c>tessera restore FILE</c>: the whole installation into one file, and back.</summary>
internal static class BackupCommands
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes a backup beside a program that may be serving. The database is taken as it is: nothing is migrated first.</summary>
    public static Command Backup(Installation installation, Texts texts)
    {
        var file = new Argument<FileInfo>("file") { Description = texts["commands.backup.file"] };
        var force = new Option<bool>("--force") { Description = texts["commands.backup.force"] };
        var json = new Option<bool>("--json") { Description = texts["commands.json"] };
        var command = new Command("backup", texts["commands.backup"]) { file, force, json };
        command.SetAction((call, cancellation) => ReportAsync(call.GetValue(json), texts, async () =>
        {
            var target = call.GetRequiredValue(file);
            await using var opened = await installation.OpenAsync(cancellation);
            var manifest = await opened.Backups(TimeProvider.System).WriteAsync(target.FullName, call.GetValue(force), cancellation);
            target.Refresh();
            return (new { File = target.FullName, target.Length, Manifest = manifest }, Written(manifest, target, texts));
        }));
        return command;
    }

    /// <summary>Restores a backup. The file is read through before the database is opened, and no program may be serving.</summary>
    public static Command Restore(Installation installation, Texts texts)
    {
        var file = new Argument<FileInfo>("file") { Description = texts["commands.restore.file"] };
        var replace = new Option<bool>("--replace") { Description = texts["commands.restore.replace"] };
        var json = new Option<bool>("--json") { Description = texts["commands.json"] };
        var command = new Command("restore", texts["commands.restore"]) { file, replace, json };
        command.SetAction((call, cancellation) => ReportAsync(call.GetValue(json), texts, async () =>
        {
            var source = call.GetRequiredValue(file);
            using var backup = await BackupReader.OpenAsync(source.FullName, cancellation);
            await using var opened = await installation.OpenToServeAsync(cancellation);
            var restoration = await opened.Restorer().RestoreAsync(backup, call.GetValue(replace), cancellation);
            return (new { File = source.FullName, restoration.Migrated, restoration.LeftOut, restoration.Manifest }, Restored(restoration, source, texts));
        }));
        return command;
    }

    /// <summary>Does the work and says what came of it: a sentence, or JSON with the same on the output, refusals included.</summary>
    private static async Task<int> ReportAsync(bool json, Texts texts, Func<Task<(object Summary, IEnumerable<string> Sentences)>> work)
    {
        try
        {
            var (summary, sentences) = await work();
            Console.WriteLine(json ? JsonSerializer.Serialize(summary, Indented) : string.Join(Environment.NewLine, sentences));
            return ExitCodes.Done;
        }
        catch (BackupException refused)
        {
            var sentence = texts.With(refused.Code, [.. refused.Arguments]);
            if (json) Console.WriteLine(JsonSerializer.Serialize(new { refused.Code, Sentence = sentence }, Indented));
            else await Console.Error.WriteLineAsync(sentence);
            return ExitCodes.Refused;
        }
    }

    private static IEnumerable<string> Written(BackupManifest manifest, FileInfo target, Texts texts) =>
    [
        texts.With("commands.backup.written", ("file", target.FullName), ("size", Number(target.Length / 1024 + 1, texts)), ("tables", Number(manifest.Tables.Count, texts)), ("rows", Number(manifest.Rows(), texts))),
    ];

    private static IEnumerable<string> Restored(Restoration restoration, FileInfo source, Texts texts)
    {
        var loaded = restoration.Manifest.Tables.Where(t => !restoration.LeftOut.Contains(t.Name)).ToList();
        var made = restoration.Manifest.Made.UtcDateTime.ToString("yyyy-MM-dd HH:mm", texts.Culture);
        yield return texts.With("commands.restore.done", ("file", source.FullName), ("made", made), ("tables", Number(loaded.Count, texts)), ("rows", Number(loaded.Sum(t => t.Rows), texts)));
        if (restoration.Migrated.Count > 0) yield return texts.With("commands.restore.migrated", ("migrations", string.Join(", ", restoration.Migrated)));
        if (restoration.LeftOut.Count > 0) yield return texts.With("commands.restore.left-out", ("names", string.Join(", ", restoration.LeftOut)));
    }

    private static string Number(long number, Texts texts) => number.ToString("N0", texts.Culture);
}
