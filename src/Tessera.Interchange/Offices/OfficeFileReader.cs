using System.Text;
using System.Text.Json;

namespace Tessera.Interchange.Offices;

/// <summary>
/// Reads an office file. Nothing that stands in it makes the reader throw: what is wrong comes back as findings with line, field and reason, all of them at once.
/// First the form is held against the records member by member, then the file is bound, then its meaning is checked. Linear in the file.
/// </summary>
public static class OfficeFileReader
{
    private const int Deepest = 32;

    /// <summary>Reads UTF-8, with or without byte order mark.</summary>
    /// <param name="fileName">As the findings shall call it.</param>
    public static OfficeFileReading Read(ReadOnlyMemory<byte> utf8, string fileName)
    {
        var findings = new FindingList(fileName);
        if (utf8.Length > OfficeLimits.File) return findings.AboutTheFile(OfficeFileCodes.TooLarge, ("most", "20 MB"));
        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = Deepest });
            findings.Positions = JsonPositions.Of(utf8.Span);
            foreach (var path in findings.Positions.Repeated) findings.Add(path, OfficeFileCodes.RepeatedMember);
            new OfficeFileForm(findings).Check(document.RootElement);
            if (findings.Any) return findings.Refused();
            var file = document.RootElement.Deserialize<OfficeFile>(OfficeJson.Options)!;
            new OfficeFileRules(file, findings).Check();
            return findings.Any ? findings.Refused() : new OfficeFileReading(ArmsRules.Cleaned(file), []);
        }
        catch (JsonException broken)
        {
            return findings.Broken((int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1);
        }
        catch (Exception invalid) when (invalid is InvalidOperationException or DecoderFallbackException)
        {
            return findings.Broken(1, 1);
        }
    }
}

/// <summary>The findings of one reading, each with the place its path stands at.</summary>
internal sealed class FindingList(string fileName)
{
    /// <summary>More than this nobody reads.</summary>
    private const int Most = 200;

    private readonly List<Finding> _findings = [];

    public JsonPositions? Positions { get; set; }

    public bool Any => _findings.Count > 0;

    public void Add(string path, string code, params (string Name, string Value)[] arguments)
    {
        if (_findings.Count >= Most) return;
        var (line, column) = Positions?.Of(path) ?? (0, 0);
        var named = arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);
        named["field"] = path;
        _findings.Add(new Finding(fileName, line, column, path, code, named));
    }

    public OfficeFileReading Refused() => new(null, [.. _findings.OrderBy(f => f.Line).ThenBy(f => f.Column)]);

    public OfficeFileReading AboutTheFile(string code, params (string Name, string Value)[] arguments)
    {
        Add("", code, arguments);
        return Refused();
    }

    public OfficeFileReading Broken(int line, int column) =>
        new(null, [new Finding(fileName, line, column, "", OfficeFileCodes.NotJson, new Dictionary<string, string> { ["field"] = "" })]);
}
