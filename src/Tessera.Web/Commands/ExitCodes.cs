using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary>How the program ends. 3, 4 and 5 belong to the launcher: something is not installed, the disk is full, the build failed.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>What was asked for was refused: a wrong file, an unknown office.</summary>
    public const int Refused = 1;

    /// <summary>Says why something is refused, and that it is.</summary>
    public static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return Refused;
    }

    /// <summary>Refuses an office that is not there.</summary>
    public static Task<int> RefuseOfficeAsync(string slug, Texts texts) => RefuseAsync(texts.With("commands.no-such-office", ("office", slug)));

    /// <summary>The call's words are off.</summary>
    public const int Usage = 2;

    /// <summary>The program could not start or go on: port, disk, database.</summary>
    public const int Unable = 10;
}
