using System.Text;

namespace Tessera.Interchange.Documents.Mail;

/// <summary>A message or a part of one (RFC 5322, RFC 2045): headers, unfolded but not yet decoded, and the bytes of the body.</summary>
internal sealed record MailMessage(IReadOnlyList<(string Name, string Value)> Headers, ReadOnlyMemory<byte> Body)
{
    private const int LongestHeaders = 256 * 1024;
    private const int MostHeaders = 500;

    private static readonly string[] Typical = ["Date", "Subject", "To", "Message-ID", "MIME-Version", "Received", "Return-Path", "Cc"];

    /// <summary>The decoded value of a header, empty where there is none.</summary>
    public string this[string name] => MailWords.Decode(Raw(name));

    public MailField ContentType => MailField.Parse(Raw("Content-Type"));

    public MailField Disposition => MailField.Parse(Raw("Content-Disposition"));

    public string TransferEncoding => Raw("Content-Transfer-Encoding").Trim().ToLowerInvariant();

    /// <summary>Whether a text begins as an e-mail does: with headers, a sender among them and at least one other that only mail has.</summary>
    public static bool IsOne(ReadOnlyMemory<byte> content)
    {
        var message = Parse(content);
        return message.Has("From") && Typical.Any(message.Has);
    }

    /// <summary>Whatever it is: what has no header has only a body.</summary>
    public static MailMessage Parse(ReadOnlyMemory<byte> content)
    {
        var headers = new List<(string, string)>();
        var at = 0;
        while (at < content.Length && at < LongestHeaders && headers.Count < MostHeaders)
        {
            var end = EndOfHeader(content.Span, at);
            var line = content.Span[at..end].TrimEnd("\r\n"u8);
            if (line.IsEmpty) return new MailMessage(headers, content[end..]);
            if (Header(line) is not { } header) return new MailMessage(headers, content[at..]);
            headers.Add(header);
            at = end;
        }

        return new MailMessage(headers, content[at..]);
    }

    private static (string Name, string Value)? Header(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0 || line[..colon].TrimEnd((byte)' ').IndexOfAnyExceptInRange((byte)'!', (byte)'~') >= 0) return null;
        var value = Letters.Of(line[(colon + 1)..]).ReplaceLineEndings("");
        return (Encoding.ASCII.GetString(line[..colon]).TrimEnd(), value.Trim());
    }

    /// <summary>Lines that begin with a space or a tab go on with the header before.</summary>
    private static int EndOfHeader(ReadOnlySpan<byte> content, int at)
    {
        var end = at;
        do
        {
            var feed = content[end..].IndexOf((byte)'\n');
            if (feed < 0) return content.Length;
            end += feed + 1;
        }
        while (end < content.Length && content[end] is (byte)' ' or (byte)'\t' && !content[at..end].TrimEnd("\r\n"u8).IsEmpty);

        return end;
    }

    private bool Has(string name) => Headers.Any(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private string Raw(string name) => Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";
}
