using System.Globalization;
using System.Text.Json;
using Tessera.Domain.Agreements;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;

namespace Tessera.Interchange.Halves;

/// <summary>The agreements of a portal of this program, as its open data writes them.</summary>
internal static class TheirPortal
{
    /// <param name="list">The agreements within <paramref name="root"/>.</param>
    public static TheirDataReading Read(JsonElement root, JsonElement list, JsonPositions positions, string name, OurSelves us)
    {
        var (entries, findings, at) = (new List<TheirEntry>(), new List<Finding>(), -1);
        foreach (var item in list.EnumerateArray())
        {
            at++;
            if (item.ValueKind is not JsonValueKind.Object || !item.TryGetProperty("partner", out var partner) || !IsUs(partner, us)) continue;
            var (line, _) = positions.Of(string.Create(CultureInfo.InvariantCulture, $"agreements[{at}]"));
            entries.Add(TheirValues.Entry(new TheirValues(Text(item, "kind"), Text(item, "decision"), DateOf(item), RoleOf(item), Text(item, "html")), name, line, findings));
        }

        if (findings.Count > 0) return new TheirDataReading(null, findings);
        var title = string.Join(", ", new[] { root.TryGetProperty("office", out var office) ? Words(office).FirstOrDefault() : null, Text(root, "html") }.OfType<string>());
        return TheirDataReader.Found(name, new TheirData(title.Length > 0 ? title : name, StatedOn(root), entries), at + 1);
    }

    private static bool IsUs(JsonElement partner, OurSelves us) =>
        partner.ValueKind is JsonValueKind.Object && (us.Are([Text(partner, "registeredName")]) || (partner.TryGetProperty("names", out var names) && us.Are(Words(names))));

    private static string? DateOf(JsonElement item) => item.TryGetProperty("date", out var date) ? date.ValueKind is JsonValueKind.Object ? Text(date, "date") : Text(item, "date") : null;

    private static string? RoleOf(JsonElement item) => item.TryGetProperty("date", out var date) && date.ValueKind is JsonValueKind.Object ? Text(date, "role") : null;

    /// <summary>The day on which the portal was last changed.</summary>
    private static PartialDate? StatedOn(JsonElement root) =>
        Text(root, "updatedAt") is { Length: >= 10 } time && PartialDate.TryParseEdtf(time[..10], out var day) ? day : null;

    private static IEnumerable<string> Words(JsonElement text) =>
        text.ValueKind is JsonValueKind.Object ? text.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.String).Select(p => p.Value.GetString()!) : [];

    private static string? Text(JsonElement item, string member) => item.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}

/// <summary>The values of an agreement as they were found, each a text or nothing.</summary>
internal sealed record TheirValues(string? Kind, string? Decision, string? Date, string? Role, string? Page)
{
    /// <summary>The values as an entry; what cannot be understood of them is added to the findings.</summary>
    public static TheirEntry Entry(TheirValues values, string file, int line, List<Finding> findings)
    {
        void Wrong(string code, params (string Name, string Value)[] arguments) => findings.Add(TheirDataReader.Finding(file, line, code, arguments));
        var kind = OrNull(values.Kind);
        if (kind is not null && !Words<AgreementKind>.All.Contains(kind)) Wrong(OfficeFileCodes.UnknownWord, ("text", kind), ("wanted", string.Join(", ", Words<AgreementKind>.All)));
        if (values.Decision?.Length > OfficeLimits.Name) Wrong(OfficeFileCodes.TooLong, ("most", OfficeLimits.Name.ToString(CultureInfo.InvariantCulture)));
        PartialDate? date = null;
        if (OrNull(values.Date) is { } said && !PartialDate.TryParseEdtf(said, out date)) Wrong(PartialDateRefusal.UnknownForm, ("text", said));
        var role = values.Role is { } known && Words<AgreementDateRole>.All.Contains(known) ? known : Words<AgreementDateRole>.Write(AgreementDateRole.Stated);
        if (OrNull(values.Page) is { } page && !(Uri.TryCreate(page, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && page.Length <= OfficeLimits.Url))
            Wrong(OfficeFileCodes.WrongAddress, ("text", page.Length > 100 ? page[..100] : page));
        return new TheirEntry(kind, OrNull(values.Decision), date is null ? [] : [new AgreementDateItem(role, date)], OrNull(values.Page));
    }

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
