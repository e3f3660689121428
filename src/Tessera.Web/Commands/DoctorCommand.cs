using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;
using Tessera.Features.Mail;
using Tessera.Features.Storage;
using Tessera.Features.Storage.Embedded;
using Tessera.Web.Hosting;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary><c>tessera doctor</c>: looks at what the program stands on, and says what to do about what is wrong.</summary>
internal static class DoctorCommand
{
    private const long LeastFree = 500L * 1024 * 1024;
    private static readonly TimeSpan MailPatience = TimeSpan.FromSeconds(10);
    private static readonly string[] WantedExtensions = ["pg_trgm", "unaccent", "btree_gist"];

    /// <summary>The command; it ends with 0 when nothing is wrong, 3 when something must be mended.</summary>
    public static Command Create(Installation installation, Texts texts)
    {
        var command = new Command("doctor", texts["commands.doctor"]);
        command.SetAction(async (_, cancellation) =>
        {
            var findings = new List<Diagnosis>();
            await foreach (var finding in ExamineAsync(installation, texts, cancellation))
            {
                findings.Add(finding);
                Console.WriteLine($"{finding.Sign} {finding.Sentence}");
            }

            return findings.Any(f => f.Health is Health.Ill) ? ExitCodes.Unable : ExitCodes.Done;
        });
        return command;
    }

    private static async IAsyncEnumerable<Diagnosis> ExamineAsync(
        Installation installation, Texts texts, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return Disk(installation, texts);
        await foreach (var finding in DatabaseAsync(installation, texts, cancellation)) yield return finding;
        yield return Fonts(texts);
        yield return Assets(texts);
        yield return Places(texts);
        yield return await MailAsync(texts, cancellation);
    }

    private static Diagnosis Disk(Installation installation, Texts texts)
    {
        var folder = installation.DataFolder;
        while (!Directory.Exists(folder)) folder = Path.GetDirectoryName(folder)!;
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var megabytes = (free / 1024 / 1024).ToString("N0", CultureInfo.CurrentCulture);
        return free < LeastFree
            ? Diagnosis.Ill(texts.With("commands.doctor.disk-short", ("folder", installation.DataFolder), ("free", megabytes)))
            : Diagnosis.Well(texts.With("commands.doctor.disk", ("folder", installation.DataFolder), ("free", megabytes)));
    }

    private static async IAsyncEnumerable<Diagnosis> DatabaseAsync(
        Installation installation, Texts texts, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var (opened, failure) = await TryOpenAsync(installation, cancellation);
        if (opened is null)
        {
            yield return Diagnosis.Ill(texts.With("commands.doctor.database-closed", ("reason", failure ?? "")));
            yield break;
        }

        await using (opened)
        {
            await using var connection = await opened.Database.Source.OpenConnectionAsync(cancellation);
            yield return Diagnosis.Well(texts.With("commands.doctor.database", ("version", connection.PostgreSqlVersion.ToString())));
            yield return await SchemaAsync(connection, texts, cancellation);
            yield return await RoleAsync(connection, texts, cancellation);
            yield return await ExtensionsAsync(connection, texts, cancellation);
            await foreach (var finding in JobDiagnoses.OfAsync(opened.Database, TimeProvider.System, texts, cancellation)) yield return finding;
        }
    }

    private static async Task<(OpenedDatabase? Opened, string? Failure)> TryOpenAsync(Installation installation, CancellationToken cancellation)
    {
        try
        {
            var opened = await installation.OpenAsync(cancellation);
            await using var connection = await opened.Database.Source.OpenConnectionAsync(cancellation);
            return (opened, null);
        }
        catch (Exception closed) when (closed is NpgsqlException or EmbeddedServerException)
        {
            return (null, closed.Message);
        }
    }

    private static async Task<Diagnosis> SchemaAsync(NpgsqlConnection connection, Texts texts, CancellationToken cancellation)
    {
        var known = Migrator.Files().Count;
        var applied = await ScalarAsync(connection, "select case when to_regclass('migration') is null then 0 else (xpath('/row/n/text()', query_to_xml('select count(*) as n from migration', false, true, '')))[1]::text::int end", cancellation);
        return applied is int count && count == known
            ? Diagnosis.Well(texts.With("commands.doctor.schema", ("count", known.ToString(CultureInfo.CurrentCulture))))
            : Diagnosis.Ill(texts["commands.doctor.schema-behind"]);
    }

    private static async Task<Diagnosis> RoleAsync(NpgsqlConnection connection, Texts texts, CancellationToken cancellation) =>
        await ScalarAsync(connection, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user", cancellation) is true
            ? Diagnosis.Ill(texts["commands.doctor.role-too-strong"])
            : Diagnosis.Well(texts["commands.doctor.role"]);

    private static async Task<Diagnosis> ExtensionsAsync(NpgsqlConnection connection, Texts texts, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select array_agg(name::text) from pg_available_extensions where name = any ($1)", connection)
        {
            Parameters = { new NpgsqlParameter<string[]> { TypedValue = WantedExtensions } },
        };
        var there = await command.ExecuteScalarAsync(cancellation) as string[] ?? [];
        var missing = string.Join(", ", WantedExtensions.Except(there));
        return missing.Length > 0
            ? Diagnosis.Ill(texts.With("commands.doctor.extensions-missing", ("names", missing)))
            : Diagnosis.Well(texts.With("commands.doctor.extensions", ("names", string.Join(", ", WantedExtensions))));
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellation);
    }

    private static Diagnosis Fonts(Texts texts)
    {
        string[] folders = ["/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts"];
        var there = folders.Any(f => Directory.Exists(f) && Directory.EnumerateFiles(f, "*.?t?", SearchOption.AllDirectories).Any());
        return there ? Diagnosis.Well(texts["commands.doctor.fonts"]) : Diagnosis.Warning(texts["commands.doctor.fonts-missing"]);
    }

    private static Diagnosis Assets(Texts texts) => File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "assets", "manifest.json"))
                                                    || File.Exists(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "wwwroot", "assets", "manifest.json"))
        ? Diagnosis.Well(texts["commands.doctor.assets"])
        : Diagnosis.Ill(texts["commands.doctor.assets-missing"]);

    private static Diagnosis Places(Texts texts)
    {
        using var directory = PlacesFile.Directory();
        return directory.Index is { } index
            ? Diagnosis.Well(texts.With("commands.doctor.places", ("places", index.Count.ToString("N0", CultureInfo.CurrentCulture)), ("names", index.NameCount.ToString("N0", CultureInfo.CurrentCulture))))
            : Diagnosis.Warning(texts.With("commands.doctor.places-missing", ("reason", directory.Missing ?? "")));
    }

    private static async Task<Diagnosis> MailAsync(Texts texts, CancellationToken cancellation)
    {
        if (SmtpSettings.FromEnvironment() is not { } smtp) return Diagnosis.Warning(texts["commands.doctor.mail-none"]);
        try
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            enough.CancelAfter(MailPatience);
            await using var session = await SmtpSession.OpenAsync(smtp, enough.Token);
            return Diagnosis.Well(texts.With("commands.doctor.mail", ("server", smtp.ToString())));
        }
        catch (SmtpReplyException refused)
        {
            return Diagnosis.Ill(texts.With("commands.doctor.mail-refused", ("server", smtp.ToString()), ("reason", refused.Message)));
        }
        catch (Exception silent) when (silent is SocketException or AuthenticationException or IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return Diagnosis.Ill(texts.With("commands.doctor.mail-silent", ("server", smtp.ToString()), ("reason", silent.GetBaseException().Message)));
        }
    }
}
