using System.Text;

namespace Tessera.Interchange.Documents.Mail;

/// <summary>
/// The text of an e-mail: who, to whom, when, about what; then its text parts (of alternatives the plain one), then the names of what is attached. Attached mails are
/// read as well, at most eight deep and two hundred parts in all.
/// </summary>
internal sealed class MailText
{
    private const int Deepest = 8;
    private const int MostParts = 200;

    private static readonly string[] Shown = ["From", "To", "Cc", "Date", "Subject"];

    private readonly BoundedText _text;
    private readonly List<string> _attached = [];
    private int _parts;

    private MailText(BoundedText text) => _text = text;

    public static void Read(ReadOnlyMemory<byte> content, BoundedText text)
    {
        var reading = new MailText(text);
        reading.Message(MailMessage.Parse(content), 0);
        foreach (var name in reading._attached) reading.Line(name);
    }

    private void Message(MailMessage message, int depth)
    {
        foreach (var name in Shown.Where(n => message[n].Length > 0)) Line($"{name}: {message[name]}");
        _text.Append("\n");
        Part(message, depth);
    }

    private void Part(MailMessage part, int depth)
    {
        if (depth > Deepest || ++_parts > MostParts || _text.IsFull) return;
        var type = part.ContentType;
        var name = part.Disposition["filename"] ?? type["name"];
        if (name is not null) _attached.Add(name);
        if (type.Value.StartsWith("multipart/", StringComparison.Ordinal) && type["boundary"] is { Length: > 0 } boundary) Parts(part, boundary, type.Value, depth);
        else if (type.Value == "message/rfc822") Message(MailMessage.Parse(MailWords.Body(part.Body, part.TransferEncoding)), depth + 1);
        else if (name is null && part.Disposition.Value != "attachment") Body(part, type);
    }

    private void Parts(MailMessage part, string boundary, string type, int depth)
    {
        var parts = MailBoundary.Split(part.Body, boundary, MostParts).Select(MailMessage.Parse).ToList();
        var plain = parts.Find(p => p.ContentType.Value == "text/plain");
        if (type == "multipart/alternative" && (plain ?? parts.LastOrDefault()) is { } best) parts = [best];
        foreach (var inner in parts) Part(inner, depth + 1);
    }

    private void Body(MailMessage part, MailField type)
    {
        if (type.Value is not ("" or "text/plain" or "text/html" or "text")) return;
        var text = Letters.Of(MailWords.Body(part.Body, part.TransferEncoding).Span, type["charset"]);
        if (type.Value == "text/html") HtmlText.Read(text, _text);
        else _text.Append(text.AsSpan().TrimEnd());
        _text.EndLine();
    }

    private void Line(string line)
    {
        _text.Append(line);
        _text.EndLine();
    }
}

/// <summary>Cuts the body of a multipart (RFC 2046, section 5.1.1) into its parts. Linear in the body.</summary>
internal static class MailBoundary
{
    public static IEnumerable<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, string boundary, int most)
    {
        var mark = Encoding.UTF8.GetBytes("--" + boundary);
        var (at, found) = (Next(body.Span, mark, 0), 0);
        while (at >= 0 && found++ < most && !body.Span[(at + mark.Length)..].StartsWith("--"u8))
        {
            var start = at + mark.Length;
            var next = Next(body.Span, mark, start);
            var part = next < 0 ? body[start..] : body[start..next];
            yield return part[Math.Min(part.Length, part.Span.IndexOf((byte)'\n') + 1)..];
            at = next;
        }
    }

    /// <summary>Where the mark stands next at the beginning of a line.</summary>
    private static int Next(ReadOnlySpan<byte> body, ReadOnlySpan<byte> mark, int from)
    {
        while (body[from..].IndexOf(mark) is var found and >= 0)
        {
            var at = from + found;
            if (at == 0 || body[at - 1] == '\n') return at;
            from = at + 1;
        }

        return -1;
    }
}
