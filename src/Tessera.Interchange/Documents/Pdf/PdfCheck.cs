using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;

namespace Tessera.Interchange.Documents.Pdf;

/// <summary>What a PDF turned out to be.</summary>
/// <param name="Pages">Null where no page can be reached.</param>
/// <param name="Codes">Some of <see cref="DocumentCodes"/>.</param>
internal sealed record PdfReading(int? Pages, IReadOnlyList<string> Codes);

/// <summary>
/// Looks through every object of a PDF for what runs when it is opened: scripts (clause 12.6.4.17), programs that are launched, programs that are attached. A file that is
/// encrypted, even with the empty password that every viewer tries, can be neither looked through nor searched, and is refused.
/// </summary>
internal static class PdfCheck
{
    private static readonly FrozenSet<string> Programs = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "apk", "app", "bat", "cmd", "com", "cpl", "dll", "docm", "exe", "hta", "htm", "html", "iso", "jar", "js", "jse", "lnk", "msi", "pif", "ps1", "py", "reg", "scr", "sh", "svg", "swf",
        "vbe", "vbs", "wsf", "xlsm");

    private static readonly string[] FileNames = ["F", "UF", "DOS", "Unix", "Mac"];

    /// <summary>Bytes within which a program says that it is one.</summary>
    private const int ProgramStart = 1024;

    public static PdfReading Read(ReadOnlyMemory<byte> content)
    {
        var runs = false;
        try
        {
            var file = PdfFile.Read(content, (file, read) => runs |= Runs(file, read));
            if (file.IsEncrypted) return new PdfReading(null, [DocumentCodes.Encrypted]);
            var pages = PdfPages.Of(file).Count();
            var isWhole = file.IsReadable && pages > 0 && content.Span.LastIndexOf("startxref"u8) > file.LastObjectAt;
            string[] codes = [.. runs ? [DocumentCodes.Script] : Array.Empty<string>(), .. isWhole ? Array.Empty<string>() : [DocumentCodes.Damaged]];
            return new PdfReading(pages == 0 ? null : pages, codes);
        }
        catch (PdfLimitException limit)
        {
            return new PdfReading(null, [limit.Code]);
        }
    }

    private static bool Runs(PdfFile file, PdfObject read) =>
        HasProgram(read.Value is PdfStream stream ? stream.Dictionary : read.Value) || (read.Value is PdfStream attached && IsProgram(file.Start(attached, ProgramStart)));

    private static bool HasProgram(object? value) => value switch
    {
        PdfName { Text: "JavaScript" or "Launch" } => true,
        PdfDictionary dictionary => dictionary.Has("JS") || dictionary.Has("JavaScript") || IsProgramFile(dictionary) || dictionary.Pairs.Any(p => HasProgram(p.Value)),
        List<object?> list => list.Any(HasProgram),
        _ => false,
    };

    private static bool IsProgramFile(PdfDictionary dictionary) =>
        dictionary.Has("EF") && FileNames.Any(k => dictionary[k] is byte[] name && Programs.Contains(SafeFileName.Ending(Name(name))));

    private static string Name(byte[] name) => name.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode.GetString(name.AsSpan(2)) : Encoding.Latin1.GetString(name);

    /// <summary>Whatever it is called, and whatever it says it is: a stream that begins as the programs of Windows or Linux do.</summary>
    private static bool IsProgram(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("\u007FELF"u8)) return true;
        if (!start.StartsWith("MZ"u8) || start.Length < 64) return false;
        var header = BinaryPrimitives.ReadInt32LittleEndian(start[60..]);
        return header >= 0 && header < start.Length && start[header..].StartsWith("PE\0\0"u8);
    }
}

/// <summary>The pages in their order (clause 7.7.3): the tree is gone through once, whatever it says about itself.</summary>
internal static class PdfPages
{
    private static readonly string[] Inherited = ["Resources"];

    public static IEnumerable<PdfDictionary> Of(PdfFile file)
    {
        var seen = new HashSet<int>();
        var waiting = new Stack<(object? Node, PdfDictionary? Parent)>([(file.Catalogue?["Pages"], null)]);
        var pages = 0;
        while (pages < DocumentLimits.Pages && waiting.TryPop(out var next))
        {
            if (next.Node is PdfReference reference && !seen.Add(reference.Number)) continue;
            if (file.Resolve(next.Node) is not PdfDictionary node) continue;
            foreach (var key in Inherited) node[key] ??= next.Parent?[key];
            if (file.Resolve(node["Kids"]) is List<object?> kids)
            {
                foreach (var kid in kids.AsEnumerable().Reverse()) waiting.Push((kid, node));
            }
            else
            {
                pages++;
                yield return node;
            }
        }
    }
}
