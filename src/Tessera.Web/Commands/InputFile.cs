using Tessera.Interchange.Documents;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary>A file that a command is given, <c>-</c> for the standard input.</summary>
internal static class InputFile
{
    /// <summary>What stands for the standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The file, to be read as it comes; null, with the reason said on the error stream, when there is none.</summary>
    public static async Task<Stream?> OpenAsync(string path, Texts texts)
    {
        if (path == StandardInput) return Console.OpenStandardInput();
        if (File.Exists(path)) return File.OpenRead(path);
        await Console.Error.WriteLineAsync(texts.With("commands.input.missing", ("file", Path.GetFullPath(path))));
        return null;
    }

    /// <summary>The file's content; null, with the reason said on the error stream, when there is none or it is larger than any page.</summary>
    public static async Task<byte[]?> ReadAsync(string path, Texts texts, CancellationToken cancellation)
    {
        await using var source = await OpenAsync(path, texts);
        if (source is null) return null;
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await source.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (content.Length + read > DocumentLimits.File)
            {
                await Console.Error.WriteLineAsync(texts.With("commands.input.too-large", ("file", path), ("most", DocumentLimits.FileText)));
                return null;
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
