using System.Globalization;
using System.Text;
using System.Text.Json;
using Tessera.Domain.Agreements;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;

namespace Tessera.Interchange.Halves;

/// <summary>
/// Reads what a partner publishes and finds in it the agreements with us: an office file, the agreements of a portal of this program as JSON, or a table as CSV.
/// Nothing in it makes the reader throw; what it says of others is not held against it. Linear in the data.
/// </summary>
public static class TheirDataReader
{
    /// <summary>Bytes of the data.</summary>
    public const int Most = 5 * 1024 * 1024;

    /// <summary>The same as a person reads it.</summary>
    public const string MostText = "5 MB";

    /// <summary>Reads UTF-8, with or without byte order mark.</summary>
    /// <param name="name">As the findings shall call it, and what it is called where it does not name itself.</param>
    public static TheirDataReading Read(ReadOnlyMemory<byte> utf8, string name, OurSelves us)
    {
        if (utf8.Length > Most) return Refused(name, 0, TheirDataCodes.TooLarge, ("most", MostText));
        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        var start = utf8.Span.TrimStart(" \t\r\n"u8);
        if (start.IsEmpty) return Refused(name, 0, TheirDataCodes.Empty);
        var reading = start[0] is (byte)'{' or (byte)'[' ? Json(utf8, name, us) : TheirTable.Read(Encoding.UTF8.GetString(utf8.Span), name, us);
        return reading;
    }

    internal static TheirDataReading Refused(string file, int line, string code, params (string Name, string Value)[] arguments) => new(null, [Finding(file, line, code, arguments)]);

    internal static Finding Finding(string file, int line, string code, params (string Name, string Value)[] arguments) =>
        new(file, line, 0, "", code, arguments.Append(("field", "")).ToDictionary(a => a.Item1, a => a.Item2, StringComparer.Ordinal));

    /// <summary>The data, or that it says nothing of us.</summary>
    internal static TheirDataReading Found(string file, TheirData data, int lookedAt) => data.Entries.Count > 0
        ? new TheirDataReading(data, [])
        : Refused(file, 0, TheirDataCodes.NotAboutUs, ("count", lookedAt.ToString(CultureInfo.InvariantCulture)));

    private static TheirDataReading Json(ReadOnlyMemory<byte> utf8, string name, OurSelves us)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 32 });
            var root = document.RootElement;
            if (root.ValueKind is not JsonValueKind.Object) return Refused(name, 1, TheirDataCodes.UnknownForm);
            if (root.TryGetProperty("format", out _)) return OfOffice(OfficeFileReader.Read(utf8, name), us);
            return root.TryGetProperty("agreements", out var list) && list.ValueKind is JsonValueKind.Array
                ? TheirPortal.Read(root, list, JsonPositions.Of(utf8.Span), name, us)
                : Refused(name, 1, TheirDataCodes.UnknownForm);
        }
        catch (JsonException broken)
        {
            return Refused(name, (int)(broken.LineNumber ?? 0) + 1, OfficeFileCodes.NotJson);
        }
        catch (Exception invalid) when (invalid is InvalidOperationException or DecoderFallbackException)
        {
            return Refused(name, 1, OfficeFileCodes.NotJson);
        }
    }

    private static TheirDataReading OfOffice(OfficeFileReading reading, OurSelves us)
    {
        if (reading.File is not { } file || reading.Findings.Count > 0) return new TheirDataReading(null, reading.Findings);
        var authorities = file.Authorities.ToDictionary(a => a.Key, a => a.Names, StringComparer.Ordinal);
        bool IsUs(PartnerItem partner) => partner.Authority == us.Authority || us.Are([partner.RegisteredName, .. Words(partner.Names), .. Words(authorities.GetValueOrDefault(partner.Authority, LocalText.Empty))]);
        var entries = file.Partners.Where(IsUs).SelectMany(p => p.Agreements).Select(a => new TheirEntry(a.Kind, a.Decision, [.. a.Dates, .. a.Steps.Where(IsDated).Select(s => new AgreementDateItem(s.Kind, s.Day))], null));
        var source = file.Sources.FirstOrDefault(s => s.Key == file.Office.Source);
        var title = string.Join(": ", new[] { First(file.Office.Name, file.Office.Languages), source is null ? null : First(source.Title, file.Office.Languages) }.OfType<string>().Distinct());
        return Found(reading.Findings.Count == 0 ? file.Office.Slug : "", new TheirData(title, source?.StatedOn, [.. entries]), file.Partners.Sum(p => p.Agreements.Count));
    }

    /// <summary>The steps that are dates of an agreement too.</summary>
    private static bool IsDated(LifeStepItem step) => Words<AgreementDateRole>.All.Contains(step.Kind);

    private static IEnumerable<string> Words(LocalText text) => text.Select(t => t.Text);

    private static string? First(LocalText text, IReadOnlyList<string> languages) => text.For(languages)?.Text;
}
