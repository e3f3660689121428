using Tessera.Interchange.Documents;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary>A file that a command is given, <c>-</c> for the standard input.</summary>
internal static class InputFile
{
    /// <summary>What stands for the standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The file's content; null, with the reason said on the error stream, when there is none or it is larger than any page.</summary>
    public static async Task<byte[]?> ReadAsync(string path, Texts texts, CancellationToken cancellation)
    {
        if (path != StandardInput && !File.Exists(path)) return await RefuseAsync(texts.With("commands.input.missing", ("file", Path.GetFullPath(path))));
        await using var source = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await source.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (content.Length + read > DocumentLimits.File) return await RefuseAsync(texts.With("commands.input.too-large", ("file", path), ("most", DocumentLimits.FileText)));
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    private static async Task<byte[]?> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return null;
    }
}
