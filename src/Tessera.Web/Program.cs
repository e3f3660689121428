using System.CommandLine;
using System.Globalization;
using Npgsql;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Mail;
using Tessera.Features.Storage;
using Tessera.Features.Storage.Embedded;
using Tessera.Web.Commands;
using Tessera.Web.Hosting;
using Tessera.Web.Parts;
using Tessera.Web.SignOn;

NativeMemory.KeepLittle();
var language = Environment.GetEnvironmentVariable("TESSERA_LANG") ?? (Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG") ?? "en").Split('_', '.')[0];
var texts = TextCatalogue.Shared.For(Languages.IsInterface(language) ? language : "en");
var installation = Installation.FromEnvironment();

var migrate = new Command("migrate", texts["commands.migrate"]);
migrate.SetAction(async (_, cancellation) =>
{
    await using var opened = await installation.OpenAsync(cancellation);
    var applied = await opened.MigrateAsync(cancellation);
    Console.WriteLine(applied.Count == 0 ? texts["commands.migrate.nothing"] : string.Join(Environment.NewLine, applied));
    return ExitCodes.Done;
});


var root = new RootCommand(texts["commands.tessera"])
{
    ServeCommand.Create(installation, texts), migrate, OfficeCommands.Create(installation, texts), UserCommands.Create(installation, texts), BackupCommands.Backup(installation, texts),
    BackupCommands.Restore(installation, texts), DoctorCommand.Create(installation, texts), PlacesCommands.Create(texts), ReadCommand.Create(PlacesFile.Directory, texts), ImportCommand.Create(installation, PlacesFile.Directory, texts),
    DelegationCommands.Create(texts), ReconcileCommand.Create(installation, PlacesFile.Directory, texts), ImportPairsCommand.Create(installation, PlacesFile.Directory, texts),
};

try
{
    var call = root.Parse(args);
    var code = await call.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    return call.Errors.Count > 0 ? ExitCodes.Usage : code;
}
catch (OperationCanceledException)
{
    return ExitCodes.Done;
}
catch (Exception known) when (known is EmbeddedServerException or MigrationException or NpgsqlException or IOException or UnauthorizedAccessException or SignOnSettingsException or SmtpSettingsException)
{
    await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"tessera: {known.Message}"));
    return ExitCodes.Unable;
}
