using System.Collections.Frozen;

namespace Tessera.Interchange.Documents;

/// <summary>How each kind is named: its endings, the first of them its own, and its media type.</summary>
internal sealed record DocumentForm(DocumentKind Kind, string MediaType, params string[] Endings)
{
    public static IReadOnlyList<DocumentForm> All { get; } =
    [
        new(DocumentKind.Pdf, "application/pdf", "pdf"),
        new(DocumentKind.Docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
        new(DocumentKind.Odt, "application/vnd.oasis.opendocument.text", "odt"),
        new(DocumentKind.Png, "image/png", "png"),
        new(DocumentKind.Jpeg, "image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
        new(DocumentKind.Webp, "image/webp", "webp"),
        new(DocumentKind.Gif, "image/gif", "gif"),
        new(DocumentKind.Tiff, "image/tiff", "tif", "tiff"),
        new(DocumentKind.Eml, "message/rfc822", "eml"),
        new(DocumentKind.PlainText, "text/plain", "txt", "text", "md", "csv", "log"),
    ];

    /// <summary>Endings that say something definite which no kind of ours is: a file so named is not quietly given another name.</summary>
    private static readonly FrozenSet<string> Foreign = FrozenSet.Create(StringComparer.Ordinal,
        "7z", "apk", "app", "avi", "bat", "bin", "bmp", "cmd", "com", "cpl", "dll", "dmg", "doc", "docm", "dot", "dotm", "dotx", "exe", "gz", "heic", "hta", "htm", "html",
        "iso", "jar", "js", "json", "lnk", "mht", "mhtml", "mov", "mp3", "mp4", "msg", "msi", "ods", "ots", "ott", "php", "pif", "ppt", "pptm", "pptx", "ps", "ps1", "py",
        "rar", "reg", "rtf", "scr", "sh", "svg", "svgz", "swf", "tar", "url", "vbs", "wav", "wsf", "xhtml", "xls", "xlsm", "xlsx", "xml", "xps", "zip");

    private static readonly FrozenDictionary<DocumentKind, DocumentForm> ByKind = All.ToFrozenDictionary(f => f.Kind);

    private static readonly FrozenDictionary<string, DocumentKind> ByEnding =
        All.SelectMany(f => f.Endings.Select(e => (e, f.Kind))).ToFrozenDictionary(p => p.e, p => p.Kind, StringComparer.Ordinal);

    public string Ending => Endings[0];

    public static DocumentForm Of(DocumentKind kind) => ByKind[kind];

    /// <summary>What the ending of a name claims: null where it claims nothing.</summary>
    public static DocumentKind? Claimed(string ending) => ByEnding.TryGetValue(ending, out var kind) ? kind : null;

    public static bool IsForeign(string ending) => Foreign.Contains(ending);
}
