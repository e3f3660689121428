using System.CommandLine;
using Tessera.Planning.Delegations.Checking;
using Tessera.Planning.Delegations.Composing;
using Tessera.Planning.Delegations.Files;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary><c>tessera delegation check|compose FILE</c>: a delegation's composition judged, or the best one proposed. It opens no database.</summary>
internal static class DelegationCommands
{
    private const int MostAlternatives = 20;

    public static Command Create(Texts texts) => new("delegation", texts["delegation-check"]) { Check(texts), Compose(texts) };

    private static Command Check(Texts texts)
    {
        var file = new Argument<string>("file") { Description = texts["delegation-check.file"] };
        var json = new Option<bool>("--json") { Description = texts["commands.json"] };
        var command = new Command("check", texts["delegation-check.check"]) { file, json };
        command.SetAction(async (call, cancellation) =>
        {
            var path = call.GetRequiredValue(file);
            if (await ReadAsync(path, texts, cancellation) is not { } read) return ExitCodes.Refused;
            if (read.Composition is null) return await ExitCodes.RefuseAsync(texts.With("delegation-check.no-composition", ("file", path)));
            CheckedComposition check;
            try
            {
                check = DelegationChecker.Check(read.Model, read.Composition, ComposerSettings.Default, cancellation);
            }
            catch (ArgumentException wrong)
            {
                return await ExitCodes.RefuseAsync(texts.With("delegation-check.unreadable", ("file", path), ("place", wrong.Message)));
            }

            if (call.GetValue(json)) AnswerFile.Write(Console.OpenStandardOutput(), check);
            else await Console.Out.WriteAsync(new DelegationReport(texts).Of(check));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Compose(Texts texts)
    {
        var file = new Argument<string>("file") { Description = texts["delegation-check.file"] };
        var alternatives = new Option<int>("--alternatives") { Description = texts["delegation-check.alternatives"], DefaultValueFactory = _ => ComposerSettings.Default.Alternatives };
        alternatives.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() is < 0 or > MostAlternatives) r.AddError(texts.With("delegation-check.alternatives-off", ("most", MostAlternatives.ToString(texts.Culture))));
        });
        var json = new Option<bool>("--json") { Description = texts["commands.json"] };
        var command = new Command("compose", texts["delegation-check.compose"]) { file, alternatives, json };
        command.SetAction(async (call, cancellation) =>
        {
            if (await ReadAsync(call.GetRequiredValue(file), texts, cancellation) is not { } read) return ExitCodes.Refused;
            var proposal = DelegationComposer.Compose(read.Model, ComposerSettings.Default with { Alternatives = call.GetValue(alternatives) }, cancellation);
            if (call.GetValue(json)) AnswerFile.Write(Console.OpenStandardOutput(), proposal);
            else await Console.Out.WriteAsync(new DelegationReport(texts).Of(proposal));
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<DelegationFile?> ReadAsync(string path, Texts texts, CancellationToken cancellation)
    {
        if (await InputFile.ReadAsync(path, texts, cancellation) is not { } content) return null;
        try
        {
            return DelegationFile.Read(content);
        }
        catch (FormatException wrong)
        {
            await ExitCodes.RefuseAsync(texts.With("delegation-check.unreadable", ("file", path), ("place", wrong.Message)));
            return null;
        }
    }
}
